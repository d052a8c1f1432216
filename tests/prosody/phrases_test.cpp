#include "prosody/phrases.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "prosody/tokens.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

Style style() {
    Style made;
    made.marks = {10, 20, 30, 40, 50, 60};
    made.breath = {40, 8, 5};
    made.parenthesis = {{1.1, 0.9, 0.8}, 11, 12, 0, 40};
    made.quotation = {{1.0, 1.2, 1.0}, 13, 14, 6, 1000};
    made.series = {{1.0, 1.1, 1.0}, 3, 15, 1.0, 2, 30};
    made.anaphora = {{1.0, 1.0, 1.5}, 2, 0, 2.0, 2, 1000};
    return made;
}

Phrasing english() {
    Phrasing made;
    made.openers = {"because", "which", "but"};
    made.joiners = {"and", "or"};
    made.leaders = {"in"};
    return made;
}

/// "[One, 10][two r1.1 p0.9]": the phrases, each with its pause and what differs in its prosody.
std::string phrased(const std::string& text, const SpokenSentence& spoken = {},
                    const Style& with = style()) {
    Utterance utterance;
    utterance.text = text;
    utterance.spoken = spoken;
    std::string out;
    std::size_t at = 0;
    for (const Phrase& phrase : phrases_of(utterance, quotations(text), with, english())) {
        CHECK(phrase.where.begin == at);  // they cover the text
        at = phrase.where.end;
        std::string part = text.substr(phrase.where.begin, at - phrase.where.begin);
        while (part.ends_with(' ') || part.ends_with('\n')) part.pop_back();
        out += "[" + part;
        if (phrase.pause_ms > 0) out += fmt::format(" {}", phrase.pause_ms);
        const Prosody& prosody = phrase.prosody;
        if (prosody.rate != 1.0) out += fmt::format(" r{:.3g}", prosody.rate);
        if (prosody.pitch != 1.0) out += fmt::format(" p{:.3g}", prosody.pitch);
        if (prosody.range != 1.0) out += fmt::format(" v{:.3g}", prosody.range);
        out += "]";
    }
    CHECK((at == 0 || at == text.size()));
    return out;
}

}  // namespace

TEST_CASE("marks within a sentence pause, each in its way") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"", ""},
        {"One.", ""},
        {"We have come here.", ""},
        {"We have come here, and we will stay.", "[We have come here, 10][and we will stay.]"},
        {"We have come; we stay: this is it.", "[We have come; 20][we stay: 30][this is it.]"},
        {"We have come here\u2026 and we stay.", "[We have come here\u2026 50][and we stay.]"},
        {"We have come here \u2013 to stay.", "[We have come here \u2013 40][to stay.]"},
        {"We have come here\u2014to stay.", "[We have come here\u2014 40][to stay.]"},
        {"We have come - to stay.", "[We have come - 40][to stay.]"},
        {"the well-known 1990\u201395 years", ""},
        {"Of 3,500 men at 8:30 a.m. here", ""},
        {"The rose is red\nThe violet blue", "[The rose is red 60][The violet blue]"},
        // A comma with little on both sides is left to the engine.
        {"No, no, no, we have not come here.", "[No, no, no, 10][we have not come here.]"},
        {"Now, at last, we have come here.", "[Now, at last, 10][we have come here.]"},
        {"Is it so? It is, we have seen it.", "[Is it so? It is, 10][we have seen it.]"},
        {"Est-ce vrai ? Nous le croyons : oui.", "[Est-ce vrai ? Nous le croyons : 30][oui.]"},
        {",", ""},
        {"\u2013 \u2013 , ;", ""},
        {"\u2013 We have come", ""},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(phrased(each.text) == each.expected);
    }
}

