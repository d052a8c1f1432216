#include "text/sentences.hpp"

#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <iterator>

#include "base/error.hpp"
#include "text/scan.hpp"

namespace declaim {
namespace {

constexpr ByteSet kLetters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
constexpr ByteSet kPlain("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,'-");

struct TextCloser {
    void operator()(UText* text) const noexcept { utext_close(text); }
};
using Text = std::unique_ptr<UText, TextCloser>;

Text open_text(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    return Text(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
}

ByteRange trimmed(std::string_view text, ByteRange range) {
    while (range.begin < range.end && (text[range.begin] == ' ' || text[range.begin] == '\n'))
        ++range.begin;
    while (range.begin < range.end && (text[range.end - 1] == ' ' || text[range.end - 1] == '\n'))
        --range.end;
    return range;
}

/// The word and its full stops before a final full stop: "u.s" of "the U.S.".
std::string_view token_before(std::string_view text, std::size_t dot) {
    constexpr std::size_t kLongest = 40;
    std::size_t begin = dot;
    while (begin > 0 && dot - begin < kLongest) {
        std::size_t at = begin;
        const char32_t c = previous_char(text, at);
        if (is_space(c) || is_opening_mark(c) || c == U'-' || c == U'–' || c == U'—' || c == U'/')
            break;
        begin = at;
    }
    return text.substr(begin, dot - begin);
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "J", "F" of "J. F. Kennedy", and "J.F".
bool is_initials(std::string_view token) {
    bool letter = false;
    for (std::size_t at = 0; at < token.size();) {
        const char32_t c = next_char(token, at);
        if (c == U'.' && letter) {
            letter = false;
            continue;
        }
        if (letter || u_isupper(static_cast<UChar32>(c)) == 0) return false;
        letter = true;
    }
    return letter;
}

bool is_clause_mark(char32_t c) {
    return c == U',' || c == U';' || c == U':' || c == U'–' || c == U'—' || c == U'،' ||
           c == U'、' || c == U'，' || c == U'；';
}

bool has_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (u_isalnum(static_cast<UChar32>(next_char(text, at)))) return true;
    return false;
}

/// Where a closing quote stands apart at `end`, as in French « Non ! », the place behind it. One
/// with a letter behind it opens, as in German »Nein«.
std::size_t past_spaced_quote(std::string_view text, std::size_t end) {
    if (end >= text.size()) return end;
    std::size_t at = end;
    const char32_t mark = next_char(text, at);
    const bool apart = at >= text.size() || text[at] == ' ';
    return apart && is_closing_mark(mark) ? at : end;
}

}  // namespace

SentenceSplitter::SentenceSplitter(const Rules& rules) : rules_(rules) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(rules.language.c_str());
    sentences_.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    graphemes_.reset(icu::BreakIterator::createCharacterInstance(locale, status));
    if (U_FAILURE(status))
        throw Error(ErrorKind::data, "the ICU library has no rules for sentences; reinstall ICU");
}

/// Whether the full stop at `dot` belongs to an abbreviation that goes on at `next`.
bool SentenceSplitter::is_suppressed(std::string_view text, std::size_t dot,
                                     std::size_t next) const {
    const std::string_view token = token_before(text, dot);
    if (token.empty()) return false;
    const SentenceRules& rules = rules_.sentences;
    const std::string folded = fold_case(token);
    const char32_t first = first_visible(text.substr(next));
    const bool digit = first >= U'0' && first <= U'9';
    if (rules.never.count(folded) != 0) return true;
    if (digit && rules.number.count(folded) != 0) return true;
    const bool ordinal = rules.ordinals && is_digits(token) && token.size() <= 2;
    if (!ordinal && !is_initials(token) && rules.sometimes.count(folded) == 0) return false;
    // "I" is a word in some languages: only a run of initials or a name after it shows.
    const std::vector<Word> words = words_of(text.substr(next, 60));
    return !words.empty() && rules_.function_words.match(words, 0) == 0;
}

/// Whether ICU's boundary `end` really ends the sentence that began at `start`.
bool SentenceSplitter::is_end(std::string_view text, std::size_t start, std::size_t end) const {
    const ByteRange range = trimmed(text, {start, end});
    if (range.begin >= range.end || end >= text.size()) return true;
    std::size_t at = range.end;
    const char32_t last = previous_char(text, at);
    if (last == U'.') {
        // "1. Defence": the number of a paragraph.
        if (is_digits(text.substr(range.begin, at - range.begin))) return false;
        return !is_suppressed(text, at, end);
    }
    // "Why?" he asked.
    return !(is_closing_mark(last) && starts_lower(text.substr(end, 20)));
}

/// Of a run of letters, digits and the like, what matters is all up to the first letter, which may
/// show that a mark above ends nothing, and the last character, behind which a mark may follow:
/// UAX #29, SB6 to SB11.
void SentenceSplitter::sketch(std::string_view text) {
    constexpr std::size_t kWorthIt = 12;
    sketch_.text.clear();
    sketch_.places.assign(1, {});
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t begin = at;
        while (at < text.size() && kPlain.has(text[at])) ++at;
        if (at < begin + kWorthIt) continue;
        const std::size_t letter = kLetters.find(text.substr(0, at), begin);
        if (letter == std::string_view::npos || letter + 2 >= at) continue;
        sketch_.text.append(text, copied, letter + 1 - copied);
        copied = at - 1;
        sketch_.places.push_back({sketch_.text.size(), copied});
    }
    sketch_.text.append(text, copied);
}

