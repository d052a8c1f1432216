#include "say/roman.hpp"

#include <array>
#include <string>
#include <utility>

#include "base/ascii.hpp"

namespace declaim {
namespace {

constexpr std::array<std::pair<int, const char*>, 13> kSteps{{{1000, "M"},
                                                              {900, "CM"},
                                                              {500, "D"},
                                                              {400, "CD"},
                                                              {100, "C"},
                                                              {90, "XC"},
                                                              {50, "L"},
                                                              {40, "XL"},
                                                              {10, "X"},
                                                              {9, "IX"},
                                                              {5, "V"},
                                                              {4, "IV"},
                                                              {1, "I"}}};

std::string to_roman(int value) {
    std::string out;
    for (const auto& [step, letters] : kSteps)
        for (; value >= step; value -= step) out += letters;
    return out;
}

std::string in_capitals(std::string_view text) {
    std::string out;
    for (const char byte : text)
        out += byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
    return out;
}

}  // namespace

std::optional<int> roman_value(std::string_view text) {
    const std::string capitals = in_capitals(text);
    if (capitals != text && lower_ascii(std::string(text)) != text) return std::nullopt;
    int value = 0;
    std::string_view rest = capitals;
    for (const auto& [step, letters] : kSteps)
        while (rest.starts_with(letters)) {
            value += step;
            rest.remove_prefix(std::string_view(letters).size());
        }
    // The greedy reading takes what no numeral is, such as IIII: only the usual form counts.
    if (value == 0 || value > 3999 || !rest.empty() || to_roman(value) != capitals)
        return std::nullopt;
    return value;
}

}  // namespace declaim
