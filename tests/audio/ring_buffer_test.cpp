#include "audio/ring_buffer.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <thread>
#include <vector>

using namespace declaim;

TEST_CASE("a ring buffer takes what fits and gives it in order") {
    RingBuffer ring(5);
    CHECK(ring.capacity() == 8);
    std::vector<std::int16_t> out(8);
    CHECK(ring.pop(out) == 0);
    const std::vector<std::int16_t> in = {1, 2, 3, 4, 5, 6};
    CHECK(ring.push(in) == 6);
    CHECK(ring.push(in) == 2);
    CHECK(ring.push(in) == 0);
    CHECK(ring.size() == 8);
    CHECK(ring.pop(std::span(out).first(5)) == 5);
    CHECK(ring.push(in) == 5);  // around the end
    CHECK(ring.pop(out) == 8);
    CHECK(out == std::vector<std::int16_t>{6, 1, 2, 1, 2, 3, 4, 5});
    CHECK(ring.push({}) == 0);
    CHECK(ring.pop({}) == 0);
}

TEST_CASE("a ring buffer between two threads loses and reorders nothing") {
    constexpr std::size_t kTotal = 3'000'000;
    RingBuffer ring(256);
    std::thread pusher([&] {
        std::minstd_rand random(1);
        std::vector<std::int16_t> piece(300);
        for (std::size_t done = 0; done < kTotal;) {
            const std::size_t count = std::min<std::size_t>(random() % 300 + 1, kTotal - done);
            for (std::size_t i = 0; i < count; ++i)
                piece[i] = static_cast<std::int16_t>((done + i) * 2654435761U >> 8);
            done += ring.push(std::span(piece).first(count));
        }
    });
    std::minstd_rand random(2);
    std::vector<std::int16_t> piece(300);
    std::size_t wrong = 0;
    for (std::size_t done = 0; done < kTotal;) {
        const std::size_t count = ring.pop(std::span(piece).first(random() % 300));
        for (std::size_t i = 0; i < count; ++i)
            wrong += piece[i] != static_cast<std::int16_t>((done + i) * 2654435761U >> 8);
        done += count;
    }
    pusher.join();
    CHECK(wrong == 0);
    CHECK(ring.size() == 0);
}
