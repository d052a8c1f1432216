#pragma once

#include <vector>

#include "model/speech.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Marks an editor's remark at the foot ("Note: The President spoke at noon.") and the paragraphs
/// after it as notes.
/// In:     the blocks of a whole document; its rules.
/// Out:    a note speaks of the speaker by role or with a number, such as a date, or stands behind
///         thanks; what has a first person, thanks or an address in it or after it stays the
///         speech.
/// Errors: none.
void mark_notes(std::vector<Block>& blocks, const Rules& rules);

}  // namespace declaim
