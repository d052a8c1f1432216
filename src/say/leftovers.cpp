#include "say/leftovers.hpp"

#include <unicode/uchar.h>

#include "base/unicode.hpp"

namespace declaim {
namespace {

/// Chooses how the sign before it is drawn. Never said.
bool is_variation(char32_t c) { return c >= 0xFE00 && c <= 0xFE0F; }

/// Marks that the engine takes as pauses and melody, or that are part of words.
bool is_text(char32_t c) {
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view(" .,;:!?'\"()-\n\t").find(static_cast<char>(c)) !=
                   std::string_view::npos;
    if (is_variation(c)) return false;
    constexpr unsigned kLetters = U_GC_L_MASK | U_GC_M_MASK;
    constexpr unsigned kMarks =
        U_GC_PD_MASK | U_GC_PI_MASK | U_GC_PF_MASK | U_GC_PS_MASK | U_GC_PE_MASK | U_GC_ZS_MASK;
    if (c == U'…' || c == U'¿' || c == U'¡' || c == U'·') return true;
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    // Outside the scripts we have rules for, punctuation is the engine's to read.
    return (mask & (kLetters | kMarks)) != 0 || ((mask & U_GC_PO_MASK) != 0 && c > 0x2FF);
}

/// Joiners have a meaning within words of some scripts, and none elsewhere.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool joins(std::string_view sentence, std::size_t begin, std::size_t end) {
    if (begin == 0 || end >= sentence.size()) return false;
    std::size_t before = begin;
    return previous_char(sentence, before) > 0x590 && next_char(sentence, end) > 0x590;
}

int digit_of(char32_t c) { return u_charDigitValue(static_cast<UChar32>(c)); }

bool is_number(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_N_MASK) != 0; }

bool letter_before(std::string_view sentence, std::size_t at) {
    return at > 0 && u_isalpha(static_cast<UChar32>(previous_char(sentence, at)));
}

/// What the list says for a sign; its form "between" where letters stand on both sides.
const std::string& said_for(const WordForms& word, std::string_view sentence, ByteRange where) {
    const auto between = word.forms.find("between");
    std::size_t next = where.end;
    if (between != word.forms.end() && letter_before(sentence, where.begin) &&
        next < sentence.size() && u_isalpha(static_cast<UChar32>(next_char(sentence, next))))
        return between->second;
    return word.said;
}

bool is_raised(char32_t c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/// The number of a footnote, right behind a word or its comma: word¹
bool is_note_mark(std::string_view sentence, std::size_t at, char32_t c) {
    if (!is_raised(c) || at == 0) return false;
    const char32_t before = previous_char(sentence, at);
    // Behind a single letter it is a power: x².
    if (u_isalpha(static_cast<UChar32>(before)) != 0)
        return at > 0 && u_isalpha(static_cast<UChar32>(previous_char(sentence, at))) != 0;
    return (U_GET_GC_MASK(static_cast<UChar32>(before)) & (U_GC_PO_MASK | U_GC_PF_MASK)) != 0;
}

bool letter_at(std::string_view sentence, std::size_t at) {
    return at < sentence.size() &&
           (!is_ascii(sentence[at]) || std::isalnum(static_cast<unsigned char>(sentence[at])));
}

/// Whether words may follow that want a space before them: a letter, another sign, or a mark that
/// opens ("=\"b\"") and does not close.
bool opens(std::string_view sentence, std::size_t at) {
    constexpr std::string_view kEither = "\"'([{";
    constexpr std::string_view kCloses = " \n\t.,;:!?)]}-";
    if (kEither.find(sentence[at]) != std::string_view::npos) return letter_at(sentence, at + 1);
    return kCloses.find(sentence[at]) == std::string_view::npos;
}

std::string padded(std::string_view sentence, ByteRange where, const std::string& words) {
    if (words.empty() || words == " ") return words;
    std::string out;
    // Behind a sign too, which may have been said: "20%+".
    const auto parts = [&](char byte) {
        return std::string_view(" \n\t([{\"'-").find(byte) != std::string_view::npos;
    };
    if (where.begin > 0 && !parts(sentence[where.begin - 1])) out += ' ';
    out += words;
    if (where.end < sentence.size() && opens(sentence, where.end)) out += ' ';
    return out;
}

std::size_t say_digits(std::string_view sentence, std::size_t begin, std::size_t end,
                       const SayRules& rules, SpokenSentence& out) {
    std::string digits;
    std::size_t at = begin;
    while (at < end) {
        std::size_t next = at;
        const int digit = digit_of(next_char(sentence, next));
        if (digit < 0) break;
        digits += static_cast<char>('0' + digit);
        at = next;
    }
    const bool code = digits.size() > 1 && digits.front() == '0';
    auto words = code ? std::nullopt : rules.numbers.spell(digits, "cardinal");
    const ByteRange where{begin, at};
    out.push_back({where, padded(sentence, where, words ? *words : rules.numbers.digits(digits)),
                   code ? "digits" : "number"});
    return at;
}

}  // namespace

void say_leftovers(std::string_view sentence, ByteRange stretch, const SayRules& rules,
                   SpokenSentence& out) {
    const auto symbols = rules.words.find("symbol");
    for (std::size_t at = stretch.begin; at < stretch.end;) {
        std::size_t next = at;
        const char32_t c = next_char(sentence, next);
        if (is_note_mark(sentence, at, c)) {
            while (next < stretch.end) {
                std::size_t behind = next;
                if (!is_raised(next_char(sentence, behind))) break;
                next = behind;
            }
            out.push_back({{at, next}, "", "note"});
            at = next;
            continue;
        }
        if (digit_of(c) >= 0) {
            at = say_digits(sentence, at, stretch.end, rules, out);
            continue;
        }
        const WordForms* word = symbols == rules.words.end()
                                    ? nullptr
                                    : symbols->second.find(sentence.substr(at, next - at));
        const ByteRange where{at, next};
        if (word != nullptr)
            out.push_back(
                {where, padded(sentence, where, said_for(*word, sentence, where)), "symbol"});
        else if (!is_text(c) && !(is_joiner(c) && joins(sentence, at, next)))
            out.push_back({where, is_joiner(c) || is_variation(c) || c == 0xAD ? "" : " ",
                           is_number(c) ? "number without a reading" : "unspeakable"});
        at = next;
    }
}

}  // namespace declaim
