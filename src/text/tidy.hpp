#pragma once

#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Takes furniture out of lines and sentences: marks of footnotes, and marks of pages, columns and
/// times ("[[Page H1234]]", "{time} 1345"). A line that is nothing but such a mark stays, for
/// find_furniture to drop.
/// In:     the page, its rules.
/// Out:    `page` without the marks, footnotes at its foot marked as such (PageLine::note); what
///         was taken away, in order. A mark is one by the markup; or glued to a word; or its number
///         stands before a note at the foot, the marks counting up as the notes do. "[sic]", years,
///         "G7" and "m²" stay.
/// Errors: none.
std::vector<Rewritten> tidy(Page& page, const Rules& rules);

/// The end of a mark of a page, column or time in brackets that begins at `at`; 0 for none.
std::size_t stamp_end(std::string_view text, std::size_t at, const Rules& rules);

/// Whether the line is such marks and nothing else.
bool is_stamp(std::string_view text, const Rules& rules);

}  // namespace declaim
