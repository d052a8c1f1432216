#pragma once

#include <string>

#include "model/audio.hpp"
#include "model/speech.hpp"

namespace declaim {

/// How long a speech is likely to take.
struct Estimate {
    std::size_t words = 0;
    int seconds = 0;
    bool operator==(const Estimate&) const = default;
};

/// The document of `declaim inspect --json`, schema "declaim.speech/1"; a newline at the end.
std::string speech_json(const Speech& speech, const Estimate& estimate);

/// The timeline, schema "declaim.timeline/1"; a newline at the end.
std::string timeline_json(const Timeline& timeline);

}  // namespace declaim
