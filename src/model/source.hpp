#pragma once

#include <cstddef>

namespace declaim {

/// Half-open range of bytes [begin, end).
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const ByteRange&) const = default;
    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

/// Lines of the source document, from 1, both ends included; {0, 0} is "no place".
struct LineRange {
    int first = 0;
    int last = 0;
    bool operator==(const LineRange&) const = default;
};

}  // namespace declaim
