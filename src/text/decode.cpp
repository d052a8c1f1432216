#include "text/decode.hpp"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <array>
#include <utility>

#include "base/error.hpp"
#include "base/unicode.hpp"
#include "text/charset.hpp"
#include "text/convert.hpp"
#include "text/mojibake.hpp"

namespace declaim {
namespace {

/// Soft hyphen, zero-width characters, directional marks, byte order marks, and the noncharacters
/// of Unicode, two of which no XML may hold. ZWJ and ZWNJ stay: they spell words of Persian and of
/// the scripts of India.
bool is_invisible(char32_t c) noexcept {
    return c == 0x00AD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/// Quotes, dashes and ellipses of windows-1252 that were taken for those of ISO 8859-1, which has
/// controls there.
bool has_stray_quotes(std::string_view text) {
    for (std::size_t at = text.find('\xC2'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('\xC2', at + 1)) {
        const auto byte = static_cast<unsigned char>(text[at + 1]);
        if (byte >= 0x91 && byte <= 0x97) return true;
    }
    return false;
}

/// One kind of line end, and nothing invisible. Source: UAX #14, class BK, CR, LF, NL.
std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const bool stray = has_stray_quotes(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = at;
        at = printable_end(text, at);
        out.append(text, plain, at - plain);
        if (at >= text.size()) break;
        const std::size_t begin = at;
        const char32_t c = next_char(text, at);
        if (stray && c >= 0x80 && c < 0xA0) {
            const char32_t meant = from_windows_1252(static_cast<unsigned char>(c));
            if (meant != c) append_char(out, meant);
        } else if (c == '\r') {
            if (at >= text.size() || text[at] != '\n') out.push_back('\n');
        } else if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\v') {
            out.push_back('\n');
        } else if (c == '\n' || c == '\t' || c == '\f') {
            out.push_back(static_cast<char>(c));
        } else if (c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !is_invisible(c)) {
            out.append(text, begin, at - begin);
        }
    }
    return out;
}

icu::StringPiece piece_of(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// Nothing before a character of ASCII is joined with it: what stands between long runs of them is
/// looked at by itself, with the one before.
bool is_nfc(std::string_view text, const icu::Normalizer2& normaliser) {
    constexpr std::size_t kLongRun = 32;
    UErrorCode status = U_ZERO_ERROR;
    for (std::size_t begin = ascii_end(text, 0); begin < text.size();) {
        std::size_t end = begin;
        std::size_t next = begin;
        do {
            end = next;
            while (end < text.size() && !is_ascii(text[end])) ++end;
            next = ascii_end(text, end);
        } while (next < text.size() && next - end < kLongRun);
        const std::size_t from = begin == 0 ? 0 : begin - 1;
        if (normaliser.isNormalizedUTF8(piece_of(text.substr(from, end - from)), status) == 0)
            return false;
        begin = next;
    }
    return U_SUCCESS(status);
}

std::string nfc(std::string text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normaliser = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) || is_nfc(text, *normaliser)) return text;
    const icu::StringPiece piece = piece_of(text);
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
    const std::string looks = charset_of(bytes, "", false, path);
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

Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& path,
               bool markup) {
    if (bytes.size() > (std::size_t{1} << 30U))
        throw Error(ErrorKind::input, fmt::format("{}: larger than 1 GiB; split it", path));
    const std::string found = charset_of(bytes, encoding, markup, path);
    std::string text = to_utf8(bytes, found);
    if (!encoding.empty()) check_asked(bytes, text, found, path);
    Mended mended = mend_mojibake(std::move(text));
    return {normalised(mended.text), found == kMixedUtf8 ? "utf-8" : found, mended.places};
}

std::string normalised(std::string_view text) { return nfc(clean(text)); }

}  // namespace declaim
