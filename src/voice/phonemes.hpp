#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/plan.hpp"

namespace declaim {

/// What the engine makes of a text before it speaks it.
struct Transcription {
    std::string phonemes;  ///< the engine's
    std::string ipa;
    std::string failure;  ///< why there is none; empty when all is well
    bool operator==(const Transcription&) const = default;
};

/// An engine as a transcriber: two functions, called in a process of their own. A value, so that a
/// test can put a crashing one in its place.
struct Transcriber {
    std::function<void(const VoiceSettings&)> open;               ///< Errors: throws Error{engine}
    std::function<Transcription(const std::string&)> transcribe;  ///< may crash or hang
};

/// eSpeak NG. With `phonemes` a text may hold phonemes, [[h@l'oU]]: only for texts of our own.
Transcriber espeak_transcriber(bool phonemes = false);

/// The phonemes of each text, in order. The engine works in a forked process with a deadline of CPU
/// time for each text; one that it crashes or hangs on has a `failure`, the others are told.
/// Errors: throws Error{engine} when the engine or the voice does not open, Error{passing} when
///         there is no room for a process, Interrupted.
/// \pre this process has one thread
std::vector<Transcription> transcribe(const std::vector<std::string>& texts,
                                      const VoiceSettings& voice, const Transcriber& engine,
                                      int deadline_ms = 1000);

}  // namespace declaim
