#pragma once

#include <string_view>

#include "model/script.hpp"
#include "say/rules.hpp"

namespace declaim {

/// Says what no rule has: digits as numbers, signs by the list [words.symbol] (its form "between"
/// where letters stand on both sides), else not at all; raised digits behind a word are footnotes.
/// In:     a stretch of a sentence that is left as written, [begin, end).
/// Out:    appended to `out`, ascending.
void say_leftovers(std::string_view sentence, ByteRange stretch, const SayRules& rules,
                   SpokenSentence& out);

}  // namespace declaim
