#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/source.hpp"

namespace declaim {

/// Samples are signed 16-bit, one channel, so a frame is a sample.
struct AudioFormat {
    int sample_rate = 22050;
    bool operator==(const AudioFormat&) const = default;
};

/// A word and when it is heard, in frames, half-open.
struct WordCue {
    std::string text;
    std::int64_t start = 0;
    std::int64_t end = 0;
    bool operator==(const WordCue&) const = default;
};

/// A sentence and when it is heard; the silence around it is not part of it.
struct SentenceCue {
    std::size_t block = 0;  ///< index into Speech::blocks, or kNoBlock
    std::string text;
    LineRange lines;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::vector<WordCue> words;  ///< every word of `text` once, ascending, within [start, end)
    std::string failure;         ///< why the engine could not say it; empty when it could
    bool operator==(const SentenceCue&) const = default;
};

/// Where every sentence and word of the speech lies in the audio.
struct Timeline {
    int sample_rate = 22050;
    std::int64_t frames = 0;
    std::vector<SentenceCue> sentences;
    bool operator==(const Timeline&) const = default;
};

/// Milliseconds as frames, rounded down.
constexpr std::int64_t frames_of_ms(std::int64_t ms, int sample_rate) noexcept {
    return ms * sample_rate / 1000;
}

}  // namespace declaim
