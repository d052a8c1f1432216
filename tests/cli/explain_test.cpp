#include "cli/explain.hpp"

#include <catch2/catch.hpp>

#include "cli/columns.hpp"

using namespace declaim;

TEST_CASE("columns are those of a terminal") {
    const std::pair<const char*, std::size_t> cases[] = {{"", 0},        {"abc", 3},  {"é", 1},
                                                         {"e\u0301", 1}, {"演説", 4}, {"ｶ", 1},
                                                         {"“…”", 3},     {"\xFF", 1}};
    for (const auto& [text, wide] : cases) {
        INFO(text);
        CHECK(columns(text) == wide);
    }
    CHECK(shorten("abcdef", 0) == "abcdef");
    CHECK(shorten("abcdef", 6) == "abcdef");
    CHECK(shorten("abcdef", 5) == "abcd…");
    CHECK(shorten("演説です", 8) == "演説です");
    CHECK(shorten("演説です", 7) == "演説で…");
    CHECK(shorten("演説です", 6) == "演説…");
    CHECK(wrap("one two three", 7, 2) == "  one\n  two\n  three\n");
    CHECK(wrap("one two three", 80, 0) == "one two three\n");
    CHECK(wrap("", 80, 0) == "");
}

TEST_CASE("an explanation is a line for each thing, cut to the screen") {
    const std::vector<Explained> lines = {
        {9, Fate::dropped, "navigation", "Go to Homepage and to the index", ""},
        {10, Fate::kept, "address", "Ladies and Gentlemen,", ""},
        {11, Fate::rewritten, "hyphen", "some- one", "someone"},
        {11, Fate::rewritten, "bullet", "•", ""},
        {12, Fate::kept, "speaker_label + address + paragraph", "A: B, c.", ""},
    };
    CHECK(explain_text(lines, {}) ==
          " 9 - navigation  Go to Homepage and to the index\n"
          "10 + address     Ladies and Gentlemen,\n"
          "11 ~ hyphen      some- one → someone\n"
          "11 ~ bullet      • → (nothing)\n"
          "12 + speaker_label + address + paragraph  A: B, c.\n");
    CHECK(explain_text({lines[0]}, {36, false}) == "9 - navigation  Go to Homepage and…\n");
    CHECK(explain_text({lines[1]}, {80, true}) ==
          "\033[32m10 + address\033[0m  Ladies and Gentlemen,\n");
}
