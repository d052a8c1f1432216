#include "say/needs.hpp"

#include <catch2/catch.hpp>

#include "say/rules.hpp"
#include "say/support.hpp"

using namespace declaim;

namespace {

constexpr const char* kRules = R"x(
[pattern]
day = "(?:[1-9]|[12][0-9])"
ordinal = "[0-9]+(?:st|nd)"
word = "[a-z0-9]+"
king = "(?:king|king's|St\\.)"
caps = "(?-i:NOT|ALL)"
clock = "(?:o'clock|h)"
vulgar = "[½¼]"
[words.unit]
"km" = "kilometre"
"sq. m" = "square metre"
"Ölfass" = "barrel of oil"
[words.sign]
"$" = "dollar"
[words.any]
"1st" = "first"
)x";

bool may_match(const std::string& written, const std::string& sentence) {
    static const SayRules rules = test::RuleFile(kRules).load();
    return Features(sentence, rules.index).meet(needs_of(written, rules, rules.index));
}

}  // namespace

TEST_CASE("a rule is left alone where something it needs is missing", "[needs]") {
    struct Row {
        std::string written;
        std::string with;     // all it needs
        std::string without;  // "" where it may match anything
    };
    for (const Row& row : std::initializer_list<Row>{
             {"{int} {unit}", "5 km", "five km"},
             {"{int} ?{unit}", "5km", "5 miles"},
             {"{int} {unit}", "5 SQ. m", "5 kms"},
             {"{int} {unit}", "5 ölfass", "5 Fass"},
             {"{day}x", "3x", "3y"},
             {"no\\. {digits}", "No. 5", "no 5"},
             {"no\\. {digits}", "No. 5", "note. 5"},
             {"{sign}{num}", "$5", "5 €"},
             {"{num} ?€", "5 €", "5 $"},
             {"{int}{dash}{int2}", "3–4", "three-four"},
             {"{ordinal} {unit}", "1st km", "1st m"},
             {"({unit})? {num}", "5", "five"},
             {"(?P<before>at|by) {int}:{int2}", "at 5:10", "at 5.10"},
             {"{int}{unit}s", "5kms", "five"},  // "kms" is no word of the list
             {"{int}(?:st|nd)? of", "5 of", "5 off"},
             {"{int}{2,3}m", "5m", ""},
             {"o'clock", "o’clock", "oclock"},
             {"{any}", "the 1st", ""},
             {"{king} {caps}", "King’s ALL", "King all"},
             {"{king} {caps}", "st. NOT", "st NOT"},
             {"{int} {clock}", "5 o’clock", "5 o clock"},
             {"{int} ?{vulgar}", "3 ¼", "3 1/4"},
             {"{unit}|x", "y", ""},
             {"{word}", "y", ""},
             {"{int}?", "y", ""},
             {"[ab]{unit}", "akm", ""},
             {"colou?r", "color", ""},
             {"a.b", "aXb", ""}}) {
        INFO(row.written << " in " << row.with << " / " << row.without);
        CHECK(may_match(row.written, row.with));
        if (!row.without.empty()) CHECK_FALSE(may_match(row.written, row.without));
    }
}

TEST_CASE("what no item of a written side can be is no crash", "[needs]") {
    for (const char* written : {"", "(", "[", "\\", "{", "a{", "{2}", ")", "]", "*", "(?i:", "|"})
        CHECK_NOTHROW(may_match(written, "x"));
}
