#pragma once

#include <chrono>
#include <csetjmp>
#include <cstddef>
#include <memory>
#include <vector>

namespace declaim {

/// The memory of one parse by a C library that cannot be told to stop: it is given out in order and
/// freed at once, without a walk over the tree. Beyond its bounds it jumps to `out`.
class HtmlArena {
  public:
    enum class Stop : int { none = 0, memory = 1, time = 2 };

    HtmlArena(std::size_t most_bytes, std::chrono::milliseconds most_time);

    /// Where to go when a bound is passed: setjmp(arena.out) gives 0, then a Stop.
    std::jmp_buf out;

    void* allocate(std::size_t size);
    void release(void* memory);

  private:
    static constexpr std::size_t kClasses = 40;
    struct Free {
        Free* next;
    };
    [[noreturn]] void stop(Stop why);
    void check_time();
    std::byte* new_chunk(std::size_t size);
    void give_back(const std::byte* chunk, std::size_t size);

    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t used_ = 0;
    std::size_t most_;
    unsigned calls_ = 0;
    std::chrono::nanoseconds deadline_;  // of this thread's time on the processor
    Free* free_[kClasses] = {};
};

}  // namespace declaim
