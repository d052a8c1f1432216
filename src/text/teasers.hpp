#pragma once

#include <string_view>
#include <vector>

#include "text/page.hpp"

namespace declaim {

/// Finds lists of other pages that are described in a sentence or two: several elements side by
/// side, each with a line that is a link out of the page, at most a few lines more, and little text.
/// In:     the page; the reason per element, "" for those that may be text.
/// Out:    "related" as the reason of such elements, of the box they fill, and of what stands below
///         them. Nothing is changed where hardly any prose would be left.
/// Errors: none.
void find_teasers(const Page& page, std::vector<std::string_view>& reasons);

}  // namespace declaim
