#include "say/needs.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "base/unicode.hpp"
#include "say/expression.hpp"
#include "say/reading.hpp"
#include "say/rules.hpp"

namespace declaim {
namespace {

bool is_letter(char32_t c) {
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

struct Token {
    enum class Sort { letters, digits, sign };
    Sort sort = Sort::sign;
    std::string text;
};

Token::Sort sort_of(char32_t c) {
    if (is_letter(c)) return Token::Sort::letters;
    return u_isdigit(static_cast<UChar32>(c)) != 0 ? Token::Sort::digits : Token::Sort::sign;
}

/// Runs of letters and of digits, and every sign by itself.
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> out;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_char(text, at);
        if (is_space(c)) {
            open = false;
            continue;
        }
        const Token::Sort sort = sort_of(c);
        if (!open || sort == Token::Sort::sign || sort != out.back().sort)
            out.push_back({sort, {}});
        if (sort == Token::Sort::digits)
            out.back().text.assign(1, '0');
        else if (c == U'’')
            out.back().text.assign(1, '\'');
        else
            out.back().text += text.substr(begin, at - begin);
        open = true;
    }
    return out;
}

std::string key_of(const std::string& text, bool match_case) {
    std::string key(match_case ? 1U : 0U, '=');
    key += match_case ? text : fold_case(text);
    return key;
}

bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// One item of a written side that is not within a group or a set.
struct Item {
    enum class Sort { edge, edge_set, letters, digits, slot, other };
    Sort sort = Sort::other;
    std::string text = {};  // letters, a sign, or the name of a slot
    bool digit = false;     // has one
    bool optional = false;  // ?, *, {…}
    bool opens = false;     // a group that begins with a space
    bool closes = false;    // a group that ends with one
};

/// The items of a written side; nothing for one with a choice at its top.
class Reader {
  public:
    Reader(const std::string& written, const SayRules& rules) : text_(written), rules_(rules) {}

    std::vector<Item> read() {
        while (at_ < text_.size()) {
            items_.push_back(next());
            quantify(items_.back());
        }
        if (choice_) items_.clear();
        return std::move(items_);
    }

  private:
    Item next() {
        const char byte = text_[at_];
        if (byte == '\\') return escaped();
        if (const std::string slot = slot_at(text_, at_); !slot.empty()) {
            at_ += slot.size() + 2;
            const std::string type(slot_type(slot));
            if (type == "dash") return {Item::Sort::edge};
            const SlotDigits digits = digits_of_slot(type, rules_);
            return {digits == SlotDigits::only ? Item::Sort::digits : Item::Sort::slot, type,
                    digits != SlotDigits::none};
        }
        if (byte == '[' && is_set_of_edges()) {
            const std::size_t begin = at_ + 1;
            group();
            return {Item::Sort::edge_set, text_.substr(begin, at_ - begin - 1)};
        }
        if (byte == '(' || byte == '[') return group();
        ++at_;
        if (byte == '|') choice_ = true;
        if (byte == ' ' || byte == '\'') return {Item::Sort::edge};
        if (is_ascii_digit(byte)) return {Item::Sort::digits, "", true};
        if (std::string_view("^$.|)]*+?{}").find(byte) != std::string_view::npos) return {};
        return literal(at_ - 1);
    }

    Item escaped() {
        at_ = std::min(at_ + 2, text_.size());
        const char byte = text_[at_ - 1];
        const bool plain = is_ascii(byte) && !std::isalnum(static_cast<unsigned char>(byte));
        return plain ? Item{Item::Sort::edge, std::string(1, byte)} : Item{};
    }

    /// A character that stands for itself.
    Item literal(std::size_t begin) {
        at_ = begin;
        const char32_t c = next_char(text_, at_);
        return {is_letter(c) ? Item::Sort::letters : Item::Sort::edge,
                text_.substr(begin, at_ - begin)};
    }

    /// "[ -]": of spaces and signs only.
    [[nodiscard]] bool is_set_of_edges() const {
        const std::string_view set(text_.data() + at_, text_.size() - at_);
        const std::string_view inside = set.substr(1, set.find(']') - 1);
        return !inside.empty() && set.find(']') != std::string_view::npos &&
               inside.find_first_not_of(" -.,/:;'") == std::string_view::npos;
    }

    Item group() {
        const std::size_t begin = at_;
        int depth = 0;
        bool in_set = false;
        do {
            const char byte = text_[at_++];
            if (byte == '\\')
                ++at_;
            else if (in_set)
                in_set = byte != ']';
            else if (byte == '[')
                in_set = true;
            else if (byte == '(')
                ++depth;
            else if (byte == ')')
                --depth;
        } while (at_ < text_.size() && (depth > 0 || in_set));
        return spaced_group(text_.substr(begin, at_ - begin));
    }