std::vector<ByteRange> SentenceSplitter::split(std::string_view text) {
    std::vector<ByteRange> out;
    sketch(text);
    const Text source = open_text(sketch_.text);
    UErrorCode status = U_ZERO_ERROR;
    sentences_->setText(source.get(), status);
    std::size_t start = 0;
    ByteRange sentence;  // not yet put out
    bool worded = false;
    const auto add = [&](ByteRange part) {
        if (part.size() == 0) return;
        // A mark that stands apart, as in French « … ! », is no sentence of its own.
        const bool part_worded = has_word(text.substr(part.begin, part.size()));
        const bool joins = sentence.size() > 0 && !(worded && part_worded);
        if (!joins) cut(text, sentence, out);
        sentence = {joins ? sentence.begin : part.begin, part.end};
        worded = part_worded || (joins && worded);
    };
    sentences_->first();
    auto place = sketch_.places.begin();
    for (auto found = sentences_->next(); found != icu::BreakIterator::DONE;
         found = sentences_->next()) {
        const auto at = static_cast<std::size_t>(found);
        while (std::next(place) != sketch_.places.end() && std::next(place)->at < at) ++place;
        const std::size_t next = place->from + (at - place->at);
        if (!is_end(text, start, next)) continue;
        const std::size_t end = past_spaced_quote(text, next);
        add(trimmed(text, {start, end}));
        start = end;
    }
    add(trimmed(text, {start, text.size()}));
    cut(text, sentence, out);
    return out;
}

std::size_t SentenceSplitter::grapheme_before(std::string_view text, std::size_t begin,
                                              std::size_t limit) {
    const std::string_view window = text.substr(begin, limit - begin);
    const Text source = open_text(window);
    UErrorCode status = U_ZERO_ERROR;
    graphemes_->setText(source.get(), status);
    // The window may end inside a code point: step back from it.
    std::size_t last = window.size();
    while (last > 0 && (static_cast<unsigned char>(text[begin + last]) & 0xC0U) == 0x80U) --last;
    const auto found = graphemes_->preceding(static_cast<std::int32_t>(last));
    return begin + (found > 0 ? static_cast<std::size_t>(found) : last);
}

void SentenceSplitter::cut(std::string_view text, ByteRange range, std::vector<ByteRange>& out) {
    while (range.size() > kLongestSentence) {
        const std::size_t limit = range.begin + kLongestSentence;
        std::size_t clause = 0;
        std::size_t space = 0;
        for (std::size_t i = limit; i > range.begin + kLongestSentence / 4 && clause == 0; --i) {
            if (text[i] != ' ') continue;
            std::size_t at = i;
            if (space == 0) space = i;
            if (is_clause_mark(previous_char(text, at))) clause = i;
        }
        std::size_t end = clause != 0 ? clause : space;
        if (end == 0) end = grapheme_before(text, range.begin, limit);
        out.push_back(trimmed(text, {range.begin, end}));
        range = trimmed(text, {end, range.end});
    }
    if (range.size() > 0) out.push_back(range);
}

}  // namespace declaim
