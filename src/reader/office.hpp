#pragma once

#include <string>
#include <string_view>

#include "text/page.hpp"

namespace declaim {

/// Read documents that are ZIP archives of XML. What the document says of itself goes to
/// Page::declared (from "opf", "core", "odf meta", and "styles" for the language they set).
/// Lines are numbered by paragraph, from 1. Notes stand after the text in elements "aside", what is
/// printed on every page in elements "header" and "footer"; comments, deleted revisions and hidden
/// words are no text. The navigation document of a book is left out.
/// In:     the bytes of the archive; its path, for messages.
/// Errors: throws Error{input} for a broken or locked archive, a missing part or bad XML, and for
///         one that unpacks to far more than it holds.
/// Source: EPUB 3.3 and 2.0.1 (spine order); ECMA-376 WordprocessingML; OpenDocument 1.3.
Page read_epub(std::string_view bytes, const std::string& path);
Page read_docx(std::string_view bytes, const std::string& path);
Page read_odt(std::string_view bytes, const std::string& path);

}  // namespace declaim
