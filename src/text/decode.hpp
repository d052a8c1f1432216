#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// A document as text.
struct Decoded {
    std::string text;  ///< NFC UTF-8; lines end in '\n', pages in '\f'; no other controls but tab
    std::string encoding;  ///< lower case IANA name, such as "windows-1252"
};

/// The name of the UTF-16 that bytes without a byte order mark are in, or null: it betrays itself
/// by NUL bytes at even places only, or at odd ones.
const char* unmarked_utf16(std::string_view bytes);

/// Turns the bytes of a document into text.
/// In:     the bytes; an IANA or ICU charset name, or "" to find out; the path for messages.
/// Out:    text without byte order marks, soft hyphens, zero-width and control characters.
/// Errors: throws Error{input} for an unknown charset, naming near ones.
/// Source: byte order mark, else UTF-8 when valid, else what uchardet finds, else windows-1252
/// (which
///         also stands for ASCII and ISO 8859-1, as the WHATWG Encoding Standard has it).
Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& path);

/// Text as `decode` gives it: NFC, one kind of line end, nothing invisible.
/// In:     UTF-8.
/// Errors: none.
std::string tidy_text(std::string_view text);

}  // namespace declaim
