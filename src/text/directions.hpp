#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/rules.hpp"

namespace declaim {

/// Tells stage directions ("(Applause on the left)") from what a speaker says in brackets ("(The
/// music never stopped.)"). A direction is not read out, so doubt decides for the speaker.

/// Whether there is a word only sentences have ("we", "is"); prepositions that the rules list among
/// them do not count.
bool has_sentence_word(const std::vector<Word>& words, const Rules& rules);

/// Whether the inside of a bracket is nothing but words of the stage: "Laughter and applause".
bool is_pure(std::string_view inside, const Rules& rules);

/// Whether a whole paragraph is a stage direction in brackets.
bool is_direction(std::string_view text, const Rules& rules);

/// The end of the stage direction that begins at `at`, or 0: in round or square brackets; in others
/// or between asterisks where it is nothing but words of the stage.
std::size_t direction_end(std::string_view text, std::size_t at, const Rules& rules);

}  // namespace declaim
