#include "prosody/style.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Matchers::StartsWith;

namespace {

std::string dump(const RoleStyle& role) {
    return fmt::format("rate={} pitch={} range={} between={} before={} after={}", role.prosody.rate,
                       role.prosody.pitch, role.prosody.range, role.sentence_pause_ms,
                       role.pause_before_ms, role.pause_after_ms);
}

Style style_of(const std::string& text) {
    const TempFolder folder;
    folder.write("styles/x.toml", text);
    return load_style("x", DataPath({folder.path()}));
}

}  // namespace

TEST_CASE("a style is read whole") {
    const Style style = style_of(R"(
lead_in_ms = 100
lead_out_ms = 500
[paragraph]
rate = 1.1
pitch = 0.95
range = 0
sentence_pause_ms = 400
pause_before_ms = 10
pause_after_ms = 800
)");
    CHECK(style.lead_in_ms == 100);
    CHECK(style.lead_out_ms == 500);
    CHECK(dump(style.of(BlockKind::paragraph)) ==
          "rate=1.1 pitch=0.95 range=0 between=400 before=10 after=800");
}

TEST_CASE(
    "what a role leaves out is as a paragraph's, and what a paragraph leaves out is neutral") {
    const Style style = style_of(R"(
[address]
rate = 0.9
pause_after_ms = 950
[paragraph]
pitch = 1.2
sentence_pause_ms = 400
[verse]
)");
    CHECK(style.lead_in_ms == 0);
    CHECK(style.lead_out_ms == 0);
    const std::string paragraph = "rate=1 pitch=1.2 range=1 between=400 before=0 after=0";
    for (std::size_t i = 0; i < kBlockKinds; ++i) {
        const auto kind = static_cast<BlockKind>(i);
        INFO(name_of(kind));
        CHECK(dump(style.of(kind)) == (kind == BlockKind::address
                                           ? "rate=0.9 pitch=1.2 range=1 between=400 before=0 "
                                             "after=950"
                                           : paragraph));
    }
}

TEST_CASE("manners, marks, breaths and rises are read") {
    const Style style = style_of(R"(
[paragraph]
[question]
rate = 0.9
pitch = 1.1
range = 1.2
pause_before_ms = 1
pause_after_ms = 2
[quotation]
least_letters = 3
most_letters = 4
[marks]
comma_ms = 1
semicolon_ms = 2
colon_ms = 3
dash_ms = 4
ellipsis_ms = 5
line_ms = 6
[breath]
most_letters = 50
least_letters = 25
pause_ms = 200
joined_letters = 60
[series]
pause_ms = 7
rate_step = 0.9
pitch_step = 1.1
range_step = 1.2
most_steps = 3
most_letters = 30
[anaphora]
words = 3
pauses = 1.5
)");
    CHECK(style.question == Manner{{0.9, 1.1, 1.2}, 1, 2});
    CHECK(style.quotation == Manner{{}, 0, 0, 3, 4});
    CHECK(style.marks == MarkPauses{1, 2, 3, 4, 5, 6});
    CHECK(style.breath == BreathStyle{50, 25, 200, 60});
    CHECK(style.series == RiseStyle{{0.9, 1.1, 1.2}, 3, 7, 1.0, 2, 30});
    CHECK(style.anaphora == RiseStyle{{}, 0, 0, 1.5, 3});
    CHECK(style.closing == Manner{});
    CHECK(style_of("[paragraph]").breath.pause_ms == 0);
}

TEST_CASE("what is wrong in a style is shown at its place") {
    struct Case {
        const char* text;
        const char* expected;  // after the file's name
    };
    const Case cases[] = {
        {"[paragraph]\nrate = 2.5",
         ":2:8: error: 'rate' must lie between 0.5 and 2\n  rate = 2.5\n         ^"},
        {"[paragraph]\npitch = 0.4",
         ":2:9: error: 'pitch' must lie between 0.5 and 2\n  pitch = 0.4\n          ^"},
        {"[paragraph]\nrange = -0.1",
         ":2:9: error: 'range' must lie between 0 and 2\n  range = -0.1\n          ^"},
        {"[paragraph]\n[quote]\npause_after_ms = 10001",
         ":3:18: error: 'pause_after_ms' must lie between 0 and 10000\n  pause_after_ms = 10001\n"
         "                   ^"},
        {"lead_in_ms = \"long\"\n[paragraph]",
         ":1:14: error: 'lead_in_ms' must be a number\n  lead_in_ms = \"long\"\n               ^"},
        {"[paragraph]\nrte = 1",
         ":2:1: error: unknown key 'rte'; did you mean 'rate'?\n  rte = 1\n  ^"},
        {"[paragraph]\n[adress]\nrate = 1",
         ":2:2: error: unknown key 'adress'; did you mean 'address'?\n  [adress]\n   ^"},
        {"[paragraph]\n[list_item]\npause_after = 1",
         ":3:1: error: unknown key 'pause_after'; did you mean 'pause_after_ms'?\n"
         "  pause_after = 1\n  ^"},
        {"paragraph = 1",
         ":1:13: error: 'paragraph' must be a table: [paragraph]\n  paragraph = 1\n              "
         "^"},
        {"[paragraph]\n[last]\npause_before = 1",
         ":3:1: error: unknown key 'pause_before'; did you mean 'pause_before_ms'?\n"
         "  pause_before = 1\n  ^"},
        {"[paragraph]\n[breath]\nmost_letters = 20\nleast_letters = 11",
         ":4:17: error: 'least_letters' must be at most half of 'most_letters': a stretch is "
         "parted "
         "in two\n  least_letters = 11\n                  ^"},
        {"[paragraph]\n[series]\npitch_step = 1.3",
         ":3:14: error: 'pitch_step' must lie between 0.8 and 1.25\n  pitch_step = 1.3\n"
         "               ^"},
        {"[paragraph]\n[marks]\ncomma = 1", ":3:1: error: unknown key 'comma'\n  comma = 1\n  ^"},
        {"[quote]",
         ":1:1: error: a style needs a table [paragraph]: other roles build on it\n  [quote]\n  ^"},
        {"", ":1:1: error: a style needs a table [paragraph]: other roles build on it"},
    };
    const TempFolder folder;
    for (const Case& each : cases) {
        const std::string file = folder.write("styles/x.toml", each.text);
        CHECK(failure_of([&] { load_style("x", DataPath({folder.path()})); }) ==
              "data: " + file + each.expected);
    }
    CHECK_THAT(failure_of([&] { load_style("none", DataPath({folder.path()})); }),
               StartsWith("data: rule data has no styles/none.toml (looked in "));
}

TEST_CASE("the styles that come with the program load") {
    const DataPath data({DECLAIM_TEST_VOICES});
    const auto files = data.list("styles", ".toml");
    CHECK_FALSE(files.empty());
    for (const auto& file : files) {
        INFO(file);
        const Style style = load_style(file.stem().string(), data);
        // Speech without pauses would run its sentences together.
        CHECK(style.of(BlockKind::paragraph).sentence_pause_ms > 0);
        CHECK(style.of(BlockKind::paragraph).pause_after_ms > 0);
    }
}
