#pragma once

#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/dates.hpp"
#include "text/declared.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds the occasion where the header's own lines for it say none: in fields ("Event: …"), in the title
/// once it is known, in the lines below the title and in what an editor says of the speech; last a
/// title that names it itself: "Budget Speech 2018", "Autumn Conference Speech", "Meeting with …".
/// In:     what is known, the title and the speaker among it; the page, the reason per line.
/// Errors: none.
void weigh_occasion(Metadata& found, const Page& page, const std::vector<std::string_view>& reasons,
                    const Rules& rules, const DateReader& dates);

}  // namespace declaim
