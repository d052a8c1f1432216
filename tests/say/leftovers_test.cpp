#include <catch2/catch.hpp>

#include "say/support.hpp"

using namespace declaim;
using namespace declaim::test;

TEST_CASE("what no rule says has no digit and no sign left", "[leftovers]") {
    const SayRules rules = RuleFile(R"([words.symbol]
"&" = "and"
"+" = "plus"
"/" = { said = "slash", between = " " }
"=" = "equals"
"[" = ""
"]" = ""
"😀" = "grinning face"
[[rule]]
name = "none"
written = "qqq"
spoken = "q"
)")
                               .load();
    for (const Pair& row : std::initializer_list<Pair>{{"", ""},
                                                       {"plain, words.", "plain, words."},
                                                       {"you & me", "you and me"},
                                                       {"you&me", "you and me"},
                                                       {"7 of 12", "seven of twelve"},
                                                       {"007", "zero zero seven"},
                                                       {"x7y", "x seven y"},
                                                       {"5+", "five plus"},
                                                       {"a=&b", "a equals and b"},
                                                       {"a=\"b\"", "a equals \"b\""},
                                                       {"\"a&\", b", "\"a and\", b"},
                                                       {"a=.", "a equals."},
                                                       {"and/or", "and or"},
                                                       {"3/4", "three slash four"},
                                                       {"[t]he", "the"},
                                                       {"word¹", "word"},
                                                       {"word.²³ Next", "word. Next"},
                                                       {"5²", "five"},
                                                       {"٣", "three"},
                                                       {"wow 😀!", "wow grinning face!"},
                                                       {"a\uFE0F b", "a b"},
                                                       {"a © b", "a b"},
                                                       {"so\u00ADft", "soft"},
                                                       {"½", ""},
                                                       {"¿qué?", "¿qué?"},
                                                       {"日本。", "日本。"},
                                                       {"a \xFF z", "a z"}}) {
        INFO(row.written);
        CHECK(say(row.written, rules) == row.spoken);
    }
}

TEST_CASE("without rules of a language only signs are dropped", "[leftovers]") {
    const SayRules rules = load_say_rules("zz", DataPath({TempFolder().path()}));
    CHECK(say("words * 3", rules) == "words * 3");  // the engine reads it as its language does
}
