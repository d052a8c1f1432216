#pragma once

#include <string_view>
#include <vector>

#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds running heads and feet and page numbers.
/// In:     the page, its layout and rules; `reasons` as of find_furniture.
/// Out:    a reason for each such line. What comes again under other numbers may be a heading, a
///         list or a figure of speech: it needs evidence of pages, which is a form feed, a sentence
///         it cuts in two, or a distance of about a page.
/// Errors: none.
void drop_running(const Page& page, const Layout& layout, const Rules& rules,
                  std::vector<std::string_view>& reasons);

}  // namespace declaim
