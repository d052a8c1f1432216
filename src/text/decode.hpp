#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace declaim {

/// A document as text.
struct Decoded {
    std::string text;  ///< NFC UTF-8; lines end in '\n', pages in '\f'; no other controls but tab
    std::string encoding;    ///< lower case IANA name, such as "windows-1252"
    std::size_t mended = 0;  ///< places where UTF-8 had been read as windows-1252 before
};

/// The name of the UTF-16 that bytes without a byte order mark are in, or null: it betrays itself
/// by NUL bytes at even places only, or at odd ones.
const char* unmarked_utf16(std::string_view bytes);

/// Turns the bytes of a document into text.
/// In:     the bytes; an IANA or ICU charset name, or "" to find out; the path for messages; whether
///         it is HTML or XML, which may declare a charset.
/// Out:    text without byte order marks, soft hyphens, zero-width and control characters.
/// Errors: throws Error{usage} for an unknown charset, naming near ones; Error{input} for one that
///         is not that of the bytes.
/// Source: charset_of, mend_mojibake.
Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& path,
               bool markup = false);

/// As decode() leaves it: NFC, one kind of line end, nothing invisible. For characters that come
/// into the text later, by the entities of HTML.
std::string normalised(std::string_view text);

}  // namespace declaim
