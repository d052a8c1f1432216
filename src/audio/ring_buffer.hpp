#pragma once

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace declaim {

/// A queue of frames between one thread that pushes and one that pops, without locks: neither
/// ever waits for the other, and nothing is allocated after construction.
///
/// Both positions only ever grow; they are taken modulo the capacity, a power of two, to index.
/// Each side publishes its own position with release and reads the other's with acquire, which
/// orders the frames between them.
class RingBuffer {
  public:
    /// In: the least capacity wanted, rounded up to a power of two.
    explicit RingBuffer(std::size_t least)
        : capacity_(std::bit_ceil(least)), frames_(new std::int16_t[capacity_]()) {}

    [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }

    /// The frames in the queue: at most so many for the pushing side, at least for the popping one.
    [[nodiscard]] std::size_t size() const noexcept {
        const std::size_t popped = popped_.load(std::memory_order_acquire);
        return pushed_.load(std::memory_order_acquire) - popped;
    }

    /// Queues as many as there is room for. Out: how many that was.
    std::size_t push(std::span<const std::int16_t> frames) noexcept {
        const std::size_t at = pushed_.load(std::memory_order_relaxed);
        const std::size_t room = capacity_ - (at - popped_.load(std::memory_order_acquire));
        const std::size_t count = std::min(room, frames.size());
        const std::size_t first = std::min(count, capacity_ - index(at));
        std::copy_n(frames.data(), first, &frames_[index(at)]);
        std::copy_n(frames.data() + first, count - first, &frames_[0]);
        pushed_.store(at + count, std::memory_order_release);
        return count;
    }

    /// Takes as many as there are and fit. Out: how many that was.
    std::size_t pop(std::span<std::int16_t> out) noexcept {
        const std::size_t at = popped_.load(std::memory_order_relaxed);
        const std::size_t held = pushed_.load(std::memory_order_acquire) - at;
        const std::size_t count = std::min(held, out.size());
        const std::size_t first = std::min(count, capacity_ - index(at));
        std::copy_n(&frames_[index(at)], first, out.data());
        std::copy_n(&frames_[0], count - first, out.data() + first);
        popped_.store(at + count, std::memory_order_release);
        return count;
    }

  private:
    [[nodiscard]] std::size_t index(std::size_t position) const noexcept {
        return position & (capacity_ - 1);
    }

    std::size_t capacity_;
    std::unique_ptr<std::int16_t[]> frames_;
    alignas(64) std::atomic<std::size_t> pushed_ = 0;  // each on a cache line of its own
    alignas(64) std::atomic<std::size_t> popped_ = 0;
};

static_assert(std::atomic<std::size_t>::is_always_lock_free);

}  // namespace declaim
