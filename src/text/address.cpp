#include "text/address.hpp"

#include <algorithm>
#include <vector>

namespace declaim {
namespace {

/// No salutation is longer; also bounds the work on a line.
constexpr std::size_t kLongest = 600;
constexpr std::size_t kMostWords = 60;
constexpr std::size_t kGlance = 36;  // bytes that mostly tell

/// Where one salutation of several ends and the next begins.
bool parts(char32_t c) noexcept {
    return c == U',' || c == U';' || c == U':' || c == U'!' || c == U'،' || c == U'、' ||
           c == U'，';
}

/// A stop ends a salutation unless it ends an abbreviation ("Mr. President").
bool stops(std::string_view text, std::size_t after) { return after >= text.size(); }

struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;  // its mark left out
};

/// The part from `begin` to its mark; behind the end where there is none. \pre begin <= size
Segment segment_at(std::string_view text, std::size_t begin, std::size_t& next) {
    for (next = begin; next < text.size();) {
        const std::size_t start = next;
        const char32_t c = next_char(text, next);
        const bool dot = (c == U'.' || c == U'…') && stops(text, next);
        if (parts(c) || dot) return {begin, start};
    }
    return {begin, text.size()};
}

/// `person`: "Mr. Smith", a name behind what also heads a signature; `dear`: "Dear John".
enum class Part { none, name, person, weak, dear, strong };

/// What one part between commas is.
class Segmenter {
  public:
    Segmenter(const std::vector<Word>& words, const AddressRules& rules)
        : words_(words), rules_(rules) {}

    [[nodiscard]] Part part() const {
        std::size_t at = 0;
        // "and", "my", "all" may come before what makes it a salutation.
        while (at < words_.size() && rules_.links.match(words_, at) != 0 && head_at(at) == 0)
            at += rules_.links.match(words_, at);
        if (at >= words_.size()) return Part::name;  // "of the government and of …"
        const bool opened = rules_.openers.match(words_, at) != 0;
        bool noun = false;
        bool office = false;
        std::size_t foreign = 0;
        if (!scan(at, noun, office, foreign)) return Part::none;
        if (noun && (opened || at == first_head(at)))
            return foreign <= limit() ? Part::strong : Part::none;
        if (opened && office) return Part::strong;
        if (at + rules_.openers.match(words_, at) == words_.size()) return Part::weak;
        if (office && at == first_head(at)) return Part::weak;
        if (foreign != 0) return Part::none;
        if (is_named(at, rules_.dears)) return Part::dear;
        return is_named(at, rules_.openers) ? Part::person : Part::name;
    }

  private:
    /// Such an opener, and four capitalised words at most, as names have them.
    [[nodiscard]] bool is_named(std::size_t at, const Phrases& openers) const {
        constexpr std::size_t kLongestName = 4;
        at += openers.match(words_, at) == 0 ? words_.size() : openers.match(words_, at);
        // "Dear Mr. Smith", "Sehr geehrter Herr Müller"
        while (at < words_.size() && rules_.openers.match(words_, at) != 0)
            at += rules_.openers.match(words_, at);
        std::size_t names = 0;
        for (; at < words_.size(); ++at) {
            if (words_[at].capital)
                ++names;
            else if (rules_.links.match(words_, at) == 0)
                return false;
        }
        return names > 0 && names <= kLongestName;
    }

    /// Lower-case words outside the vocabulary that a salutation may have.
    [[nodiscard]] std::size_t limit() const { return words_.size() / 2 + 1; }

    [[nodiscard]] std::size_t head_at(std::size_t at) const {
        return std::max({rules_.openers.match(words_, at), rules_.nouns.match(words_, at),
                         rules_.offices.match(words_, at)});
    }
    [[nodiscard]] std::size_t first_head(std::size_t at) const {
        while (at < words_.size() && head_at(at) == 0) ++at;
        return at;
    }
    /// Goes over all words; false when one of them is of sentences only, or too many are strange.
    [[nodiscard]] bool scan(std::size_t at, bool& noun, bool& office, std::size_t& foreign) const {
        while (at < words_.size()) {
            const std::size_t known = std::max(head_at(at), rules_.links.match(words_, at));
            if (known == 0 && rules_.sentence_words.match(words_, at) != 0) return false;
            noun = noun || rules_.nouns.match(words_, at) != 0;
            office = office || rules_.offices.match(words_, at) != 0;
            if (known == 0 && !words_[at].capital) ++foreign;
            at += std::max<std::size_t>(known, 1);
        }
        return foreign <= limit();
    }

