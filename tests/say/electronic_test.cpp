#include "say/electronic.hpp"

#include <catch2/catch.hpp>

#include "say/support.hpp"

using namespace declaim;
using namespace declaim::test;

TEST_CASE("addresses are read sign by sign", "[electronic]") {
    const RuleFile file(R"([words.electronic]
"." = "dot"
"/" = "slash"
"@" = "at"
"www" = "W W W"
)");
    const SayRules rules = file.load();
    for (const Pair& row :
         std::initializer_list<Pair>{{"www.example.com", "W W W dot example dot com"},
                                     {"a1@bcd.org", "a one at b c d dot org"},
                                     {"example.com/x7", "example dot com slash x seven"},
                                     {"a?b", "a b"},
                                     {"", ""}}) {
        INFO(row.written);
        CHECK(say_address(row.written, rules) == row.spoken);
    }
}

TEST_CASE("capitals, digits and underscores part the words of a tag", "[electronic]") {
    const SayRules rules = RuleFile("").load();
    for (const Pair& row :
         std::initializer_list<Pair>{{"MeToo", "Me Too"},
                                     {"hashtag", "hashtag"},
                                     {"UNWeek", "U N Week"},
                                     {"Vision2030", "Vision two thousand thirty"},
                                     {"G20Summit", "G twenty Summit"},
                                     {"one_two", "one two"},
                                     {"EU", "E U"},
                                     {"A", "A"},
                                     {"_", ""},
                                     {"12345678901234567890",
                                      "one two three four five six "
                                      "seven eight nine zero one two three four five six "
                                      "seven eight nine zero"}}) {
        INFO(row.written);
        CHECK(say_tag(row.written, rules) == row.spoken);
    }
}
