#pragma once

#include <vector>

#include "model/plan.hpp"
#include "prosody/phrasing.hpp"
#include "prosody/style.hpp"

namespace declaim {

/// The phrases of a sentence: where it pauses, and what stands out in it.
/// In:     an utterance with text, spans and prosody; the passages in quotation marks that touch
///         it, in bytes of its text and ascending.
/// Out:    ascending, touching and covering the text; empty for a sentence that is one phrase.
/// Errors: none.
/// Source: where a long stretch is parted: J. P. Gee and F. Grosjean, "Performance structures",
///         Cognitive Psychology 15 (1983): speakers pause at the boundary of a constituent that is
///         nearest to the middle of the stretch, and again in its halves.
std::vector<Phrase> phrases_of(const Utterance& utterance, const std::vector<ByteRange>& quoted,
                               const Style& style, const Phrasing& phrasing);

/// The factor of a prosody on top of another.
Prosody operator*(const Prosody& a, const Prosody& b) noexcept;

/// The step of a rise taken so many times, at most as often as it says.
Prosody risen(const RiseStyle& rise, int steps) noexcept;

}  // namespace declaim
