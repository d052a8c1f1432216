#include "say/reading.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "say/support.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

std::string rule(const std::string& written, const std::string& spoken) {
    return "[[rule]]\nname = \"r\"\nwritten = '" + written + "'\nspoken = '" + spoken + "'\n";
}

const char* const kWords = R"([words.unit]
"km" = { one = "kilometre", other = "kilometres", short = "k", cent_one = "part", cent_other = "parts" }
)";

}  // namespace

TEST_CASE("formats say slots", "[reading]") {
    struct Row {
        std::string written;
        std::string spoken;
        std::string in;
        std::string out;
    };
    for (const Row& row : std::initializer_list<Row>{
             {"{int}", "{int:cardinal}", "21", "twenty-one"},
             {"{int}th", "the {int:ordinal}", "4th", "the fourth"},
             {"{num}", "{num:number}", "2.5", "two point five"},
             {"{digits}", "{digits:digits}", "105", "one zero five"},
             {"{digits}-{digits2}", "{digits:digits}-{digits2:digits}", "1-2", "one-two"},
             {"(?P<all>[0-9-]+)", "{all:telephone}", "12-34", "one two, three four"},
             {"(?P<all>[A-Z0-9-]+)", "{all:serial}", "MH-370", "M H three hundred seventy"},
             {"(?P<all>[A-Z0-9-]+)", "{all:serial}", "A05", "A zero five"},
             {"(?P<all>[A-Z0-9-]+)", "{all:serial}", "B12345", "B one two three four five"},
             {"(?P<r>[ivx]+)", "{r:roman|ordinal}", "XIV", "fourteenth"},
             {"(?P<r>[ivx]+)", "{r:roman|ordinal}", "IIX", "IIX"},
             {"{num} {unit}", "{num:number} {unit:plural(num)}", "1 km", "one kilometre"},
             {"{num} {unit}", "{num:number} {unit:plural(num)}", "2 km", "two kilometres"},
             {"{num} {unit}", "{unit:plural(num,cent)}", "2 km", "parts"},
             {"{num} {unit}", "{unit:form(short)}", "2 km", "k"},
             {"{num} {unit}", "{unit:form(none)}", "2 km", "kilometre"},
             {"(?P<a>[A-Z]+)", "{a:lower}", "NOT", "not"},
             {"(?P<a>(?-i:[A-Z]+))", "{a:acronym}", "OSZE, NATO", "osze, nato"},
             {"(?P<a>(?-i:[A-Z]+))", "{a:acronym}", "the EU", "the E U"},
             {"(?P<a>(?-i:[A-Z]+))", "{a:acronym}", "NOT, he did not", "not, he did not"},
             {"(?P<a>(?-i:[A-Z]+))", "{a:acronym}", "TTL, ttl", "T T L, ttl"},
             {"#(?P<tag>[a-z]+)", "tag {tag:tag}", "#BlackBird", "tag Black Bird"},
             {"a(?P<n>[0-9])?", "a[ with {n:cardinal}]", "a5", "a with five"},
             {"a(?P<n>[0-9])?", "a[ with {n:cardinal}]", "a", "a"}}) {
        INFO(row.written << " -> " << row.spoken << ": " << row.in);
        CHECK(say(row.in, RuleFile(kWords + rule(row.written, row.spoken)).load()) == row.out);
    }
}

TEST_CASE("digits may have names of their own in codes", "[reading]") {
    const SayRules rules =
        RuleFile("[words.digit]\n\"0\" = \"oh\"\n" + rule("(?P<all>[0-9-]+)", "{all:telephone}"))
            .load();
    CHECK(say("020-1", rules) == "oh two oh, one");
}

TEST_CASE("letters may have names of their own", "[reading]") {
    const SayRules rules = RuleFile("[words.letter]\n\"w\" = \"double u\"\n" +
                                    rule("(?P<all>[A-Z]+)", "{all:letters}"))
                               .load();
    CHECK(say("BMW", rules) == "B M double u");
}

TEST_CASE("a rule file that is wrong is told with its line", "[reading]") {
    struct Row {
        std::string toml;
        std::string message;
    };
    for (const Row& row : std::initializer_list<Row>{
             {rule("{nothing}", "x"), "nothing defines the slot '{nothing}'"},
             {rule("{int}", "{int:louder}"), "there is no format 'louder'"},
             {rule("{int}", "{num:number}"), "'{num}' is no slot of what is written"},
             {rule("{int}", "{int:plural(n}"), "has no closing ')'"},
             {rule("x", "{"), "a '{' is not closed"},
             {rule("x", "[a"), "a '[' is not closed"},
             {rule("x", "a]"), "a ']' without '['"},
             {rule("x", "[a[b]]"), "a '[' within another"},
             {rule("x", "{:cardinal}"), "names no slot"},
             {"[[rule]]\nname = \"r\"\nwritten = \"x\"\n", "a rule needs name"},
             {rule("x", "y") + "order = \"backwards\"\n", "order is"},
             {rule("x", "y") + "loud = true\n", "loud"},
             {"[words.unit]\n\"km\" = { few = \"x\" }\n", "a word with forms needs one of"}}) {
        INFO(row.toml);
        CHECK_THROWS_WITH(RuleFile(row.toml).load(),
                          Catch::Contains(row.message) && Catch::Contains("rules.toml:"));
    }
}

TEST_CASE("a wrong expression is told when it is first needed", "[reading]") {
    const SayRules rules = RuleFile(rule("(a", "x")).load();
    CHECK_THROWS_WITH(say("a", rules), Catch::Contains("rules.toml: rule 1") &&
                                           Catch::Contains("is no regular expression"));
}
