#pragma once

#include <cstddef>
#include <string_view>

namespace declaim {

/// The sign before an item of a list: a bullet, or "1. ", "(1) ", "a) ", "iv. ".
struct ListMark {
    std::size_t end = 0;  ///< bytes, the space behind it included; 0 for none
    bool bullet = false;
    int number = 0;  ///< of "2." and "(2)"
};

/// The bytes of a bullet at the head and of the space behind it; 0 for none.
std::size_t bullet_end(std::string_view text) noexcept;

/// In:     a line or paragraph.
/// Out:    its mark; a year or an initial is none.
/// Errors: none.
ListMark list_mark(std::string_view text);

}  // namespace declaim