TEST_CASE("an aside is lower and quicker, a quotation stands out") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"The men \u2013 all of them \u2013 have come.",
         "[The men \u2013 11][all of them \u2013 12 r1.1 p0.9 v0.8][have come.]"},
        {"The men\u2014all of them\u2014have come.",
         "[The men\u2014 11][all of them\u2014 12 r1.1 p0.9 v0.8][have come.]"},
        {"The men (all of them) have come.",
         "[The men 11][(all of them) 12 r1.1 p0.9 v0.8][have come.]"},
        {"The men have come (all of them).",
         "[The men have come 11][(all of them). r1.1 p0.9 v0.8]"},
        // One dash, or dashes too far apart, hold no aside.
        {"The men have come \u2013 all of them.", "[The men have come \u2013 40][all of them.]"},
        {"Men \u2013 they all came from the hills and the towns and the sea \u2013 stay.",
         "[Men \u2013 40][they all came from the hills 5][and the towns and the sea \u2013 "
         "40][stay.]"},
        {"The men (all of them have come.", ""},
        {"The men) have come (today.", ""},
        {"He said \u201cwe have come\u201d and left.",
         "[He said 13][\u201cwe have come\u201d 14 p1.2][and left.]"},
        {"He said: \"we have come\".", "[He said: 30][\"we have come\". p1.2]"},
        {"Er sagte: \u201ewir sind da\u201c, und ging.",
         "[Er sagte: 30][\u201ewir sind da\u201c, 14 p1.2][und ging.]"},
        {"Il dit : \u00ab nous venons \u00bb et part.",
         "[Il dit : 30][\u00ab nous venons \u00bb 14 p1.2][et part.]"},
        {"It is \u2018the workers\u2019 own\u2019 house.",
         "[It is 13][\u2018the workers\u2019 14 p1.2][own\u2019 house.]"},
        // A name, an open mark, an apostrophe.
        {"It is \u201cnew\u201d here.", ""},
        {"It is \u201cnew and old here.", ""},
        {"The workers' house isn't the girls' own.", ""},
        {"5\" by 6\" boards are here.", ""},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(phrased(each.text) == each.expected);
    }
}

TEST_CASE("a series rises, and so do clauses that begin alike") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"We have bought bread, butter and jam.",
         "[We have bought bread, 15][butter and jam. p1.1]"},
        {"We bought bread, butter, and jam.",
         "[We bought bread, 15][butter, 15 p1.1][and jam. p1.21]"},
        {"a, b, c, d, e and f", "[a, 15][b, 15 p1.1][c, 15 p1.21][d, 15 p1.33][e and f p1.33]"},
        // No series: two clauses, an adverbial before a pair, a relative clause.
        {"He has come here, and she has left.", "[He has come here, 10][and she has left.]"},
        {"In the spring, men and women came.", "[In the spring, 10][men and women came.]"},
        {"The man came here, which was good and right.",
         "[The man came here, 10][which was good and right.]"},
        {"We shall go there, we shall stay, we shall win.",
         "[We shall go there, 20][we shall stay, 20 v1.5][we shall win. v2]"},
        {"We shall go there, and we shall stay.",
         "[We shall go there, 20][and we shall stay. v1.5]"},
        {"We shall go there, you shall stay.", "[We shall go there, 10][you shall stay.]"},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(phrased(each.text) == each.expected);
    }
}

TEST_CASE("a long stretch is parted where a clause opens, nearest to its middle") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"We built a house of stone because the wood was wet and old",
         "[We built a house of stone 5][because the wood was wet and old]"},
        // Too short, or no place.
        {"We built it because the wood was wet", ""},
        {"We built a house of stone beside the water under the old hill", ""},
        // A joiner only where no clause opens; a clause opens before "in which".
        {"We built a house of heavy grey stone and lived there for years",
         "[We built a house of heavy grey stone 5][and lived there for years]"},
        {"We built a house of heavy grey stone in which we lived for years",
         "[We built a house of heavy grey stone 5][in which we lived for years]"},
        {"We built a house of heavy stone and because it was cold we left",
         "[We built a house of heavy stone 5][and because it was cold we left]"},
        // Two names, or two words that end alike, are not parted.
        {"We built a house for the whole land of Syria and Iran in years", ""},
        {"We thought for a long time about making and keeping the house", ""},
        // Not near a pause, and again in the halves.
        {"But we built a house of heavy grey stone there", ""},
        {"We built a house of stone because the wood was wet which we had seen before but had not "
         "thought of at all because we slept",
         "[We built a house of stone because the wood was wet 5][which we had seen before 5]"
         "[but had not thought of at all because we slept]"},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(phrased(each.text) == each.expected);
    }
}

