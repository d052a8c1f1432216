#pragma once

#include <string>
#include <string_view>

#include "text/page.hpp"

namespace declaim {

/// Reads a document whose format needs heavy libraries (EPUB, DOCX, ODT, PDF) in the program
/// declaim-reader, so that other documents need not load them and a broken one harms nobody.
/// In:     the format as sniffed; the bytes of the document; its path, for messages.
/// Errors: throws Error{input} with what the reader says of the document, or when it dies or takes
///         too long; Error{data} when the program is not there.
Page read_far(const std::string& format, std::string_view bytes, const std::string& path);

}  // namespace declaim
