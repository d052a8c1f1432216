#pragma once

#include <cstdint>
#include <span>

namespace declaim {

/// Where frames go. Use: `write` any number of times, then `finish` once; a sink destroyed without
/// `finish` leaves nothing behind.
class AudioSink {
  public:
    virtual ~AudioSink() = default;
    /// Takes the next frames; blocks while the destination is slow.
    virtual void write(std::span<const std::int16_t> frames) = 0;
    /// Completes the output and reports every error not reported yet.
    virtual void finish() = 0;
};

}  // namespace declaim
