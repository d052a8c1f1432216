#pragma once

#include <array>
#include <string_view>

namespace declaim {

/// Whether a name stands in a list of names.
template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    for (const std::string_view one : names)
        if (one.size() == name.size() && one.front() == name.front() && one == name) return true;
    return false;
}

/// "h1" to "h6".
constexpr bool is_heading_tag(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

}  // namespace declaim
