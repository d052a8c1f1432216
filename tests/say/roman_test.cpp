#include "say/roman.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace declaim;

TEST_CASE("roman numerals have one usual form", "[roman]") {
    struct Row {
        std::string text;
        int value;  // 0: none
    };
    for (const Row& row :
         std::initializer_list<Row>{{"I", 1},         {"IV", 4},           {"VIII", 8},
                                    {"IX", 9},        {"XIV", 14},         {"XL", 40},
                                    {"XCIX", 99},     {"CD", 400},         {"MCMXC", 1990},
                                    {"MMXXIV", 2024}, {"MMMCMXCIX", 3999}, {"iv", 4},
                                    {"xxi", 21},      {"mmxii", 2012},     {"", 0},
                                    {"IIII", 0},      {"VV", 0},           {"IC", 0},
                                    {"XM", 0},        {"IVI", 0},          {"MMMM", 0},
                                    {"Iv", 0},        {"iV", 0},           {"I I", 0},
                                    {"ABC", 0},       {"X.", 0},           {"Ⅳ", 0},
                                    {"12", 0}}) {
        INFO(row.text);
        CHECK(roman_value(row.text).value_or(0) == row.value);
    }
}
