#include "say/expression.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "say/support.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

const char* const kRules = R"([pattern]
day = "[0-9]{1,2}"
word = "[a-z]+"
nested = "{day}x"
[words.unit]
"km" = "kilometre"
"sq. m" = "square metre"
)";

std::string matched(const std::string& written, const std::string& text) {
    static const SayRules rules = RuleFile(kRules).load();
    const Pattern pattern(expand(written, rules), false);
    const auto match = pattern.find(text, 0);
    return match ? text.substr(match->where.begin, match->where.size()) : "";
}

}  // namespace

TEST_CASE("slots stand for numbers, lists and patterns", "[expression]") {
    struct Row {
        std::string written;
        std::string text;
        std::string match;
    };
    for (const Row& row :
         std::initializer_list<Row>{{"{int}", "some 1,234,567 things", "1,234,567"},
                                    {"{int}", "12,34", "12"},
                                    {"{int}", "x12", ""},
                                    {"{num}", "3.14 is pi", "3.14"},
                                    {"{num}", "costs .5", ".5"},
                                    {"{digits}{dash}{digits2}", "1–2", "1–2"},
                                    {"{num} ?{unit}", "5 KM away", "5 KM"},
                                    {"{num} {unit}", "5\u00A0sq. m", "5\u00A0sq. m"},
                                    {"{num} {unit}", "5 sqx m", ""},
                                    {"{nested}", "12x", "12x"},
                                    {"o'clock", "5 o’clock", "o’clock"},
                                    {"[ ']x", "’x", "’x"},
                                    {"a{2,3}", "aaa", "aaa"},
                                    {"{unit}²?", "a km²", "km²"},
                                    {"{unit}²?", "a km², b", "km²"}}) {
        INFO(row.written << " in " << row.text);
        CHECK(matched(row.written, row.text) == row.match);
    }
}

TEST_CASE("a slot that nothing defines", "[expression]") {
    const SayRules rules = RuleFile(kRules).load();
    CHECK_THROWS_WITH(expand("{nothing}", rules), "nothing defines the slot '{nothing}'");
    CHECK_THROWS_AS(Pattern("(", false), std::invalid_argument);
}
