#include "base/unicode.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace declaim {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t at) noexcept {
    return static_cast<unsigned char>(text[at]);
}

bool continues(std::string_view text, std::size_t at) noexcept {
    return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

/// The length of the well-formed sequence at `at` (0 when malformed) and its code point.
std::size_t sequence_at(std::string_view text, std::size_t at, char32_t& c) noexcept {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80U) {
        c = lead;
        return 1;
    }
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U) return 0;
    c = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, at + i)) return 0;
        c = (c << 6U) | (byte_at(text, at + i) & 0x3FU);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    return overlong || surrogate || c > 0x10FFFF ? 0 : length;
}

UChar32 icu(char32_t c) noexcept { return static_cast<UChar32>(c); }

// Most text is ASCII, for which ICU's tables are slow.
bool is_upper(char32_t c) noexcept {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(icu(c)) != 0;
}

bool is_lower(char32_t c) noexcept {
    return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(icu(c)) != 0;
}

char32_t folded(char32_t c) noexcept {
    if (c < 0x80) return is_upper(c) ? c + ('a' - 'A') : c;
    return static_cast<char32_t>(u_foldCase(icu(c), U_FOLD_CASE_DEFAULT));
}

bool is_letter(char32_t c) noexcept {
    return c < 0x80 ? is_upper(c) || is_lower(c) : u_isalpha(icu(c)) != 0;
}

bool is_word_char(char32_t c) noexcept {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return (U_GET_GC_MASK(icu(c)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
}

bool is_sentence_mark(char32_t c) noexcept {
    if (c == U'.' || c == U'!' || c == U'?' || c == U'…') return true;
    return c >= 0x80 && u_hasBinaryProperty(icu(c), UCHAR_S_TERM) != 0;
}

}  // namespace

char32_t next_char(std::string_view text, std::size_t& at) noexcept {
    if (byte_at(text, at) < 0x80U) return byte_at(text, at++);
    char32_t c = kReplacement;
    const std::size_t length = sequence_at(text, at, c);
    at += length == 0 ? 1 : length;
    return length == 0 ? kReplacement : c;
}

char32_t previous_char(std::string_view text, std::size_t& at) noexcept {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && (byte_at(text, start) & 0xC0U) == 0x80U) --start;
    char32_t c = kReplacement;
    if (sequence_at(text, start, c) == at - start) {
        at = start;
        return c;
    }
    --at;
    return kReplacement;
}

void append_char(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

bool valid_utf8(std::string_view bytes) noexcept {
    for (std::size_t at = 0; at < bytes.size();) {
        if (is_ascii(bytes[at])) {
            ++at;
            continue;
        }
        char32_t c = 0;
        const std::size_t length = sequence_at(bytes, at, c);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

bool is_space(char32_t c) noexcept {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13);
    return u_isUWhiteSpace(icu(c)) != 0;
}

/// Whether white space is folded already, as far as bytes of ASCII show; false in doubt.
static bool is_folded(std::string_view text) noexcept {
    if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
    unsigned char before = 0;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        // Spaces outside ASCII begin with these bytes in UTF-8.
        const bool doubtful = c == 0xC2 || (c >= 0xE1 && c <= 0xE3);
        if (doubtful || c < ' ' || (c == ' ' && before == ' ')) return false;
        before = c;
    }
    return true;
}

std::string fold_spaces(std::string_view text) {
    if (is_folded(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        while (at < text.size() && is_ascii(text[at]) && text[at] > ' ') ++at;
        if (at > start) {
            if (gap) out.push_back(' ');
            gap = false;
            out.append(text, start, at - start);
            continue;
        }
        if (is_space(next_char(text, at))) {
            gap = !out.empty();
            continue;
        }
        if (gap) out.push_back(' ');
        gap = false;
        out.append(text, start, at - start);
    }
    return out;
}

std::string fold_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_char(text, at);
        append_char(out, folded(c));
    }
    return out;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    words.reserve(std::min<std::size_t>(text.size() / 5 + 1, 4096));
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_char(text, at);
        if (!is_word_char(c)) {
            open = false;
            continue;
        }
        if (!open) {
            words.push_back({});
            words.back().begin = start;
            words.back().capital = is_upper(c) || (c >= 0x80 && u_istitle(icu(c)) != 0);
            words.back().caps = true;
        }
        open = true;
        Word& word = words.back();
        word.end = at;
        word.letter = word.letter || is_letter(c);
        word.caps = word.caps && !is_lower(c);
        if (c >= 0x80) {
            append_char(word.folded, folded(c));
            continue;
        }
        word.folded.push_back(static_cast<char>(folded(c)));
        // The rest of a word in ASCII.
        for (; at < text.size() && byte_at(text, at) < 0x80 && is_word_char(byte_at(text, at));
             word.end = ++at) {
            const char32_t next = byte_at(text, at);
            word.letter = word.letter || is_letter(next);
            word.caps = word.caps && !is_lower(next);
            word.folded.push_back(static_cast<char>(folded(next)));
        }
    }
    for (Word& word : words) word.caps = word.caps && word.letter;
    return words;
}

std::size_t characters(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char byte : text)
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++count;
    return count;
}

char32_t last_visible(std::string_view text) noexcept {
    for (std::size_t at = text.size(); at > 0;)
        if (const char32_t c = previous_char(text, at); !is_space(c)) return c;
    return 0;
}

char32_t first_visible(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = next_char(text, at); !is_space(c)) return c;
    return 0;
}

bool is_closing_mark(char32_t c) noexcept {
    if (c == U'"' || c == U'\'' || c == U'”' || c == U'“' || c == U'*') return true;
    if (c < 0x80) return c == U')' || c == U']' || c == U'}';
    const auto mask = U_GET_GC_MASK(icu(c));
    return (mask & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0;
}

bool is_opening_mark(char32_t c) noexcept {
    if (c == U'"' || c == U'\'' || c == U'¿' || c == U'¡' || c == U'*') return true;
    if (c < 0x80) return c == U'(' || c == U'[' || c == U'{';
    const auto mask = U_GET_GC_MASK(icu(c));
    return (mask & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
}

bool ends_sentence(std::string_view text) noexcept {
    for (std::size_t at = text.size(); at > 0;) {
        const char32_t c = previous_char(text, at);
        if (is_sentence_mark(c)) return true;
        if (!is_space(c) && !is_closing_mark(c)) return false;
    }
    return false;
}

bool starts_lower(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_char(text, at);
        if (is_lower(c)) return true;
        if (c < 0x80 && is_upper(c)) return false;
        if (is_space(c) || is_opening_mark(c)) continue;
        return is_lower(c);
    }
    return false;
}

bool is_all_caps(std::string_view text) noexcept {
    bool upper = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_char(text, at);
        if (is_lower(c)) return false;
        upper = upper || is_upper(c);
    }
    return upper;
}

}  // namespace declaim
