#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "app/observer.hpp"
#include "app/prepare.hpp"
#include "model/audio.hpp"

namespace declaim {

struct PlayRequest {
    SpeechRequest speech;
    std::string device;  ///< a name, a part of one, or a number; empty: the default device
    int latency_ms = 200;
    int jobs = 1;
};

struct PlayReport {
    double seconds = 0;
    std::int64_t underruns = 0;
    std::size_t skipped = 0;
};

/// Speaks one speech through the sound device.
/// In:     `on_begin` is called before the first sound, `on_sentence` as each sentence begins to be
///         heard.
/// Errors: throws Error of any kind, Interrupted.
PlayReport play(const PlayRequest& request, const DataPath& data, const Observer& observer,
                const std::function<void(const Metadata&)>& on_begin,
                const std::function<void(const SentenceCue&)>& on_sentence);

}  // namespace declaim