    /// "(?: of )" parts words at the ends at which it has a space.
    static Item spaced_group(const std::string& group) {
        Item item;
        if (group.find('|') != std::string::npos || group.size() < 5) return item;
        const auto inside = group.find_first_not_of("(?:");
        item.opens = group.starts_with("(?:") && group[inside] == ' ';
        item.closes = group[group.size() - 2] == ' ';
        // A quantifier may follow the space: then it is none for sure.
        item.opens =
            item.opens && std::string_view("?*").find(group[inside + 1]) == std::string_view::npos;
        return item;
    }

    void quantify(Item& item) {
        while (at_ < text_.size() &&
               std::string_view("?*+").find(text_[at_]) != std::string_view::npos)
            item.optional = item.optional || text_[at_++] != '+';
        if (at_ < text_.size() && text_[at_] == '{' && slot_at(text_, at_).empty()) {
            item.optional = true;
            at_ = std::min(text_.find('}', at_), text_.size() - 1) + 1;
        }
    }

    const std::string& text_;
    const SayRules& rules_;
    std::size_t at_ = 0;
    bool choice_ = false;
    std::vector<Item> items_;
};

bool is_edge(const Item& item) {
    return item.sort == Item::Sort::edge || item.sort == Item::Sort::edge_set;
}

/// Whether a token surely ends between the items before and after `at`.
bool parts(const std::vector<Item>& items, std::size_t at, int step) {
    for (auto i = static_cast<std::ptrdiff_t>(at) + step;; i += step) {
        if (i < 0 || i >= static_cast<std::ptrdiff_t>(items.size())) return true;
        const Item& item = items[static_cast<std::size_t>(i)];
        const bool space = step > 0 ? item.opens : item.closes;
        if (!is_edge(item) && item.sort != Item::Sort::digits && !space) return false;
        if (!item.optional) return true;
    }
}

/// Whether there is nothing but spaces and signs between an item and digits.
bool beside_digits(const std::vector<Item>& items, std::size_t at, int step) {
    for (auto i = static_cast<std::ptrdiff_t>(at) + step;
         i >= 0 && i < static_cast<std::ptrdiff_t>(items.size()); i += step) {
        const Item& item = items[static_cast<std::size_t>(i)];
        if (item.sort == Item::Sort::digits) return !item.optional;
        if (!is_edge(item)) return false;
    }
    return false;
}

/// The signs of which one stands between digits here, without spaces; "" where it need not.
std::string between_digits(const std::vector<Item>& items, std::size_t at) {
    const Item& item = items[at];
    const auto are_digits = [&](std::size_t i) {
        return i < items.size() && items[i].sort == Item::Sort::digits && !items[i].optional;
    };
    if (!is_edge(item) || item.text.find_first_of(" '") != std::string::npos) return {};
    if (item.text.size() > 1 && item.sort == Item::Sort::edge) return {};  // not of ASCII
    return at > 0 && are_digits(at - 1) && are_digits(at + 1) ? item.text : "";
}

/// Joins the letters of a word; a letter with a quantifier is no part of one.
std::vector<Item> joined(const std::vector<Item>& items) {
    std::vector<Item> out;
    for (const Item& item : items)
        if (item.sort == Item::Sort::letters && item.optional)
            out.push_back({});
        else if (item.sort == Item::Sort::letters && !out.empty() &&
                 out.back().sort == Item::Sort::letters)
            out.back().text += item.text;
        else
            out.push_back(item);
    return out;
}

void add_entry(std::size_t list, std::string_view written, bool match_case, WordIndex& index) {
    WordIndex::Entry entry{list, {}};
    for (const Token& token : tokens_of(written))
        entry.tokens.push_back(key_of(token.text, match_case));
    if (entry.tokens.empty()) return;
    const std::string first = entry.tokens.front();
    index.by_first[first].push_back(std::move(entry));
}

/// A pattern that is a list all the same: "(?:act|king's)", "(?-i:NOT|St\\.)", "[½¼]".
struct Choice {
    std::vector<std::string> words;
    bool match_case = false;
};

std::optional<Choice> choice_of(const std::string& pattern) {
    Choice choice{{""}, pattern.starts_with("(?-i:")};
    const bool set = pattern.starts_with("[");
    if (!set && !choice.match_case && !pattern.starts_with("(?:")) return std::nullopt;
    std::size_t at = set ? 1 : pattern.find(':') + 1;
    for (; at + 1 < pattern.size(); ++at) {
        const char byte = pattern[at];
        if (byte == '|' && !set) {
            choice.words.emplace_back();
        } else if (byte == '\\' && pattern[at + 1] == '.' && !set) {
            choice.words.back() += pattern[++at];
        } else if (std::string_view("()[]{}?*+^$.\\").find(byte) != std::string_view::npos ||
                   (set && is_ascii(byte))) {
            return std::nullopt;
        } else {
            const bool begins = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
            if (set && begins && !choice.words.back().empty()) choice.words.emplace_back();
            choice.words.back() += byte;
        }
    }
    if (at + 1 != pattern.size() || pattern.back() != (set ? ']' : ')')) return std::nullopt;
    const bool gap = std::any_of(choice.words.begin(), choice.words.end(),
                                 [](const std::string& word) { return tokens_of(word).empty(); });
    return gap ? std::nullopt : std::optional(std::move(choice));
}

}  // namespace