TEST_CASE("where words are only joined, a stretch may be longer") {
    Style with = style();
    with.breath.joined_letters = 60;
    const std::string text = "We built a house of heavy grey stone and lived there for years";
    CHECK(phrased(text, {}, with) == "");
    CHECK(phrased(text + " beside the sea", {}, with) ==
          "[We built a house of heavy grey stone 5][and lived there for years beside the sea]");
}

TEST_CASE("what is said otherwise than it is written is never parted, and counts as it is said") {
    // "12,345" said in many letters makes the stretch long; its comma is none.
    const std::string text = "We saw 12,345, 6 men because it rained";
    CHECK(phrased(text) == "[We saw 12,345, 10][6 men because it rained]");
    const SpokenSentence one = {{{7, 16}, "so very many more of them", "number"}};
    CHECK(phrased(text, one) == "[We saw 12,345, 6 men 5][because it rained]");
    // A sign that is not said parts all the same.
    CHECK(phrased("We have come \u2013 to stay", {{{13, 16}, " ", "sign"}}) ==
          "[We have come \u2013 40][to stay]");
}

TEST_CASE("a style without figures phrases nothing") {
    for (const char* text :
         {"a, b, and c \u2013 d \u2013 e; f: \u201cg h i\u201d (j k)", "One, two"})
        CHECK(phrased(text, {}, Style{}) == "");
}

TEST_CASE("hostile sentences are phrased in linear time") {
    std::string texts[] = {"", "", "", "", "", ""};
    for (int i = 0; i < 20000; ++i) {
        texts[0] += "a, ";
        texts[1] += "because ";
        texts[2] += "\u201ca b c d e f\u201d ";
        texts[3] += "(";
        texts[4] += "\u2013 word word word ";
        texts[5] += "we shall, ";
    }
    for (const std::string& text : texts) phrased(text);
}

TEST_CASE("the words of a language are read, those of its base language too") {
    const TempFolder folder;
    folder.write("en/phrasing.toml",
                 "openers = ['Because']\njoiners = 'and'\nthanks = ['Thank  you']\n");
    folder.write("en-GB/phrasing.toml", "openers = ['whilst']\nsounded = 0.9\n");
    const DataPath data({folder.path()});
    const auto all = load_phrasing({"en", "en-GB", "fr", ""}, data);
    CHECK(all.size() == 3);
    CHECK(all.at("en").openers == std::set<std::string, std::less<>>{"because"});
    CHECK(all.at("en-GB").openers == std::set<std::string, std::less<>>{"because", "whilst"});
    CHECK(all.at("en-GB").thanks == std::vector<std::string>{"thank you"});
    CHECK(all.at("en-GB").sounded == 0.9);
    CHECK(all.at("fr") == Phrasing{});
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"openers = ['so', 'so that']", ":1:18: error: 'so that' is not one word"},
        {"opener = ['so']", ":1:1: error: unknown key 'opener'; did you mean 'openers'?"},
        {"sounded = 0", ":1:11: error: 'sounded' must lie between 0.2 and 5"},
    };
    for (const Case& each : cases) {
        const std::string file = folder.write("xx/phrasing.toml", each.text);
        CHECK_THAT(failure_of([&] { load_phrasing({"xx"}, data); }),
                   Catch::Matchers::StartsWith("data: " + file + each.expected));
    }
}

TEST_CASE("the words that come with the program load, for nine languages") {
    const std::set<std::string> languages = {"de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru"};
    for (const auto& [language, phrasing] :
         load_phrasing(languages, DataPath({DECLAIM_TEST_VOICES}))) {
        INFO(language);
        CHECK_FALSE(phrasing.openers.empty());
        CHECK_FALSE(phrasing.joiners.empty());
        CHECK_FALSE(phrasing.thanks.empty());
        CHECK_FALSE(phrasing.questioners.empty());
    }
}
