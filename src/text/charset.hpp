#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// The charset a document is in, as to_utf8 takes it.
/// In:     the bytes; the charset asked for or ""; whether the document has markup, which may
///         declare one; the path for messages.
/// Errors: throws Error{usage} for an unknown charset asked for, naming near ones.
/// Source: what is asked for, else the byte order mark, else UTF-8 where (nearly) valid, else what
///         is declared where the bytes do not belie it, else what uchardet finds, else
///         windows-1252.
std::string charset_of(std::string_view bytes, const std::string& asked, bool markup,
                       const std::string& path);

}  // namespace declaim
