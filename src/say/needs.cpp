#include "say/needs.hpp"

#include <unicode/uchar.h>

#include <algorithm>

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

/// Runs of letters, in small letters, and every sign by itself; digits and spaces are left out.
std::vector<std::string> tokens_of(std::string_view text) {
    std::vector<std::string> out;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_char(text, at);
        const bool letter = is_letter(c);
        if (!letter && (is_space(c) || u_isdigit(static_cast<UChar32>(c)) != 0)) {
            open = false;
            continue;
        }
        if (!letter || !open) out.emplace_back();
        out.back() += text.substr(begin, at - begin);
        open = letter;
    }
    for (std::string& token : out) token = fold_case(token);
    return out;
}

bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// One item of a written side that is not within a group or a set.
struct Item {
    enum class Sort { edge, letters, digits, slot, other };
    Sort sort = Sort::other;
    std::string text = {};  // letters, a sign, or the name of a slot
    bool digit = false;     // has one
    bool optional = false;  // ?, *, {…}
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

    Item group() {
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
        return {};
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

/// Whether a token surely ends between the items before and after `at`.
bool parts(const std::vector<Item>& items, std::size_t at, int step) {
    for (auto i = static_cast<std::ptrdiff_t>(at) + step;; i += step) {
        if (i < 0 || i >= static_cast<std::ptrdiff_t>(items.size())) return true;
        const Item& item = items[static_cast<std::size_t>(i)];
        if (item.sort != Item::Sort::edge && item.sort != Item::Sort::digits) return false;
        if (!item.optional) return true;
    }
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

}  // namespace

WordIndex index_of(const SayRules& rules) {
    WordIndex index;
    std::size_t number = 0;
    for (const auto& [name, list] : rules.words) {
        std::unordered_set<std::string> firsts;
        bool told = true;
        for (const auto& [written, forms] : list.words) {
            const auto tokens = tokens_of(written);
            told = told && !tokens.empty() && !is_ascii_digit(written.front());
            if (!tokens.empty()) firsts.insert(tokens.front());
        }
        if (!told) continue;
        for (const std::string& first : firsts) index.lists_of[first].push_back(number);
        index.numbers[name] = number++;
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
        const bool sign = item.sort == Item::Sort::edge;
        if (sign && item.text.size() == 1)
            needs.signs += item.text;
        else if ((sign && !item.text.empty()) || (item.sort == Item::Sort::letters && token))
            needs.tokens.push_back(fold_case(item.text));
        if (item.sort != Item::Sort::slot || !token) continue;
        if (const auto list = index.numbers.find(item.text); list != index.numbers.end())
            needs.lists.push_back(list->second);
    }
    return needs;
}

Features::Features(std::string_view sentence, const WordIndex& index) {
    for (std::string& token : tokens_of(sentence)) {
        if (const auto lists = index.lists_of.find(token); lists != index.lists_of.end())
            lists_.insert(lists->second.begin(), lists->second.end());
        tokens_.insert(std::move(token));
    }
    digit_ = std::any_of(sentence.begin(), sentence.end(), is_ascii_digit);
    for (const char byte : sentence)
        if (is_ascii(byte) && std::ispunct(static_cast<unsigned char>(byte)) != 0 &&
            signs_.find(byte) == std::string::npos)
            signs_ += byte;
}

bool Features::meet(const Needs& needs) const {
    return (!needs.digit || digit_) &&
           std::all_of(needs.signs.begin(), needs.signs.end(),
                       [&](char sign) { return signs_.find(sign) != std::string::npos; }) &&
           std::all_of(needs.lists.begin(), needs.lists.end(),
                       [&](std::size_t list) { return lists_.contains(list); }) &&
           std::all_of(needs.tokens.begin(), needs.tokens.end(),
                       [&](const std::string& token) { return tokens_.contains(token); });
}

}  // namespace declaim
