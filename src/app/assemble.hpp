#pragma once

#include <functional>
#include <span>

#include "audio/sink.hpp"
#include "model/audio.hpp"
#include "model/plan.hpp"
#include "voice/synthesiser.hpp"

namespace declaim {

/// Puts a speech together: the utterances as the synthesiser gives them, with their pauses, written
/// to every sink, and each sentence announced with its times before its frames are written.
/// In:     `on_sentence` may be empty.
/// Out:    the number of frames written.
/// Errors: whatever the synthesiser, a sink or `on_sentence` throws; the sinks are not finished.
std::int64_t assemble(const Plan& plan, Synthesiser& voice, std::span<AudioSink* const> sinks,
                      const std::function<void(SentenceCue&&)>& on_sentence);

}  // namespace declaim
