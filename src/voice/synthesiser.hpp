#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/audio.hpp"
#include "model/plan.hpp"

namespace declaim {

/// The moment at which a word begins to be heard.
struct WordMark {
    std::int64_t frame = 0;       ///< from the first frame of the utterance
    std::uint32_t text_byte = 0;  ///< where the word begins in Utterance::text
    bool operator==(const WordMark&) const = default;
};

/// One utterance as sound, without silence before or after it.
struct Spoken {
    std::size_t utterance = 0;  ///< index into Plan::utterances
    std::vector<std::int16_t> frames;
    std::vector<WordMark> marks;  ///< frames ascend
    std::string failure;          ///< why it could not be said; empty when all is well
    bool operator==(const Spoken&) const = default;
};

/// Turns utterances into sound. Same plan, same sound, to the last bit.
class Synthesiser {
  public:
    virtual ~Synthesiser() = default;
    [[nodiscard]] virtual AudioFormat format() const = 0;
    /// Hands over every utterance once, in order. A slow `consume` slows synthesis down; memory
    /// stays bounded. An utterance that cannot be said is handed over with its `failure`.
    /// Errors: Error{engine} when nothing can be said at all; whatever `consume` throws.
    virtual void speak(const Plan& plan, const std::function<void(Spoken&&)>& consume) = 0;
};

}  // namespace declaim