WordIndex index_of(const SayRules& rules) {
    WordIndex index;
    for (const auto& [name, list] : rules.words) {
        const std::size_t number = index.numbers.size();
        index.numbers[name] = number;
        for (const auto& [written, forms] : list.words)
            add_entry(number, written, list.match_case, index);
    }
    for (const auto& [name, pattern] : rules.patterns) {
        const auto choice = choice_of(pattern);
        if (!choice || rules.words.contains(name)) continue;
        const std::size_t number = index.numbers.size();
        index.numbers[name] = number;
        for (const std::string& word : choice->words)
            add_entry(number, word, choice->match_case, index);
    }
    return index;
}

Needs needs_of(const std::string& written, const SayRules& rules, const WordIndex& index) {
    Needs needs;
    const std::vector<Item> items = joined(Reader(written, rules).read());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Item& item = items[i];
        if (item.optional) continue;
        const bool token = parts(items, i, -1) && parts(items, i, 1);
        needs.digit = needs.digit || item.digit;
        if (std::string signs = between_digits(items, i); !signs.empty())
            needs.between.push_back(std::move(signs));
        const bool sign = item.sort == Item::Sort::edge;
        if (sign && item.text.size() == 1)
            needs.signs += item.text;
        else if ((sign && !item.text.empty()) || (item.sort == Item::Sort::letters && token))
            needs.tokens.push_back(fold_case(item.text));
        if (item.sort != Item::Sort::slot || !token) continue;
        const auto list = index.numbers.find(item.text);
        if (list == index.numbers.end()) continue;
        if (beside_digits(items, i, -1))
            needs.after.push_back(list->second);
        else if (beside_digits(items, i, 1))
            needs.before.push_back(list->second);
        else
            needs.lists.push_back(list->second);
    }
    return needs;
}

namespace {

bool all_in(const std::vector<std::size_t>& wanted, const std::unordered_set<std::size_t>& there) {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](std::size_t each) { return there.contains(each); });
}

/// Where only signs part a token from digits before it, or from digits behind it.
std::vector<bool> near_digits(const std::vector<Token>& tokens, bool behind) {
    std::vector<bool> out(tokens.size() + 1, false);
    bool near = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t at = behind ? tokens.size() - 1 - i : i;
        if (!behind) out[at] = near;
        near = tokens[at].sort == Token::Sort::digits ||
               (near && tokens[at].sort == Token::Sort::sign);
        if (behind) out[at] = near;
    }
    return out;
}

bool stands_at(const WordIndex::Entry& entry, const std::vector<std::string>& keys,
               std::size_t at) {
    return at + entry.tokens.size() <= keys.size() &&
           std::equal(entry.tokens.begin(), entry.tokens.end(),
                      keys.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

Features::Features(std::string_view sentence, const WordIndex& index) {
    const std::vector<Token> tokens = tokens_of(sentence);
    const std::vector<bool> after = near_digits(tokens, false);
    const std::vector<bool> before = near_digits(tokens, true);
    for (const bool match_case : {false, true}) {
        std::vector<std::string> keys;
        for (const Token& token : tokens) keys.push_back(key_of(token.text, match_case));
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto entries = index.by_first.find(keys[i]);
            if (entries == index.by_first.end()) continue;
            for (const WordIndex::Entry& entry : entries->second) {
                if (!stands_at(entry, keys, i)) continue;
                lists_.insert(entry.list);
                if (after[i]) after_.insert(entry.list);
                if (before[i + entry.tokens.size()]) before_.insert(entry.list);
            }
        }
        if (!match_case) tokens_.insert(keys.begin(), keys.end());
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        digit_ = digit_ || tokens[i].sort == Token::Sort::digits;
        if (tokens[i].sort != Token::Sort::sign || tokens[i].text.size() != 1) continue;
        signs_ += tokens[i].text;
        if (after[i] && before[i + 1]) between_ += tokens[i].text;
    }
}

bool Features::meet(const Needs& needs) const {
    return (!needs.digit || digit_) &&
           std::all_of(needs.signs.begin(), needs.signs.end(),
                       [&](char sign) { return signs_.find(sign) != std::string::npos; }) &&
           all_in(needs.lists, lists_) && all_in(needs.after, after_) &&
           all_in(needs.before, before_) &&
           std::all_of(needs.between.begin(), needs.between.end(),
                       [&](const std::string& signs) {
                           return between_.find_first_of(signs) != std::string::npos;
                       }) &&
           std::all_of(needs.tokens.begin(), needs.tokens.end(),
                       [&](const std::string& token) { return tokens_.contains(token); });
}

}  // namespace declaim
