#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "model/plan.hpp"

namespace declaim {

/// What an engine hands over while it speaks one utterance.
struct EngineOutput {
    std::function<void(std::span<const std::int16_t>)> frames;
    /// A word begins: its frame from the start of the utterance, and where it stands in the markup
    /// (code points from 0).
    std::function<void(std::int64_t frame, std::uint32_t markup_character)> word;
};

/// A speech engine as the workers see it: three functions, called in a process of their own.
/// A value and not a class, so that a test can put a crashing or hanging one in its place.
struct Engine {
    /// Makes the engine ready and returns its sample rate. Errors: throws Error{engine}.
    std::function<int(VoiceSettings&)> open;
    /// Speaks one SSML document. Errors: throws Error{engine}; it may also crash or hang.
    std::function<void(const std::string& ssml, const EngineOutput&)> say;
    /// Goes on in another voice. In and out: its settings, in which `open` and `use` write down what
    /// they have searched for. Out: its sample rate; nullopt where it is asked for by its language,
    /// which has none. Errors: throws Error{engine}.
    std::function<std::optional<int>(VoiceSettings&)> use;
};

}  // namespace declaim
