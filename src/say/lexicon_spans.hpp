#pragma once

#include <string_view>

#include "say/lexicon.hpp"
#include "say/verbalise.hpp"

namespace declaim {

/// How a sentence is said: the words of the lexicon, which win, and by the rules what lies between
/// them.
/// In, Out, Errors: as verbalise().
SpokenSentence say_sentence(std::string_view sentence, const Lexicon& lexicon,
                            const SayRules& rules, const SayContext& context);

}  // namespace declaim
