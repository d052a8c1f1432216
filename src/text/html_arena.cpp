#include "text/html_arena.hpp"

#include <algorithm>
#include <bit>
#include <ctime>
#include <new>

namespace declaim {
namespace {

// Chunks grow: a snippet of HTML takes little, a page much.
constexpr std::size_t kFirstChunk = std::size_t{1} << 14;
constexpr std::size_t kDoublings = 6;
constexpr std::size_t kHeader = 16;          // keeps what follows aligned; holds the size class
constexpr std::size_t kWholeChunk = 8 + 21;  // the class of 2 MiB: it has a chunk of its own
constexpr unsigned kCallsPerLook = 4096;

/// On the processor: a page is not refused because the machine is busy.
std::chrono::nanoseconds time_used() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

HtmlArena::HtmlArena(std::size_t most_bytes, std::chrono::milliseconds most_time)
    : most_(most_bytes), deadline_(time_used() + most_time) {}

void HtmlArena::stop(Stop why) { std::longjmp(out, static_cast<int>(why)); }

void HtmlArena::check_time() {
    if (++calls_ % kCallsPerLook == 0 && time_used() > deadline_) stop(Stop::time);
}

void* HtmlArena::allocate(std::size_t size) {
    check_time();
    // Sizes in steps of 16 up to 256, then powers of two: what is released fits what is asked for.
    std::size_t kind = (size + 15) / 16;
    std::size_t whole = kind * 16;
    if (size > 256) {
        whole = std::bit_ceil(size);
        kind = 8 + static_cast<std::size_t>(std::countr_zero(whole));
    }
    if (kind >= kClasses) stop(Stop::memory);
    if (Free* known = free_[kind]; known != nullptr) {
        free_[kind] = known->next;
        return known;
    }
    whole += kHeader;
    if (kind >= kWholeChunk) {
        std::byte* chunk = new_chunk(whole);
        *reinterpret_cast<std::size_t*>(chunk) = kind;
        return chunk + kHeader;
    }
    if (whole > left_) {
        const std::size_t doubled = std::min<std::size_t>(chunks_.size(), kDoublings);
        left_ = std::max(whole, kFirstChunk << doubled);
        next_ = new_chunk(left_);
    }
    std::byte* memory = next_;
    next_ += whole;
    left_ -= whole;
    *reinterpret_cast<std::size_t*>(memory) = kind;
    return memory + kHeader;
}

/// A chunk given back at once: a text that grows leaves many.
void HtmlArena::give_back(const std::byte* chunk, std::size_t size) {
    const auto found = std::find_if(chunks_.begin(), chunks_.end(),
                                    [&](const auto& one) { return one.get() == chunk; });
    if (found == chunks_.end()) return;
    chunks_.erase(found);
    used_ -= size;
}

std::byte* HtmlArena::new_chunk(std::size_t size) {
    if (used_ + size > most_) stop(Stop::memory);
    auto* fresh = new (std::nothrow) std::byte[size];
    if (fresh == nullptr) stop(Stop::memory);
    chunks_.emplace_back(fresh);
    used_ += size;
    return fresh;
}

void HtmlArena::release(void* memory) {
    if (memory == nullptr) return;
    const std::size_t kind =
        *reinterpret_cast<std::size_t*>(static_cast<std::byte*>(memory) - kHeader);
    if (kind >= kWholeChunk)
        return give_back(static_cast<std::byte*>(memory) - kHeader,
                         (std::size_t{1} << (kind - 8)) + kHeader);
    auto* freed = static_cast<Free*>(memory);
    freed->next = free_[kind];
    free_[kind] = freed;
}

}  // namespace declaim
