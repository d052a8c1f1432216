#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace declaim {

/// Letters of a line by the direction they are written in.
struct Directions {
    std::size_t left_to_right = 0;
    std::size_t right_to_left = 0;
    [[nodiscard]] bool mostly_right_to_left() const { return right_to_left > left_to_right; }
};

void count_directions(std::string_view text, Directions& directions);

/// A word as the document has it, for reading: NFC, ligatures as letters, nothing invisible; a soft
/// hyphen at the end, which is seen, as '-'. Forms of Arabic letters stay until `logical_order`.
/// In:     UTF-8.
std::string tidy_word(std::string_view text);

/// The characters of a line of Hebrew, Arabic … as they are read, given from left to right as they
/// are seen; forms of letters as the letters.
/// In:     UTF-8, mostly right to left.
/// Source: UAX #9 (what is seen, taken for what is written, gives what is written).
std::string logical_order(std::string_view seen);

}  // namespace declaim
