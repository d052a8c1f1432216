#pragma once

#include <string_view>
#include <vector>

#include "text/dates.hpp"
#include "text/page.hpp"
#include "text/page_tree.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Drops boxes that stand in, above or below the running text of a page but are no part of it.
/// In:     the page and its tree; which lines are kept, and why the others are not.
/// Out:    `keep` and `reasons` changed. The running text is what most of the kept prose is: lines
///         in elements of one shape (tags, and class names the page uses often). A box is an
///         element of another shape with several lines; it goes if it is small and has what a
///         reader clicks: a form, a button, links; or if it has a line such as stand at the head or
///         foot of pages; below the text also if it only has a heading and a few words. Lists,
///         quotations and tables without links stay.
/// Errors: none.
void drop_islands(const Page& page, const PageTree& tree, const Rules& rules,
                  const DateReader& dates, std::vector<bool>& keep,
                  std::vector<std::string_view>& reasons);

}  // namespace declaim
