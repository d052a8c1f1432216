#include "text/decode.hpp"

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/ascii.hpp"
#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "text/unicode.hpp"

namespace declaim {
namespace {

/// What uchardet is shown at most; it is decided long before.
constexpr std::size_t kSample = std::size_t{1} << 20U;

struct Closer {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
    void operator()(uchardet* detector) const noexcept { uchardet_delete(detector); }
};

std::vector<std::string> known_charsets() {
    std::vector<std::string> names;
    for (std::int32_t i = 0; i < ucnv_countAvailable(); ++i) {
        const char* converter = ucnv_getAvailableName(i);
        UErrorCode status = U_ZERO_ERROR;
        for (std::uint16_t n = 0; n < ucnv_countAliases(converter, &status); ++n)
            names.push_back(lower_ascii(ucnv_getAlias(converter, n, &status)));
    }
    return names;
}

[[noreturn]] void unknown_charset(const std::string& name, const std::string& path) {
    const std::string like = nearest(lower_ascii(name), known_charsets());
    throw Error(ErrorKind::usage,
                fmt::format("{}: unknown character encoding '{}'{}", path, name,
                            like.empty() ? "; names are such as utf-8, windows-1252, koi8-r"
                                         : fmt::format("; did you mean '{}'?", like)));
}

/// The IANA name where there is one; ISO 8859-1 and ASCII are read as the superset they nearly
/// always are.
std::string canonical(const std::string& name) {
    std::string out = lower_ascii(name);
    for (const char* standard : {"IANA", "MIME"}) {  // the MIME name is the one in use
        UErrorCode status = U_ZERO_ERROR;
        const char* found = ucnv_getStandardName(name.c_str(), standard, &status);
        if (found != nullptr && U_SUCCESS(status)) out = lower_ascii(found);
    }
    if (out == "iso-8859-1" || out == "us-ascii") return "windows-1252";
    return out;
}

bool is_known(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Closer> probe(ucnv_open(charset.c_str(), &status));
    return !charset.empty() && U_SUCCESS(status);
}

constexpr std::array<std::string_view, 5> kRareCharsets{"iso-8859-3", "iso-8859-4", "iso-8859-10",
                                                        "iso-8859-13", "iso-8859-14"};
constexpr std::ptrdiff_t kTelling = 20;

std::string detected(std::string_view bytes) {
    const std::unique_ptr<uchardet, Closer> detector(uchardet_new());
    uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kSample));
    uchardet_data_end(detector.get());
    std::string name = canonical(uchardet_get_charset(detector.get()));
    // ICU does not know it; only S and T with a comma below differ much from Latin-2.
    if (name == "iso-8859-16") name = "iso-8859-2";
    // A few letters do not show a charset that hardly anybody used.
    const bool rare =
        std::find(kRareCharsets.begin(), kRareCharsets.end(), name) != kRareCharsets.end();
    const auto telling = std::count_if(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), kSample)),
        [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; });
    return !is_known(name) || (rare && telling < kTelling) ? "windows-1252" : name;
}

