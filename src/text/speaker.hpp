#pragma once

#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/dates.hpp"
#include "text/declared.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Weighs all a page says of who spoke: its titles, the lines around the title, fields, abstracts and
/// captions, the labels of the speech, its author, its address.
///
/// A place that names the speaker as such is enough ("Delivered by: Jane Doe", "Jane Doe, Minister of
/// Health"); of weaker ones two must agree. Who put a page out spoke only where the title says "my", the
/// site bears the name, or another place names the person.
/// In:     what is known so far, of which `found.speaker` is one voice; the page, the reason per line
///         ("" for a line of the speech), the blocks, what the page declares.
/// Out:    the speaker as far as the voices agree, else what `found` has.
/// Errors: none.
void weigh_speaker(Metadata& found, const Page& page, const std::vector<std::string_view>& reasons,
                   const std::vector<Block>& blocks, const DeclaredFacts& facts,
                   const Rules& rules);

}  // namespace declaim
