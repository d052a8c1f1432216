#pragma once

#include <string_view>
#include <vector>

#include "text/markup_rules.hpp"
#include "text/page.hpp"

namespace declaim {

/// Finds the parts of a page whose tags or class names say that they are not its text.
/// In:     the page and what its markup means.
/// Out:    for every element the reason for dropping it, "" for none; what stands below a dropped
///         element has its reason. A mark that covers a large share of the page's prose is not
///         believed there: class names are chosen freely, and a "widget" may hold each paragraph.
///         Views point into `markup`.
/// Errors: none.
std::vector<std::string_view> marked_furniture(const Page& page, const MarkupRules& markup);

}  // namespace declaim
