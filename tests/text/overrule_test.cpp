#include "text/overrule.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;

namespace {

const std::string kPage =
    "Speech by Jane Doe at the opening of the Hall\n\n"
    "Ladies and Gentlemen,\n\n"
    "We are here to speak of the sea. It is old.\n\n"
    "Photo: the sea\n\n"
    "And it is wide, as all of us know.\n\n"
    "Go to Homepage\n";

std::string blocks_of(const std::string& text, const std::vector<ByHand>& orders,
                      bool raw = false) {
    ReadOptions options;
    options.path = "x";
    options.language = "en";
    options.by_hand = orders;
    options.raw = raw;
    const Speech speech = read_speech(text, options, voices());
    std::string out;
    for (const Block& block : speech.blocks) out += "[" + block.text + "]";
    out += " -";
    for (const Dropped& item : speech.dropped)
        if (item.reason == kDroppedByHand) out += "[" + item.text + "]";
    return out;
}

}  // namespace

TEST_CASE("a person's word stands over what the segmenter finds") {
    const std::string a = "[Ladies and Gentlemen,]";
    const std::string b = "[We are here to speak of the sea. It is old.]";
    const std::string c = "[Photo: the sea]";
    const std::string d = "[And it is wide, as all of us know.]";
    struct Case {
        std::vector<ByHand> orders;
        std::string wanted;
    };
    const Case cases[] = {
        {{{{}, {"^Photo: "}}}, a + b + d + " -" + c},
        {{{{}, {"^photo: "}}}, a + b + c + d + " -"},  // as written
        {{{{"Homepage"}, {}}}, a + b + c + d + "[Go to Homepage] -"},
        {{{{"^Speech"}, {}}},
         "[Speech by Jane Doe at the opening of the Hall]" + a + b + c + d + " -"},
        {{{{"sea$"}, {"Photo"}}}, a + b + c + d + " -"},             // keep wins
        {{{{}, {"Photo"}}, {{"Photo"}, {}}}, a + b + d + " -" + c},  // the first order wins
        {{{{}, {"[Pp]hoto: \\w+ \\p{L}+"}}}, a + b + d + " -" + c},
        {{{{}, {}}}, a + b + c + d + " -"},
    };
    for (const Case& one : cases) CHECK(blocks_of(kPage, one.orders) == one.wanted);
}

TEST_CASE("a line dropped by hand goes from a raw page and from among captions") {
    CHECK(blocks_of("One.\nTwo.\nThree.\n", {{{}, {"Two"}}}, true) == "[One.][Three.] -[Two.]");
    CHECK(blocks_of("1\n00:00:01,000 --> 00:00:02,000\nSubtitles by Jane\n\n"
                    "2\n00:00:03,000 --> 00:00:05,000\nWe are here to\n\n"
                    "3\n00:00:06,000 --> 00:00:08,000\nspeak of the sea.\n",
                    {{{}, {"^Subtitles"}}}) ==
          "[We are here to speak of the sea.] -[Subtitles by Jane]");
}

TEST_CASE("a pattern that is none is refused with its place") {
    const std::pair<const char*, const char*> cases[] = {
        {"(abc", "a bracket without its other half at character 4"},
        {"[abc", "a set that is not closed by ] at character 4"},
        {"a{3,1}", "wrong numbers in { } at character 6"},
        {"*a", "something that cannot stand there at character 1"},
        {"a|b", ""},
        {"", ""},
    };
    for (const auto& [regex, fault] : cases) {
        INFO(regex);
        CHECK(pattern_fault(regex) == fault);
    }
    CHECK(error_of([] {
              Overrule({{{}, {"a", "(b"}}});
          }) ==
          "--drop '(b' is no regular expression: a bracket without its other half at character 2");
}

TEST_CASE("a pattern that never ends is an error, not a hang") {
    const Overrule overrule({{{"(a|aa)+$"}, {}}});
    CHECK_THAT(error_of([&] { (void)overrule.of(std::string(5000, 'a') + "b"); }),
               Contains("(a|aa)+$") && Contains("simpler"));
    CHECK(overrule.of("aaa") == Verdict::keep);
}