struct Mark {
    std::string_view bytes;
    const char* encoding;
};
/// The longer marks first: that of UTF-16LE begins that of UTF-32LE.
constexpr std::array<Mark, 5> kMarks{{{{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                      {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                      {{"\xEF\xBB\xBF", 3}, "utf-8"},
                                      {{"\xFF\xFE", 2}, "utf-16le"},
                                      {{"\xFE\xFF", 2}, "utf-16be"}}};

std::string encoding_of(std::string_view bytes, const std::string& asked, const std::string& path) {
    if (!asked.empty()) {
        if (!is_known(asked)) unknown_charset(asked, path);
        return canonical(asked);
    }
    for (const Mark& mark : kMarks)
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) return mark.encoding;
    if (const char* utf16 = unmarked_utf16(bytes)) return utf16;
    return valid_utf8(bytes) ? "utf-8" : detected(bytes);
}

/// Any charset to UTF-8, a buffer at a time; what cannot be decoded becomes U+FFFD.
std::string to_utf8(std::string_view bytes, const std::string& encoding, const std::string& path) {
    if (encoding == "utf-8" && valid_utf8(bytes)) return std::string(bytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Closer> from(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status)) unknown_charset(encoding, path);
    std::string out;
    std::vector<UChar> buffer(std::size_t{1} << 15U);
    const char* source = bytes.data();
    char32_t high = 0;
    do {
        status = U_ZERO_ERROR;
        UChar* target = buffer.data();
        ucnv_toUnicode(from.get(), &target, buffer.data() + buffer.size(), &source,
                       bytes.data() + bytes.size(), nullptr, true, &status);
        for (const UChar* unit = buffer.data(); unit != target; ++unit) {
            const char32_t c = *unit;
            if (c >= 0xD800 && c <= 0xDBFF) {
                high = c;
            } else if (c >= 0xDC00 && c <= 0xDFFF) {
                append_char(out, 0x10000 + ((high - 0xD800) << 10U) + (c - 0xDC00));
            } else {
                append_char(out, c);
            }
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return out;
}

/// Soft hyphen, zero-width characters, directional marks, byte order marks, and the noncharacters
/// of Unicode, two of which no XML may hold. ZWJ and ZWNJ stay: they spell words of Persian and of
/// the scripts of India.
bool is_invisible(char32_t c) noexcept {
    return c == 0x00AD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/// One kind of line end, and nothing invisible. Source: UAX #14, class BK, CR, LF, NL.
std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_char(text, at);
        if (c == '\r') {
            if (at >= text.size() || text[at] != '\n') out.push_back('\n');
        } else if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\v') {
            out.push_back('\n');
        } else if (c == '\n' || c == '\t' || c == '\f') {
            out.push_back(static_cast<char>(c));
        } else if (c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !is_invisible(c)) {
            out.append(text, start, at - start);
        }
    }
    return out;
}

std::string nfc(std::string text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normaliser = icu::Normalizer2::getNFCInstance(status);
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    if (U_FAILURE(status) || normaliser->isNormalizedUTF8(piece, status) != 0) return text;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    normaliser->normalizeUTF8(0, piece, sink, nullptr, status);
    return U_SUCCESS(status) ? out : text;
}

std::size_t replacements_in(std::string_view text) {
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::size_t count = 0;
    for (std::size_t at = text.find(kReplacement); at != std::string_view::npos;
         at = text.find(kReplacement, at + kReplacement.size()))
        ++count;
    return count;
}

/// A few bytes may be broken in any file; where many are, the name given is that of another
/// encoding.
void check_asked(std::string_view bytes, const std::string& text, const std::string& encoding,
                 const std::string& path) {
    constexpr std::size_t kFew = 3;
    constexpr std::size_t kRare = 1000;
    const std::size_t bad = replacements_in(text);
    if (bad <= kFew || bad < text.size() / kRare) return;
    if (encoding == "utf-8" && bad <= replacements_in(bytes)) return;
    const std::string looks = encoding_of(bytes, "", path);
    throw Error(
        ErrorKind::input,
        fmt::format(
            "{}: {} places cannot be read as {}; {}leave --encoding out", path, bad, encoding,
            looks == encoding ? "" : fmt::format("it looks like {}: name that or ", looks)));
}

}  // namespace

const char* unmarked_utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 4096);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++nuls.at(i % 2);
    const std::size_t many = sample.size() / 4;
    if (sample.size() < 8 || sample.size() % 2 != 0) return nullptr;
    if (nuls[1] > many && nuls[0] == 0) return "utf-16le";
    if (nuls[0] > many && nuls[1] == 0) return "utf-16be";
    return nullptr;
}

Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& path) {
    if (bytes.size() > (std::size_t{1} << 30U))
        throw Error(ErrorKind::input, fmt::format("{}: larger than 1 GiB; split it", path));
    const std::string found = encoding_of(bytes, encoding, path);
    std::string text = to_utf8(bytes, found, path);
    if (!encoding.empty()) check_asked(bytes, text, found, path);
    return {tidy_text(text), found};
}

std::string tidy_text(std::string_view text) { return nfc(clean(text)); }

}  // namespace declaim
