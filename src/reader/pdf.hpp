#pragma once

#include <string>
#include <string_view>

#include "text/page.hpp"

namespace declaim {

/// Reads the text of a PDF document: a line of print is a line of the page, in reading order,
/// column by column; `starts_block` stands for the space between paragraphs, `starts_page` for a
/// new sheet. `line` counts the lines of print from 1 over the whole document, in that order: a PDF
/// has no lines of its own. Elements are as in reader/pdf_layout.hpp. Title, author and date go to
/// Page::declared (from "pdf"; names "title", "author", "created", the last as an ISO date).
/// In:     the bytes of the document; its path, for messages.
/// Errors: throws Error{input} for a broken or locked document, for one of pictures only, and for
///         one beyond the bounds (5,000 sheets, 5 million words).
/// Source: ISO 32000-1, 7.9.4 Dates and 14.3.3 Document information dictionary.
Page read_pdf(std::string_view bytes, const std::string& path);

}  // namespace declaim
