#include "base/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

TEST_CASE("a problem is shown with its line and a caret under its column") {
    struct Case {
        const char* text;
        int line;
        int column;
        const char* expected;
    };
    const Case cases[] = {
        {"a = 1\nrte = 170\nb = 2\n", 2, 1, "f:2:1: error: no\n  rte = 170\n  ^"},
        {"a = 1\nb = 2", 2, 5, "f:2:5: error: no\n  b = 2\n      ^"},
        {"a = 1\r\nb = 2\r\n", 1, 5, "f:1:5: error: no\n  a = 1\n      ^"},
        // Just after the end of the line, where something is missing.
        {"a = \n", 1, 5, "f:1:5: error: no\n  a = \n      ^"},
        // A tab before the caret stays a tab, so that both lines are shifted alike.
        {"\ta = 1\n", 1, 2, "f:1:2: error: no\n  \ta = 1\n  \t^"},
        {"a\tb\tc\n", 1, 5, "f:1:5: error: no\n  a\tb\tc\n   \t \t^"},
        {"a\tb\n", 1, 1, "f:1:1: error: no\n  a\tb\n  ^"},
        // Columns count characters, not bytes.
        {"é = 1\n", 1, 5, "f:1:5: error: no\n  é = 1\n      ^"},
        {"日本\tb\n", 1, 4, "f:1:4: error: no\n  日本\tb\n    \t^"},
        // No line to show.
        {"a = 1\n\n", 2, 1, "f:2:1: error: no"},
        {"a = 1\n", 9, 1, "f:9:1: error: no"},
        {"", 1, 1, "f:1:1: error: no"},
    };
    for (const Case& each : cases)
        CHECK(render({"f", each.line, each.column, "no"}, each.text) == each.expected);
}

TEST_CASE("the nearest word is suggested, or none") {
    struct Case {
        std::string word;
        std::vector<std::string> candidates;
        const char* expected;
    };
    const Case cases[] = {
        {"rte", {"pitch", "rate", "range"}, "rate"},
        {"rnage", {"rate", "range"}, "range"},  // a transposition is one mistake
        {"pause_befor", {"pause_after_ms", "pause_before_ms"}, ""},
        {"pause_befor_ms", {"pause_after_ms", "pause_before_ms"}, "pause_before_ms"},
        {"aab", {"aac", "aad"}, "aac"},  // the first of equals
        {"rate", {"rate"}, "rate"},
        {"voice", {"pitch", "rate"}, ""},
        {"rate", {}, ""},
        // Over a third of the word would be another word.
        {"", {"a"}, ""},
        {"x", {"y"}, ""},
        {"ab", {"ac"}, ""},
        {"abc", {"abd"}, "abd"},
        {std::string(300, 'x'), {"rate", std::string(64, 'x')}, ""},
    };
    for (const Case& each : cases) {
        INFO(each.word);
        CHECK(nearest(each.word, each.candidates) == each.expected);
    }
}
