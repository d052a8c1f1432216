#include "base/toml_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <catch2/catch.hpp>

#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;
using Catch::Matchers::StartsWith;

namespace {

using Read = std::string (*)(TomlTable&);

/// What reading a text gives: the value as text, or the failure.
std::string outcome(const std::string& text, Read read) {
    std::string seen;
    const std::string failure = failure_of([&] {
        TomlTable table = TomlTable::parse(text, "x.toml");
        seen = read(table);
        table.finish();
    });
    return failure.empty() ? seen : failure;
}

struct Case {
    const char* text;
    const char* expected;
};

std::string list(const std::vector<std::string>& items) {
    return fmt::format("[{}]", fmt::join(items, "|"));
}

}  // namespace

TEST_CASE("a text is a string and nothing else") {
    const Read read = [](TomlTable& table) { return table.text("name").value_or("absent"); };
    const Case cases[] = {
        {"name = \"Ann\"", "Ann"},
        {"name = ''", ""},
        {"", "absent"},
        {"name = 7",
         "data: x.toml:1:8: error: 'name' must be a text in quotes\n  name = 7\n         ^"},
        {"\n\tname = true",
         "data: x.toml:2:9: error: 'name' must be a text in quotes\n  \tname = true\n  \t       ^"},
        {"name = [\"Ann\"]",
         "data: x.toml:1:8: error: 'name' must be a text in quotes\n  name = [\"Ann\"]\n         "
         "^"},
    };
    for (const Case& each : cases) CHECK(outcome(each.text, read) == each.expected);
}

TEST_CASE("a number is within its bounds") {
    const Read read = [](TomlTable& table) {
        const auto value = table.number("n", 0.5, 20);
        return value ? fmt::format("{}", *value) : "absent";
    };
    const Case cases[] = {
        {"n = 1", "1"},
        {"n = 1.25", "1.25"},
        {"n = 0.5", "0.5"},
        {"n = 20", "20"},
        {"n = 0x10", "16"},
        {"", "absent"},
        {"n = 21", "data: x.toml:1:5: error: 'n' must lie between 0.5 and 20\n  n = 21\n      ^"},
        {"n = 0.49",
         "data: x.toml:1:5: error: 'n' must lie between 0.5 and 20\n  n = 0.49\n      ^"},
        {"n = -1", "data: x.toml:1:5: error: 'n' must lie between 0.5 and 20\n  n = -1\n      ^"},
        {"n = inf", "data: x.toml:1:5: error: 'n' must lie between 0.5 and 20\n  n = inf\n      ^"},
        {"n = nan", "data: x.toml:1:5: error: 'n' must lie between 0.5 and 20\n  n = nan\n      ^"},
        // Too great for a double to hold exactly, and a number all the same.
        {"n = 9223372036854775807",
         "data: x.toml:1:5: error: 'n' must lie between 0.5 and 20\n  n = 9223372036854775807\n   "
         "   ^"},
        {"n = \"1\"", "data: x.toml:1:5: error: 'n' must be a number\n  n = \"1\"\n      ^"},
        {"n = true", "data: x.toml:1:5: error: 'n' must be a number\n  n = true\n      ^"},
        {"n = 2004-10-19",
         "data: x.toml:1:5: error: 'n' must be a number\n  n = 2004-10-19\n      ^"},
    };
    for (const Case& each : cases) CHECK(outcome(each.text, read) == each.expected);
}

TEST_CASE("a flag is true or false") {
    const Read read = [](TomlTable& table) -> std::string {
        const auto value = table.flag("on");
        return !value ? "absent" : *value ? "yes" : "no";
    };
    const Case cases[] = {
        {"on = true", "yes"},
        {"on = false", "no"},
        {"", "absent"},
        {"on = 1", "data: x.toml:1:6: error: 'on' must be true or false\n  on = 1\n       ^"},
        {"on = \"true\"",
         "data: x.toml:1:6: error: 'on' must be true or false\n  on = \"true\"\n       ^"},
    };
    for (const Case& each : cases) CHECK(outcome(each.text, read) == each.expected);
}

