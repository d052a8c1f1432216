#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audio/devices.hpp"
#include "audio/sink.hpp"
#include "model/audio.hpp"

namespace declaim {

/// The devices that can play sound; empty where there is none.
/// Errors: throws Error{device} when the sound system cannot be asked.
std::vector<AudioDevice> list_devices();

struct PlaybackOptions {
    std::string device;           ///< as for choose_device
    int latency_ms = 200;         ///< between feeding a frame and hearing it
    int stalled_after_ms = 2000;  ///< a device that asks for no frames for so long has failed
    /// Called about every 10 ms while `write` and `finish` wait, whenever more has been heard, with
    /// the number of frames heard so far; and at the end with all of them.
    std::function<void(std::int64_t heard)> on_progress;
};

/// A sink that is heard, through PortAudio.
///
/// `write` fills a ring buffer which PortAudio's thread empties, without locks; it starts to sound
/// when there is enough in it, and where frames come too late there is silence. `finish` returns
/// when the last frame has been heard. Destroyed before that, it falls silent at once.
///
/// Errors: the constructor throws Error{device} when there is no such device, when it cannot be
///         opened, and when it does not play that sample rate. `write` and `finish` throw
///         Error{device} when the device stops, and Interrupted.
class PlaybackSink final : public AudioSink {
  public:
    PlaybackSink(const AudioFormat& format, const PlaybackOptions& options);
    ~PlaybackSink() override;

    void write(std::span<const std::int16_t> frames) override;
    void finish() override;

    /// How many of the frames have been heard so far; never goes back.
    [[nodiscard]] std::int64_t heard();
    /// How often there was silence where frames should have been.
    [[nodiscard]] std::int64_t underruns() const noexcept;

  private:
    class Stream;
    std::unique_ptr<Stream> stream_;
};

}  // namespace declaim
