#pragma once

#include <vector>

#include "model/speech.hpp"
#include "text/rules.hpp"

namespace declaim {

/// A remark in square brackets whose words are not known is one of the stage's where such remarks
/// are the custom of the document: it becomes a direction, unless a first person speaks in it.
void follow_bracket_custom(std::vector<Block>& blocks, const Rules& rules);

}  // namespace declaim
