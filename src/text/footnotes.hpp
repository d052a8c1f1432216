#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// A mark in a line that refers to a note.
struct NoteMark {
    std::size_t line = 0;  ///< of Page::lines
    ByteRange where;
};

/// Finds the marks of footnotes that no markup shows, and marks the notes at the foot
/// (PageLine::note).
/// In:     the page, its rules.
/// Out:    the marks, in order; see tidy for what is one.
/// Errors: none.
std::vector<NoteMark> find_note_marks(Page& page, const Rules& rules);

/// The number before a footnote at the foot of a page ("1. ", "[1] ", "(1) ", "1 ", "¹"), its bytes
/// in `end`; 0 for none.
int note_number(std::string_view text, std::size_t& end);

}  // namespace declaim
