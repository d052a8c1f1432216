#pragma once

#include <optional>
#include <string_view>

namespace declaim {

/// The value of a roman numeral in its usual form, 1 to 3999, in capitals or small letters; nullopt
/// for anything else ("IIII", "IC", "Iv").
std::optional<int> roman_value(std::string_view text);

}  // namespace declaim
