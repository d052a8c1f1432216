#include "text/charset.hpp"

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/ascii.hpp"
#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "base/unicode.hpp"
#include "text/convert.hpp"
#include "text/declared_charset.hpp"
#include "text/decode.hpp"

namespace declaim {
namespace {

/// What uchardet is shown at most; it is decided long before.
constexpr std::size_t kSample = std::size_t{1} << 20U;

struct Closer {
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

constexpr std::array<std::string_view, 5> kRareCharsets{"iso-8859-3", "iso-8859-4", "iso-8859-10",
                                                        "iso-8859-13", "iso-8859-14"};
constexpr std::ptrdiff_t kTelling = 20;

std::string detected(std::string_view bytes) {
    const std::unique_ptr<uchardet, Closer> detector(uchardet_new());
    uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kSample));
    uchardet_data_end(detector.get());
    std::string name = canonical_charset(uchardet_get_charset(detector.get()));
    // ICU does not know it; only S and T with a comma below differ much from Latin-2.
    if (name == "iso-8859-16") name = "iso-8859-2";
    // A few letters do not show a charset that hardly anybody used.
    const bool rare =
        std::find(kRareCharsets.begin(), kRareCharsets.end(), name) != kRareCharsets.end();
    const auto telling = std::count_if(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), kSample)),
        [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; });
    return !is_known_charset(name) || (rare && telling < kTelling) ? "windows-1252" : name;
}

struct Mark {
    std::string_view bytes;
    const char* charset;
};
/// The longer marks first: that of UTF-16LE begins that of UTF-32LE.
constexpr std::array<Mark, 5> kMarks{{{{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                      {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                      {{"\xEF\xBB\xBF", 3}, "utf-8"},
                                      {{"\xFF\xFE", 2}, "utf-16le"},
                                      {{"\xFE\xFF", 2}, "utf-16be"}}};

/// What UTF-8 there is among bytes that are not all UTF-8.
struct Utf8Count {
    std::size_t good = 0;  ///< sequences of several bytes
    std::size_t bad = 0;   ///< bytes
};

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        next_char(bytes, at);
        if (at > start + 1)
            ++count.good;
        else if (static_cast<unsigned char>(bytes[start]) >= 0x80)
            ++count.bad;
    }
    return count;
}

/// A charset by its name in a document, as the WHATWG Encoding Standard reads it; "" where it is
/// unknown, or no document that says so in ASCII can be in it.
std::string as_declared(const std::string& name) {
    constexpr std::array<std::array<const char*, 2>, 7> kSupersets{
        {{"gb2312", "gb18030"},
         {"gbk", "gb18030"},
         {"euc-kr", "windows-949"},
         {"ks_c_5601-1987", "windows-949"},
         {"iso-8859-9", "windows-1254"},
         {"iso-8859-11", "windows-874"},
         {"tis-620", "windows-874"}}};
    if (!is_known_charset(name)) return "";
    std::string charset = canonical_charset(name);
    for (const auto& [part, whole] : kSupersets)
        if (charset == part && is_known_charset(whole)) charset = whole;
    const bool wide = charset.starts_with("utf-16") || charset.starts_with("utf-32") ||
                      charset.starts_with("utf-7") || charset.starts_with("ucs");
    // EBCDIC and other charsets that are not like ASCII.
    return wide || to_utf8("<meta>", charset) != "<meta>" ? "" : charset;
}

/// What a text shows that was read in the wrong charset.
struct Faults {
    std::size_t undecoded = 0;  ///< bytes the charset does not have, and controls
    std::size_t strange = 0;    ///< letters where no script has them
};

Faults faults_of(std::string_view text) {
    Faults faults;
    bool ascii = false;     // the letter before is of ASCII
    bool other = false;     // of a script other than Latin
    bool small = false;     // and in lower case
    bool alone = false;     // an ideograph, of ASCII the letter before it
    std::size_t marks = 0;  // Latin letters beyond ASCII in a row
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_char(text, at);
        const auto letter = static_cast<UChar32>(c);
        // ICU puts U+001A for a single byte that some charsets do not have.
        if (c == 0xFFFD || c == 0x1A || (c >= 0x80 && c < 0xA0)) ++faults.undecoded;
        const bool alpha =
            c < 0x80 ? ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') : u_isalpha(letter) != 0;
        UErrorCode status = U_ZERO_ERROR;
        const bool latin =
            alpha && (c < 0x80 || uscript_getScript(letter, &status) == USCRIPT_LATIN);
        const bool ideograph = u_hasBinaryProperty(letter, UCHAR_IDEOGRAPHIC) != 0;
        const bool foreign = alpha && !latin && !ideograph;
        if (alone && (!alpha || latin)) ++faults.strange;
        alone = ideograph && ascii;
        // "cafй"; "пРИВЕТ"; "Ïðèâåò"; above, "caf騁"
        if ((foreign && ascii) || (alpha && c < 0x80 && other)) ++faults.strange;
        if (foreign && other && small && u_isupper(letter) != 0) ++faults.strange;
        marks = latin && c >= 0x80 ? marks + 1 : 0;
        if (marks >= 3) ++faults.strange;
        ascii = alpha && c < 0x80;
        other = foreign;
        small = foreign && u_islower(letter) != 0;
    }
    return faults;
}

