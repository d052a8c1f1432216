#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/audio.hpp"
#include "voice/synthesiser.hpp"

namespace declaim {

/// Gives every word of a sentence its time.
/// In:     the sentence; the engine's marks, frames counted from its start; where it starts in the
///         audio, and its length in frames.
/// Out:    one cue for each stretch of non-space characters, ascending and touching, from `start`
/// to
///         start + length. The engine gives several marks for an expanded number and none for some
///         words, and those of a rewrite all lead to its first word: the first of several counts, and
///         a word without one takes a share, by its letters, of the time between its neighbours.
/// Errors: none.
std::vector<WordCue> word_times(std::string_view text, const std::vector<WordMark>& marks,
                                std::int64_t start, std::int64_t length);

}  // namespace declaim
