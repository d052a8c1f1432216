#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace declaim {

/// A line of the document as every reader sees it. For plain text it is a line of the file; for a
/// format with markup it is a block element, or what stands between two line breaks of one.
/// Features that only markup knows (path of tags, density of links) belong here too.
struct PageLine {
    std::string text;           ///< white space folded, never empty
    int line = 0;               ///< of the source, from 1
    int indent = 0;             ///< columns of white space before the text
    bool starts_block = false;  ///< a blank line or a new block element stands before it
    bool starts_page = false;   ///< a form feed stands before it
};

/// The one form every format is brought to before the speech is sought in it.
struct Page {
    std::vector<PageLine> lines;  ///< in the order of the source; blank lines are left out
};

/// How the lines of a page make up paragraphs.
struct Layout {
    bool wrapped = false;   ///< a paragraph runs over several lines
    std::size_t width = 0;  ///< characters of a full line, where wrapped
};

/// Finds out whether lines are wrapped from their length and what stands at their end.
/// In:     the page; header and footer lines do no harm.
/// Errors: none.
Layout layout_of(const Page& page);

/// Parts plain text into lines.
/// In:     NFC UTF-8, lines parted by '\n', pages by '\f'.
/// Errors: none.
Page read_text(std::string_view text);

}  // namespace declaim