TEST_CASE("texts are a list, and one alone is a list of one") {
    const Read read = [](TomlTable& table) { return list(table.texts("all")); };
    const Case cases[] = {
        {"all = [\"a\", 'b']", "[a|b]"},
        {"all = \"a\"", "[a]"},
        {"all = []", "[]"},
        {"", "[]"},
        {"all = 3", "data: x.toml:1:7: error: 'all' must be a list of texts\n  all = 3\n        ^"},
        {"all = [\"a\", 3]",
         "data: x.toml:1:13: error: 'all' must hold texts only\n  all = [\"a\", 3]\n              "
         "^"},
        {"all = [\n  \"a\",\n  [\"b\"],\n]",
         "data: x.toml:3:3: error: 'all' must hold texts only\n    [\"b\"],\n    ^"},
    };
    for (const Case& each : cases) CHECK(outcome(each.text, read) == each.expected);
}

TEST_CASE("a table is one, however it is written") {
    const Read read = [](TomlTable& table) -> std::string {
        auto inner = table.table("t");
        return inner ? inner->text("a").value_or("empty") : "absent";
    };
    const Case cases[] = {
        {"[t]\na = \"x\"", "x"},
        {"t = { a = \"x\" }", "x"},
        {"t.a = \"x\"", "x"},
        {"[t]", "empty"},
        {"", "absent"},
        {"t = 1", "data: x.toml:1:5: error: 't' must be a table: [t]\n  t = 1\n      ^"},
        {"[[t]]\na = \"x\"", "data: x.toml:1:1: error: 't' must be a table: [t]\n  [[t]]\n  ^"},
    };
    for (const Case& each : cases) CHECK(outcome(each.text, read) == each.expected);
}

TEST_CASE("tables are an array of them") {
    const Read read = [](TomlTable& table) {
        std::vector<std::string> names;
        for (TomlTable& each : table.tables("t")) names.push_back(each.text("a").value_or("-"));
        return list(names);
    };
    const Case cases[] = {
        {"[[t]]\na = \"x\"\n[[t]]\n[[t]]\na = \"z\"", "[x|-|z]"},
        {"t = [{a = \"x\"}, {}]", "[x|-]"},
        {"t = []", "[]"},
        {"", "[]"},
        {"[t]\na = \"x\"", "data: x.toml:1:1: error: 't' must be tables: [[t]]\n  [t]\n  ^"},
        {"t = [{}, 3]",
         "data: x.toml:1:5: error: 't' must be tables: [[t]]\n  t = [{}, 3]\n      ^"},
    };
    for (const Case& each : cases) CHECK(outcome(each.text, read) == each.expected);
}

TEST_CASE("a key that nobody asked for is refused, with the nearest that was") {
    // Asks for name, one table `role` with rate and pitch, and tables `rule` with words.
    const Read read = [](TomlTable& table) -> std::string {
        table.text("name");
        if (auto role = table.table("role")) {
            role->number("rate", 0, 9);
            role->number("pitch", 0, 9);
        }
        for (TomlTable& rule : table.tables("rule")) rule.texts("words");
        return "fine";
    };
    const Case cases[] = {
        {"name = \"x\"\n[role]\nrate = 1\n[[rule]]\nwords = []", "fine"},
        {"", "fine"},
        {"\nnaem = \"x\"",
         "data: x.toml:2:1: error: unknown key 'naem'; did you mean 'name'?\n  naem = \"x\"\n  ^"},
        {"colour = 1", "data: x.toml:1:1: error: unknown key 'colour'\n  colour = 1\n  ^"},
        {"[rol]\nrate = 1",
         "data: x.toml:1:2: error: unknown key 'rol'; did you mean 'role'?\n  [rol]\n   ^"},
        {"[role]\nrate = 1\n  pich = 2",
         "data: x.toml:3:3: error: unknown key 'pich'; did you mean 'pitch'?\n    pich = 2\n    ^"},
        {"role = { rate = 1, ptich = 2 }",
         "data: x.toml:1:20: error: unknown key 'ptich'; did you mean 'pitch'?\n"
         "  role = { rate = 1, ptich = 2 }\n                     ^"},
        {"[[rule]]\nwords = []\n[[rule]]\nword = []",
         "data: x.toml:4:1: error: unknown key 'word'; did you mean 'words'?\n  word = []\n  ^"},
        {"[role.deeper]\nrate = 1",
         "data: x.toml:1:7: error: unknown key 'deeper'\n  [role.deeper]\n        ^"},
    };
    for (const Case& each : cases) CHECK(outcome(each.text, read) == each.expected);
}

