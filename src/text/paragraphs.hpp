#pragma once

#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/page.hpp"
#include "text/piece.hpp"
#include "text/rules.hpp"

namespace declaim {

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
