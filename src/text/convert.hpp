#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// UTF-8 with single bytes of windows-1252 among it. No name of a charset; for `to_utf8` only.
constexpr const char* kMixedUtf8 = "utf-8+windows-1252";

/// Whether there is a converter for that charset.
bool is_known_charset(const std::string& charset);

/// The name in use, in lower case: that of MIME, else of IANA, else as given. ISO 8859-1 and ASCII
/// are called by the superset they nearly always are, as the WHATWG Encoding Standard has it.
std::string canonical_charset(const std::string& charset);

/// Any charset to UTF-8; what cannot be decoded becomes U+FFFD.
/// In:     a name as of canonical_charset, or kMixedUtf8. \pre is_known_charset
/// Errors: none.
std::string to_utf8(std::string_view bytes, const std::string& charset);

/// What windows-1252 has for a byte; the control itself for the five bytes it leaves undefined.
char32_t from_windows_1252(unsigned char byte) noexcept;

/// The byte that windows-1252 or ISO 8859-1 has for a character, or -1.
int to_windows_1252(char32_t c) noexcept;

}  // namespace declaim