    const std::vector<Word>& words_;
    const AddressRules& rules_;
};

/// The bytes of a paragraph number: "4. " of "4. Mr. President,".
std::size_t number_at(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 3 || digits + 1 >= text.size()) return 0;
    return (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ' ? digits + 2 : 0;
}

/// "To the ladies of the press": spoken about, not to.
bool is_about(const std::vector<Word>& words, const AddressRules& rules) {
    std::size_t at = 0;
    while (at < words.size() && rules.not_first.match(words, at) != 0) ++at;
    return at > 0 && rules.openers.match(words, at) == 0;
}

/// "Ladies first.": a stop behind a word that is no part of a salutation.
bool ends_strange(std::string_view text, const std::vector<Word>& words,
                  const AddressRules& rules) {
    if (last_visible(text) != U'.' || words.size() < 2) return false;
    const auto known = [&](std::size_t i) {
        return words[i].capital || rules.links.match(words, i) != 0 ||
               rules.nouns.match(words, i) != 0 || rules.offices.match(words, i) != 0;
    };
    const std::size_t last = words.size() - 1;
    return !known(last) && rules.links.match(words, last - 1) == 0;
}

/// The last words of a long text.
std::string_view tail_of(std::string_view text) {
    const std::size_t space = text.find(' ', text.size() - 64);
    return space == std::string_view::npos ? text : text.substr(space);
}

Part part_of(std::string_view text, const AddressRules& rules) {
    const std::vector<Word> words = words_of(text);
    if (words.empty()) return Part::none;
    return Segmenter(words, rules).part();
}

/// Whether the first word but those that may stand before it begins salutations: most text is told
/// by its first words.
bool begins_like_one(std::string_view text, const AddressRules& rules) {
    // A few bytes tell mostly; where they hold nothing but such words, more are looked at.
    for (const std::size_t size : {kGlance, std::size_t{120}}) {
        std::vector<Word> words = words_of(text.substr(0, size));
        // The last one may be cut, and longer phrases may go on behind it.
        const std::size_t sure = text.size() <= size ? words.size() : words.size() / 2;
        const auto head = [&](std::size_t at) {
            return rules.openers.match(words, at) != 0 || rules.nouns.match(words, at) != 0 ||
                   rules.offices.match(words, at) != 0;
        };
        std::size_t at = 0;
        while (at < sure && !head(at) && rules.links.match(words, at) != 0)
            at += rules.links.match(words, at);
        if (at < sure) return head(at);
        if (text.size() <= size) return false;
    }
    return true;
}

}  // namespace

bool ends_address(std::string_view text) noexcept {
    const char32_t c = last_visible(text);
    return parts(c) || c == U'.' || c == U'…' || c == U'–' || c == U'—' || c == U'-';
}

bool begins_otherwise(std::string_view text, const AddressRules& rules) {
    WordReader words(text.substr(number_at(text), kGlance));
    Word first;
    Word second;  // shows that the first one is whole
    return words.next(first) && !rules.openers.may_begin_with(first) &&
           !rules.nouns.may_begin_with(first) && !rules.offices.may_begin_with(first) &&
           !rules.links.may_begin_with(first) && words.next(second);
}

AddressLook address_look(std::string_view text, const AddressRules& rules) {
    if (text.size() > kLongest) return AddressLook::none;
    if (begins_otherwise(text, rules)) return AddressLook::none;
    text.remove_prefix(number_at(text));
    if (!begins_like_one(text, rules)) return AddressLook::none;
    if (text.size() > 100 && ends_strange(tail_of(text), words_of(tail_of(text)), rules))
        return AddressLook::none;
    const std::vector<Word> words = words_of(text);
    if (words.empty() || words.size() > kMostWords) return AddressLook::none;
    if (is_about(words, rules) || ends_strange(text, words, rules)) return AddressLook::none;
    bool first = true;
    bool marked = true;  // needs its mark
    AddressLook look = AddressLook::none;
    for (std::size_t next = 0; next < text.size();) {
        const Segment segment = segment_at(text, next, next);
        const std::string_view piece = text.substr(segment.begin, segment.end - segment.begin);
        if (words_of(piece).empty()) continue;
        const Part part = part_of(piece, rules);
        if (part == Part::none) return AddressLook::none;
        if (first && part == Part::name) return AddressLook::none;
        if (first && part == Part::person && last_visible(text) == U':') return AddressLook::none;
        const bool sure = part == Part::strong || part == Part::dear;
        if (first || part == Part::strong) look = sure ? AddressLook::strong : AddressLook::weak;
        marked = marked && part != Part::strong;
        first = false;
    }
    // "Dear John" may be the title of a book.
    if (look == AddressLook::strong && marked && !parts(last_visible(text)))
        return AddressLook::none;
    // An office alone is also the title of a person or of a chapter: it needs its mark.
    if (look == AddressLook::weak && !parts(last_visible(text))) return AddressLook::none;
    return look;
}

std::size_t opening_address(std::string_view text, const AddressRules& rules) {
    if (begins_otherwise(text, rules)) return 0;
    std::size_t taken = 0;
    const std::size_t number = number_at(text);
    const std::string_view head = text.substr(0, kLongest);
    if (!begins_like_one(head.substr(number), rules)) return 0;
    if (is_about(words_of(head.substr(number, 40)), rules)) return 0;
    for (std::size_t behind = 0; behind < head.size();) {
        const Segment segment = segment_at(head, behind, behind);
        if (segment.end >= head.size()) break;
        const std::size_t begin = std::max(segment.begin, taken == 0 ? number : 0);
        if (segment.end <= begin) break;
        const Part part = part_of(head.substr(begin, segment.end - begin), rules);
        const bool next = taken != 0 && (part == Part::weak || part == Part::dear);
        if (part != Part::strong && !next) break;
        taken = segment.end;
        next_char(head, taken);
    }
    // What follows must be able to stand alone: three words at least.
    if (taken == 0 || words_of(head.substr(taken)).size() < 3) return 0;
    if (last_visible(text) == U',') return 0;
    return taken;
}

}  // namespace declaim