TEST_CASE("what is no TOML is shown at its place") {
    struct Broken {
        const char* text;
        const char* start;
        const char* end;
    };
    const Broken cases[] = {
        {"a = 1\nb = \n", "data: x.toml:2:", "^"},
        {"a = 1\na = 2", "data: x.toml:2:", "^"},
        {"a = \"open", "data: x.toml:1:", "\n  a = \"open\n           ^"},
        {"= 3", "data: x.toml:1:1: error: ", "\n  = 3\n  ^"},
        {"a = [1, 2", "data: x.toml:1:", "^"},
        {"a = \"\xff\"", "data: x.toml:1:5: error: ", "\"\n      ^"},
    };
    for (const Broken& each : cases) {
        INFO(each.text);
        const std::string seen =
            outcome(each.text, [](TomlTable&) { return std::string("parsed"); });
        CHECK_THAT(seen, StartsWith(each.start));
        CHECK_THAT(seen, Catch::Matchers::EndsWith(each.end));
    }
}

TEST_CASE("keys come in the order of the file") {
    const Case cases[] = {
        {"", "[]"},
        {"z = 1\nb = 2\na = 3", "[z|b|a]"},
        {"b = 1\n[z]\na = 1\n[c]", "[b|z|c]"},
        {"[[z]]\n[a]\n[[z]]", "[z|a]"},
        {"z = 1\na.b = 1\n'é' = 3\n\"quoted key\" = 2", "[z|a|é|quoted key]"},
        {"b = 1 \n   a = 1", "[b|a]"},
    };
    for (const Case& each : cases)
        CHECK(list(TomlTable::parse(each.text, "x.toml").keys()) == each.expected);
}

TEST_CASE("a reader may find fault with a value, an element, or what is missing") {
    struct Fault {
        const char* key;
        int element;
        const char* expected;
    };
    const std::string text = "[t]\nwords = [\"a\",\n         \"b\"]\nn = 1";
    const Fault cases[] = {
        {"n", -1, "data: x.toml:4:5: error: no\n  n = 1\n      ^"},
        {"n", 0, "data: x.toml:4:5: error: no\n  n = 1\n      ^"},
        {"words", -1, "data: x.toml:2:9: error: no\n  words = [\"a\",\n          ^"},
        {"words", 1, "data: x.toml:3:10: error: no\n           \"b\"]\n           ^"},
        {"words", 2, "data: x.toml:2:9: error: no\n  words = [\"a\",\n          ^"},
        {"absent", -1, "data: x.toml:1:1: error: no\n  [t]\n  ^"},
    };
    TomlTable table = TomlTable::parse(text, "x.toml");
    TomlTable inner = *table.table("t");
    for (const Fault& each : cases)
        CHECK(failure_of([&] { inner.fail(each.key, "no", each.element); }) == each.expected);
    CHECK_THAT(failure_of([&] { table.fail("absent", "no"); }),
               StartsWith("data: x.toml:1:1: error: no"));
}

TEST_CASE("a file is named in what is said of it") {
    const TempFolder folder;
    const std::string file = folder.write("en.toml", "a = ?");
    CHECK_THAT(failure_of([&] { TomlTable::open(file); }), StartsWith("data: " + file + ":1:5: "));
    CHECK(failure_of([&] { TomlTable::open(folder / "none.toml"); }) ==
          "data: cannot read " + (folder / "none.toml").string() + ": No such file or directory");
    CHECK_THAT(failure_of([&] { TomlTable::open(folder.path()); }), Contains("cannot read"));
}
