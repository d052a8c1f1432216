#pragma once

#include <string_view>
#include <vector>

#include "text/dates.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds where the speech begins and names the lines before it.
/// In:     as find_furniture; `reasons` has what repetition and frames have shown.
/// Out:    a reason for each line of the header. The speech begins with the first salutation or
///         sentence; before that with what has a speaker's words ("Thank you"), what is no title,
///         name or place, or is written like headings further down, unless a byline, a date or
///         another line that shows it is header still follows.
/// Errors: none.
void drop_header(const Page& page, const Layout& layout, const Rules& rules,
                 const DateReader& dates, std::vector<std::string_view>& reasons);

}  // namespace declaim
