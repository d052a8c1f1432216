#include "base/unicode.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

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

// What a byte is in a word.
constexpr unsigned kLower = 1;
constexpr unsigned kDigit = 2;
constexpr unsigned kWide = 4;      // part of a character that is not of ASCII
constexpr unsigned kUpper = 0x20;  // what a letter lacks to its lower case
constexpr unsigned kOfWord = kLower | kDigit | kUpper;

constexpr std::array<unsigned char, 256> kKinds = [] {
    std::array<unsigned char, 256> kinds{};
    for (unsigned c = 'A'; c <= 'Z'; ++c) kinds.at(c) = kUpper;
    for (unsigned c = 'a'; c <= 'z'; ++c) kinds.at(c) = kLower;
    for (unsigned c = '0'; c <= '9'; ++c) kinds.at(c) = kDigit;
    for (unsigned c = 0x80; c <= 0xFF; ++c) kinds.at(c) = kWide;
    return kinds;
}();

unsigned kind_of(char byte) noexcept { return kKinds[static_cast<unsigned char>(byte)]; }

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

/// Eight bytes at once, for tests of all of them.
static std::uint64_t eight_at(std::string_view text, std::size_t at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return bytes;
}

std::size_t ascii_end(std::string_view text, std::size_t at) noexcept {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    while (at + 8 <= text.size() && (eight_at(text, at) & kHighBits) == 0) at += 8;
    while (at < text.size() && is_ascii(text[at])) ++at;
    return at;
}

std::size_t printable_end(std::string_view text, std::size_t at) noexcept {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::uint64_t kHighBits = 0x80U * kOnes;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t bytes = eight_at(text, at);
        if (((bytes | (bytes + kOnes)) & kHighBits) != 0) break;       // 0x7F and above
        if (((bytes - ' ' * kOnes) & ~bytes & kHighBits) != 0) break;  // below a space
    }
    while (at < text.size() && text[at] >= ' ' && text[at] < '\x7F') ++at;
    return at;
}

bool valid_utf8(std::string_view bytes) noexcept {
    for (std::size_t at = ascii_end(bytes, 0); at < bytes.size(); at = ascii_end(bytes, at)) {
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
    std::string out(text);
    std::size_t at = 0;
    for (; at < out.size() && is_ascii(out[at]); ++at)
        out[at] = static_cast<char>(byte_at(out, at) | (kind_of(out[at]) & kUpper));
    if (at == out.size()) return out;
    out.resize(at);
    while (at < text.size()) {
        const char32_t c = next_char(text, at);
        append_char(out, folded(c));
    }
    return out;
}

std::uint32_t hash_of(std::string_view folded) noexcept {
    if (folded.empty()) return 0;
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(byte_at(folded, at));
    };
    const std::size_t last = folded.size() - 1;
    std::uint32_t hash = byte(0) | byte(last / 2) << 8U | byte(last) << 16U;
    hash = (hash ^ static_cast<std::uint32_t>(last) << 24U) * 2654435761U;
    return hash ^ (hash >> 15U);
}

/// Takes the run of word characters of ASCII that begins here.
void WordReader::take_ascii(Word& word) {
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    unsigned kinds = 0;
    const char* at = begin;
    for (unsigned kind = 0; at < end && ((kind = kind_of(*at)) & kOfWord) != 0; ++at) kinds |= kind;
    const std::size_t length = word.folded.size();
    word.folded.append(begin, at);
    for (std::size_t i = length; (kinds & kUpper) != 0 && i < word.folded.size(); ++i)
        word.folded[i] =
            static_cast<char>(byte_at(word.folded, i) | (kind_of(word.folded[i]) & kUpper));
    word.letter = word.letter || (kinds & (kUpper | kLower)) != 0;
    word.caps = word.caps && (kinds & kLower) == 0;
    word.end = at_ += static_cast<std::size_t>(at - begin);
}

/// Takes the character outside ASCII that is here; false for one of no word.
bool WordReader::take_wide(Word& word) {
    std::size_t next = at_;
    const char32_t c = next_char(text_, next);
    if (!is_word_char(c)) return false;
    if (word.folded.empty()) word.capital = is_upper(c) || u_istitle(icu(c)) != 0;
    append_char(word.folded, folded(c));
    word.letter = word.letter || is_letter(c);
    word.caps = word.caps && !is_lower(c);
    word.end = at_ = next;
    return true;
}

bool WordReader::next(Word& word) {
    word.folded.clear();
    word.letter = false;
    word.caps = true;
    for (;;) {  // to the first character of a word
        std::size_t at = at_;
        while (at < text_.size() && kind_of(text_[at]) == 0) ++at;
        at_ = word.begin = at;
        if (at >= text_.size()) return false;
        if (is_ascii(text_[at])) {
            word.capital = kind_of(text_[at]) == kUpper;
            break;
        }
        if (take_wide(word)) break;
        next_char(text_, at_);
    }
    while (at_ < text_.size()) {
        const unsigned kind = kind_of(text_[at_]);
        if (kind == 0) break;
        if (kind != kWide)
            take_ascii(word);
        else if (!take_wide(word))
            break;
    }
    word.caps = word.caps && word.letter;
    word.hash = hash_of(word.folded);
    return true;
}

std::vector<Word> words_of(std::string_view text, std::size_t most) {
    std::vector<Word> words;
    words.reserve(std::min({text.size() / 5 + 2, most, std::size_t{4096}}));
    WordReader reader(text);
    while (words.size() < most) {
        words.emplace_back();
        if (reader.next(words.back())) continue;
        words.pop_back();
        break;
    }
    return words;
}

std::size_t characters(std::string_view text) noexcept {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    std::size_t count = text.size();  // but for the bytes that go on: 10xxxxxx
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t bytes = eight_at(text, at);
        count -= static_cast<std::size_t>(std::popcount((bytes >> 7U) & ~(bytes >> 6U) & kOnes));
    }
    for (; at < text.size(); ++at)
        if ((byte_at(text, at) & 0xC0U) == 0x80U) --count;
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
