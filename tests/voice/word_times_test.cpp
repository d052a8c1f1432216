#include "voice/word_times.hpp"

#include <catch2/catch.hpp>

#include "model/dump.hpp"

using namespace declaim;

TEST_CASE("every word gets a time") {
    struct Case {
        const char* text;
        std::vector<WordMark> marks;
        const char* expected;  // of a sentence from frame 100, 60 frames long
    };
    const Case cases[] = {
        {"one two three", {{0, 0}, {20, 4}, {40, 8}}, "one=100-120 two=120-140 three=140-160"},
        {"NATO's role", {{0, 0}}, "NATO's=100-133 role=133-160"},  // no mark for "role"
        // Said "fifty billion dollars": all its marks lead to where it begins.
        {"of $50 billion now",
         {{0, 0}, {10, 3}, {20, 3}, {40, 3}, {50, 15}},
         "of=100-110 $50=110-131 billion=131-150 now=150-160"},
        {"one \u2013 two", {{0, 0}, {25, 8}}, "one=100-124 \u2013=124-125 two=125-160"},
        {"\u2013 \u2013", {}, "\u2013=100-130 \u2013=130-160"},
        {"in 1,234 men",
         {{0, 0}, {10, 3}, {20, 3}, {30, 3}, {50, 9}},
         "in=100-110 1,234=110-150 men=150-160"},
        {"aa bb cc", {{0, 0}, {40, 6}}, "aa=100-120 bb=120-140 cc=140-160"},  // shared out
        {"aa bb", {{30, 3}, {10, 0}}, "aa=100-130 bb=130-160"},               // falls back in time
        {"aa bb", {}, "aa=100-130 bb=130-160"},
        {"  spaced \n out ", {{0, 2}, {30, 11}}, "spaced=100-130 out=130-160"},
        {"één twee", {{0, 0}, {30, 6}}, "één=100-130 twee=130-160"},
        {"", {}, ""},
    };
    for (const Case& each : cases) {
        std::string seen;
        for (const WordCue& cue : word_times(each.text, each.marks, 100, 60))
            seen += (seen.empty() ? "" : " ") + cue.text + "=" + std::to_string(cue.start) + "-" +
                    std::to_string(cue.end);
        CHECK(seen == each.expected);
    }
}
