#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/source.hpp"

namespace declaim {

/// Where in a text a line of the source begins.
struct LineStart {
    std::size_t at = 0;  ///< byte
    int line = 0;        ///< of the source, from 1
    int row = -1;        ///< PageLine::row; -1 where it is that of the start before
    bool operator==(const LineStart&) const = default;
};

/// What a person says of a line (text/overrule.hpp).
enum class Verdict { none, keep, drop };

/// A line of the document as every reader sees it. For plain text it is a line of the file; for a
/// format with markup it is a block element, or what stands between two line breaks of one.
struct PageLine {
    std::string text;           ///< white space folded, never empty
    int line = 0;               ///< of the source, from 1
    int indent = 0;             ///< columns of white space before the text
    bool starts_block = false;  ///< a blank line or a new block element stands before it
    bool starts_page = false;   ///< a form feed stands before it
    bool note = false;          ///< of a footnote at the foot

    // What only markup knows.
    int element = -1;               ///< the innermost of Page::elements that holds it; -1 for none
    std::size_t linked = 0;         ///< bytes of `text` that belong to links
    std::size_t linked_inside = 0;  ///< … to links to another place of the same page
    std::size_t emphasised = 0;     ///< bytes of `text` in bold or italics
    std::vector<ByteRange> marks;   ///< references to notes in `text`: ascending, disjoint
    std::vector<LineStart> starts;  ///< where further lines of the source begin in `text`

    // What segment() notes.
    int row = -1;                     ///< in Page::lines as they were read
    Verdict by_hand = Verdict::none;  ///< such a line is joined only with its like
    bool operator==(const PageLine&) const = default;
};

/// A block element of a document with markup that holds text, itself or below it.
struct PageElement {
    int parent = -1;       ///< in Page::elements, always an earlier one; -1 for the outermost
    std::string tag;       ///< the name HTML has for it: "p", "li", "h1", "nav"
    std::string hints;     ///< class, id, role, itemprop … as written, parted by spaces
    std::string language;  ///< its own lang attribute; empty for none
    bool hidden = false;   ///< not shown by a browser
    bool operator==(const PageElement&) const = default;
};

/// Something the document says of itself outside its text.
struct Declared {
    std::string from;  ///< "meta", "title", "json-ld", "front matter", "html", "time", "frame", …
    std::string name;  ///< "og:title", "author", "lang"; empty where `from` says it all
    std::string value;  ///< as written, white space folded (JSON-LD: the JSON)
    bool operator==(const Declared&) const = default;
};

/// The one form every format is brought to before the speech is sought in it.
struct Page {
    std::vector<PageLine> lines;  ///< in the order of the source; blank lines are left out
    std::vector<PageElement> elements;
    std::vector<Declared> declared;
    bool web = false;  ///< a page of the web, with menus and the like beside its text
    bool operator==(const Page&) const = default;
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

/// Reads a page of HTML or XHTML: each block element is a line, and so is what <br> parts; in <pre>
/// each line of the source is one. Script and style are no text.
/// In:     NFC UTF-8; `path` is for messages. Depth, memory and time are bounded.
/// Errors: throws Error{input} for a page that is nothing but frames, or beyond the bounds.
/// Source: HTML Living Standard, 13.2 Parsing and 15.3 Non-replaced elements.
Page read_html(std::string_view text, const std::string& path);

/// Reads Markdown with YAML or TOML front matter, which is declared under "front matter". A soft break
/// is a space; HTML among it is read as such; footnotes are elements "aside" with the hint
/// "footnote". Front matter that is broken is read as far as it goes.
/// In:     NFC UTF-8; `path` is for messages.
/// Errors: throws Error{input} for more than 16 MiB. Depth, memory and time are bounded.
/// Source: CommonMark 0.30.
Page read_markdown(std::string_view text, const std::string& path);

}  // namespace declaim
