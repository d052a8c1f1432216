#pragma once

#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/dates.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds title, speaker, date, occasion and place in the lines before the speech.
/// In:     the page, the reason per line ("" for a line of the speech); its rules and dates.
/// Out:    what is known; a field nothing speaks for is absent. The date is when the speech was
///         held: a line that says when the page was posted or changed does not count.
/// Errors: none.
Metadata find_metadata(const Page& page, const std::vector<std::string_view>& reasons,
                       const Rules& rules, const DateReader& dates);

}  // namespace declaim
