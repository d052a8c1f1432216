// Any bytes, in any charset: decode gives clean text, or throws an Error. The first byte is the
// charset asked for, and whether the document has markup.

#include <array>

#include "base/error.hpp"
#include "promises.hpp"
#include "text/decode.hpp"

namespace {

constexpr std::array<const char*, 16> kCharsets{
    "",         "",       "",          "",        "utf-8",       "utf-16",
    "utf-16le", "utf-32", "shift_jis", "gb18030", "iso-2022-jp", "windows-1252",
    "koi8-r",   "utf-7",  "big5",      "hz"};

using declaim::fuzz::require;

void check(const declaim::Decoded& decoded) {
    require(declaim::valid_utf8(decoded.text) && !decoded.encoding.empty());
    for (std::size_t at = 0; at < decoded.text.size();) {
        const char32_t c = declaim::next_char(decoded.text, at);
        require(c == '\n' || c == '\t' || c == '\f' || (c >= 0x20 && !(c >= 0x7F && c < 0xA0)));
    }
    require(declaim::normalised(decoded.text) == decoded.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view document(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    try {
        check(declaim::decode(document, kCharsets.at(bytes[0] % kCharsets.size()), "fuzz",
                              bytes[0] >= 128));
    } catch (const declaim::Error&) {
    }
    return 0;
}
