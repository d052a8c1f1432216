#include "text/convert.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace declaim {
namespace {

struct Closer {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

Converter open_converter(const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(charset.c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// Bytes 0x80 to 0x9F of windows-1252. Source: WHATWG Encoding Standard, index windows-1252.
constexpr std::array<char16_t, 32> kUpper{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool continues(std::string_view bytes, std::size_t at) {
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
}

std::string mixed_to_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        const char32_t c = next_char(bytes, at);
        const auto byte = static_cast<unsigned char>(bytes[start]);
        if (at != start + 1 || byte < 0x80) {
            out.append(bytes, start, at - start);
        } else if (byte >= 0xE0 && continues(bytes, at)) {  // a sequence of UTF-8 cut short
            while (continues(bytes, at) && at < start + 3) ++at;
            append_char(out, c);
        } else {
            append_char(out, from_windows_1252(byte));
        }
    }
    return out;
}

}  // namespace

bool is_known_charset(const std::string& charset) {
    return !charset.empty() && open_converter(charset) != nullptr;
}

std::string canonical_charset(const std::string& charset) {
    std::string out = lower_ascii(charset);
    for (const char* standard : {"IANA", "MIME"}) {  // the MIME name is the one in use
        UErrorCode status = U_ZERO_ERROR;
        const char* found = ucnv_getStandardName(charset.c_str(), standard, &status);
        if (found != nullptr && U_SUCCESS(status)) out = lower_ascii(found);
    }
    if (out == "iso-8859-1" || out == "us-ascii") return "windows-1252";
    return out;
}

std::string to_utf8(std::string_view bytes, const std::string& charset) {
    if (charset == "utf-8" && valid_utf8(bytes)) return std::string(bytes);
    if (charset == kMixedUtf8) return mixed_to_utf8(bytes);
    const Converter from = open_converter(charset);
    if (!from) return {};
    std::string out;
    std::vector<UChar> buffer(std::size_t{1} << 15U);
    const char* source = bytes.data();
    char32_t high = 0;
    UErrorCode status = U_ZERO_ERROR;
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

char32_t from_windows_1252(unsigned char byte) noexcept {
    return byte >= 0x80 && byte < 0xA0 ? kUpper[byte - 0x80U] : byte;
}

int to_windows_1252(char32_t c) noexcept {
    if (c < 0x100) return static_cast<int>(c);
    const auto* found = std::find(kUpper.begin(), kUpper.end(), c);
    return found == kUpper.end() ? -1 : static_cast<int>(found - kUpper.begin()) + 0x80;
}

}  // namespace declaim
