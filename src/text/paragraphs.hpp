#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// What markup says of a text.
enum class Role { none, heading, item, quote };

/// A stretch of text and which line of the source each part of it comes from.
struct Piece {
    std::string text;
    std::vector<LineStart> starts;  ///< ascending, the first at 0
    bool address = false;           ///< the lines of one salutation
    int element = -1;               ///< of its first line, in Page::elements
    std::string language;           ///< BCP 47; empty until set_languages
    bool note = false;              ///< a footnote
    bool starts_block = true;       ///< a blank line stands before it
    bool verse = false;             ///< '\n' parts its lines
    bool indented = false;          ///< every line is set in
    std::size_t more_lines = 0;     ///< besides the first
    Role role = Role::none;

    [[nodiscard]] LineRange lines(const ByteRange& range) const;
    [[nodiscard]] LineRange rows(const ByteRange& range) const;  ///< in Speech::rows
    /// The part of it, spaces at both ends left out.
    [[nodiscard]] Piece part(ByteRange range) const;
};

/// Joins the lines that are left into paragraphs.
/// In:     the page, the reason per line ("" for a line of the speech), the layout.
/// Out:    paragraphs in order; every kept line is in exactly one. Wrapped lines are joined with a
///         space, without the hyphen where the document elsewhere writes the word in one, or at
///         least not with a hyphen; a sentence cut by a page break is made whole. Mended words go
///         to `rewritten`.
/// Errors: none.
std::vector<Piece> join_lines(const Page& page, const std::vector<std::string_view>& reasons,
                              const Layout& layout, const Rules& rules,
                              std::vector<Rewritten>& rewritten);

}  // namespace declaim
