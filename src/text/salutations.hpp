#pragma once

#include <vector>

#include "model/speech.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds salutations by where they stand, which their words alone did not show.
/// In:     the blocks of a speech in order; the rules of its language.
/// Out:    paragraphs and list items that became addresses: short ones without a word of sentences
///         that stand in a row of salutations ("Captains of industry" between "Mr President," and
///         "Ladies and Gentlemen,"); that close with a comma above the text and begin as
///         salutations do ("Friends, listeners,"); that begin with "Dear" and close with any mark.
/// Errors: none.
void mark_salutations(std::vector<Block>& blocks, const Rules& rules);

}  // namespace declaim
