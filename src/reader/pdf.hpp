#pragma once

#include <string>
#include <string_view>

#include "text/page.hpp"

namespace declaim {

/// Reads the text of a PDF document: a line of print is a line of the page, in reading order,
/// column by column; `starts_block` stands for the space between paragraphs, `starts_page` for a
/// new sheet. Title, author and date go to Page::declared (from "pdf").
/// In:     the bytes of the document; its path, for messages.
/// Errors: throws Error{input} for a broken or locked document, and for one of pictures only.
Page read_pdf(std::string_view bytes, const std::string& path);

}  // namespace declaim
