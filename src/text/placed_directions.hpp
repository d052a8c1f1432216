#pragma once

#include "model/speech.hpp"
#include "text/rule_shelf.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Stage directions that were cut out of sentences become blocks behind those they stood in, and
/// leave Speech::rewritten; a remark in square brackets that is not known is one of the stage's
/// where such are the custom of the document.
void place_directions(Speech& speech, const Rules& rules, RuleShelf& shelf);

}  // namespace declaim