/// The charset declared or the one detected, whichever the text bears out; the former in doubt.
std::string borne_out(std::string_view bytes, const std::string& declared) {
    const std::string other = detected(bytes);
    if (other == declared) return declared;
    const std::string_view sample = bytes.substr(0, kSample);
    const Faults ours = faults_of(to_utf8(sample, declared));
    const Faults theirs = faults_of(to_utf8(sample, other));
    const bool undecoded = ours.undecoded > 2 * theirs.undecoded;
    return undecoded || ours.strange > 2 * theirs.strange + 2 ? other : declared;
}

/// The charset of bytes that are not UTF-8.
std::string legacy_charset(std::string_view bytes, bool markup) {
    const std::string declared = markup ? as_declared(declared_charset(bytes)) : "";
    constexpr std::size_t kRare = 1000;
    const Utf8Count count = count_utf8(bytes);
    // By chance, other charsets hardly ever look like it.
    if (count.good > 3 * count.bad) return kMixedUtf8;
    if (declared == "utf-8" && count.bad * kRare < bytes.size() && count.good >= count.bad)
        return kMixedUtf8;
    if (!declared.empty() && declared != "utf-8") return borne_out(bytes, declared);
    const std::string found = detected(bytes);
    return found == "utf-8" ? kMixedUtf8 : found;
}

/// ISO 2022 shifts between its charsets by escapes; each byte is ASCII.
std::string escaped_charset(std::string_view bytes) {
    constexpr std::array<std::string_view, 4> kShifts{"\x1B$B", "\x1B$@", "\x1B$)C", "\x1B$A"};
    if (bytes.find('\x1B') == std::string_view::npos) return "";
    for (const std::string_view shift : kShifts)
        if (bytes.find(shift) != std::string_view::npos) {
            const std::string found = detected(bytes);
            return found.starts_with("iso-2022") ? found : "";
        }
    return "";
}

}  // namespace

std::string charset_of(std::string_view bytes, const std::string& asked, bool markup,
                       const std::string& path) {
    if (!asked.empty()) {
        if (!is_known_charset(asked)) unknown_charset(asked, path);
        return canonical_charset(asked);
    }
    for (const Mark& mark : kMarks)
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) return mark.charset;
    if (const char* utf16 = unmarked_utf16(bytes)) return utf16;
    if (!valid_utf8(bytes)) return legacy_charset(bytes, markup);
    const std::string escaped = escaped_charset(bytes);
    return escaped.empty() ? "utf-8" : escaped;
}

}  // namespace declaim
