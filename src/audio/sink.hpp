#pragma once

#include <cstdint>
#include <span>

namespace declaim {

/// Where frames go. Use: `write` any number of times, then `finish` once, then `publish`; a sink
/// that makes a file and is destroyed without `publish` leaves nothing behind.
class AudioSink {
  public:
    virtual ~AudioSink() = default;
    /// Takes the next frames; blocks while the destination is slow.
    virtual void write(std::span<const std::int16_t> frames) = 0;
    /// Completes the output and reports every error not reported yet.
    virtual void finish() = 0;
    /// Lets a finished file appear under its name; nothing for other sinks. Apart from `finish`, so
    /// that several outputs can be finished before any of them appears.
    virtual void publish() {}
};

}  // namespace declaim
