#pragma once

#include <string>
#include <string_view>

#include "text/page_builder.hpp"

namespace declaim {

/// Footnotes in the text of Markdown, whose brackets tame_markdown() hid from the parser.
/// In:     text as the parser gives it.
/// Errors: none.

/// The text with the brackets that stood in the source.
std::string with_note_brackets(std::string_view text);

/// Adds text, its references to footnotes as marks: "bread[^2]".
void add_note_marks(PageBuilder& builder, std::string_view text, int line);

}  // namespace declaim
