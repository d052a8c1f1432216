#pragma once

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <span>

#include "audio/ring_buffer.hpp"

namespace declaim {

/// The side of playing that runs in the sound system's thread: no locks, no allocation, no system
/// call. Its members are what the two threads tell each other.
class Feeder {
  public:
    Feeder(std::size_t ring_frames, int sample_rate) : ring(ring_frames), rate_(sample_rate) {}

    /// Fills a buffer whose first frame will be heard at the time `heard_at`, in seconds.
    void fill(std::span<std::int16_t> out, double heard_at) noexcept {
        const std::size_t count = ring.pop(out);
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(count), out.end(), std::int16_t{0});
        const std::int64_t before = fed.load(std::memory_order_relaxed);
        if (count > 0) {
            origin.store(heard_at - static_cast<double>(before) / rate_);
            fed.store(before + static_cast<std::int64_t>(count));
        }
        thread.store(::pthread_self(), std::memory_order_relaxed);
        calls.fetch_add(1);
        const std::size_t silence = out.size() - count;
        if (silence > 0 && all_given.load() && ring.size() == 0) {
            tail_fed_ += silence;
            if (tail_fed_ >= tail_frames) tail_done.store(true);
        } else if (silence > 0 && !in_gap_) {
            underruns.fetch_add(1, std::memory_order_relaxed);
        }
        in_gap_ = silence > 0;
    }

    RingBuffer ring;
    std::atomic<bool> all_given = false;  ///< nothing more will be pushed
    std::atomic<bool> tail_done = false;  ///< the silence after the last frame is fed
    std::atomic<std::int64_t> fed = 0;
    std::atomic<std::int64_t> underruns = 0;
    std::atomic<std::int64_t> calls = 0;
    std::atomic<pthread_t> thread = {};  ///< PortAudio's, once there was a call
    std::atomic<double> origin = 0;      ///< the time at which frame 0 is heard
    std::size_t tail_frames = 0;         ///< set before the stream starts

  private:
    int rate_;
    std::size_t tail_fed_ = 0;
    bool in_gap_ = false;
};

static_assert(std::atomic<double>::is_always_lock_free);

}  // namespace declaim
