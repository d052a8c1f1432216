#include "app/cast.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "app/prepare.hpp"
#include "support/failure.hpp"
#include "support/labelled_speech.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;

namespace {

DataPath voices() { return DataPath({DECLAIM_TEST_VOICES}); }

/// What is said of a speech, in one voice.
Plan plan_of(const Speech& speech) {
    Plan plan;
    for (std::size_t i = 0; i < speech.blocks.size(); ++i) {
        if (!is_spoken(speech.blocks[i].kind)) continue;
        Utterance utterance;
        utterance.block = i;
        utterance.text = speech.blocks[i].text;
        utterance.language = speech.blocks[i].language;
        plan.utterances.push_back(std::move(utterance));
    }
    return plan;
}

/// The engine's voice of each utterance, "" for that of the speech.
std::string engines(const Plan& plan) {
    std::string out;
    for (const Utterance& utterance : plan.utterances)
        out += (out.empty() ? "" : " ") +
               (utterance.voice == 0 ? "-" : plan.voices.at(utterance.voice - 1).engine);
    return out;
}

Plan cast(const std::vector<const char*>& blocks, const std::string& main,
          const std::vector<std::string>& wanted = {}) {
    const Speech speech = labelled_speech(blocks);
    Plan plan = plan_of(speech);
    CastRequest request;
    for (const std::string& text : wanted) add_to_cast(request, text);
    cast_voices(plan, speech, choose_profile({main, "en"}, voices()), request, voices());
    return plan;
}

const std::vector<const char*> kTalk{
    "JANE DOE:", "One two three four.", "Q:",   "Why?",      "Mr. SMITH:",
    "Five.",     "ANNA FOX:",           "Six.", "JANE DOE:", "Seven."};

}  // namespace

TEST_CASE("who speaks has a voice") {
    struct Case {
        std::vector<const char*> blocks;
        const char* main;
        std::vector<std::string> wanted;
        const char* expected;
    };
    const Case cases[] = {
        {{"One.", "# Two", "Three."}, "", {}, "- - -"},
        {{"JANE DOE:", "One.", "JANE DOE:", "Two."}, "", {}, "- -"},
        {kTalk, "", {}, "- gmw/en+f2 gmw/en+m3 gmw/en+f4 -"},
        {kTalk, "", {"none"}, "- - - - -"},
        // The questions have the voice of another gender than the main speaker's.
        {kTalk, "gmw/en+f2", {}, "- gmw/en+m3 gmw/en+m7 gmw/en+f4 -"},
        {kTalk, "stateswoman", {}, "- en+m3 en+m7 en+f2 -"},
        {kTalk, "", {"q=newsreader"}, "- gmw/en-GB-x-rp+m3 gmw/en+m3 gmw/en+f4 -"},
        {kTalk, "", {"none", "Fox=gmw/en+f5", "fox=x"}, "- - - gmw/en+f5 -"},
        {kTalk, "", {"JANE DOE=stateswoman"}, "*"},
        // Another language has a voice of its own, of the same gender or variant.
        {{"One.", "fr| Un.", "de| Eins.", "fr| Deux."}, "", {}, "- roa/fr gmw/de roa/fr"},
        {{"One.", "fr| Un."}, "stateswoman", {}, "- roa/fr+f2"},
        {{"One.", "fr| Un."}, "gmw/en+klatt", {}, "- roa/fr+klatt"},
        {{"One.", "sv| Ett."}, "", {}, "- sv"},
        {{"One.", "fr| Un."}, "gmw/de", {}, "- roa/fr"},
        {{"JANE DOE:", "One two.", "Q:", "fr| Un?", "One?"}, "", {}, "- roa/fr+f2 gmw/en+f2"},
    };
    for (const Case& each : cases) {
        const std::string got = engines(cast(each.blocks, each.main, each.wanted));
        if (each.expected == std::string("*"))
            CHECK_THAT(got, Contains("/engine/stateswoman"));
        else
            CHECK(got == each.expected);
    }
}

TEST_CASE("a foreign passage keeps the pace, a named voice its own") {
    Speech speech = labelled_speech({"One.", "fr| Un.", "Q:", "Why?"});
    Plan plan = plan_of(speech);
    CastRequest request;
    add_to_cast(request, "Q=statesman");
    Profile main = choose_profile({"fast-reader", "en"}, voices());
    cast_voices(plan, speech, main, request, voices());
    REQUIRE(plan.voices.size() == 2);
    CHECK(plan.voices[0].rate_wpm == main.voice.rate_wpm);
    CHECK(plan.voices[1].rate_wpm == choose_profile({"statesman", ""}, voices()).voice.rate_wpm);

    request.rate = main.voice.rate_wpm = 111;
    request.pitch = main.voice.pitch = 77;
    plan = plan_of(speech);
    cast_voices(plan, speech, main, request, voices());
    CHECK(plan.voices[0].rate_wpm == 111);
    CHECK(plan.voices[1].rate_wpm == 111);
    CHECK(plan.voices[0].pitch == 77);
    CHECK(plan.voices[1].pitch != 77);
}

TEST_CASE("a label there is not is told with those there are") {
    CHECK(
        failure_of([] { cast(kTalk, "", {"Bob=x"}); }) ==
        "usage: nobody speaks under the label 'Bob'; the labels are 'JANE DOE', 'Q', 'Mr. SMITH', "
        "'ANNA FOX'");
    CHECK(failure_of([] { cast({"One."}, "", {"Bob=x"}); }) ==
          "usage: nobody speaks under the label 'Bob': there are no labels; leave out --cast");
    for (const char* wrong : {"", "Bob", "=x", "Bob=", "NONE"}) {
        CastRequest request;
        CHECK_THAT(failure_of([&] { add_to_cast(request, wrong); }), Contains("LABEL=voice"));
    }
    CastRequest request;
    add_to_cast(request, "A=B=x");
    CHECK(request.named.at(0) == std::pair<std::string, std::string>("A=B", "x"));
}

TEST_CASE("the missing languages are told in one warning") {
    Plan plan;
    for (const char* language : {"xx", "fr", "xx", "yy"})
        plan.voices.push_back({.name = "", .engine = "", .language = language});
    CHECK(no_voice_warning(plan, {}).empty());
    CHECK_THAT(no_voice_warning(plan, {1, 3}), Contains("the language 'xx': what is in it"));
    CHECK_THAT(no_voice_warning(plan, {1, 3, 4}),
               Contains("the languages 'xx', 'yy': what is in them"));
}

TEST_CASE("a sidecar casts too, the command line first; a language that is named holds for all") {
    const TempFolder folder;
    SpeechRequest request;
    request.input = folder.write(
        "a.txt",
        "JANE DOE: We have come here today to speak of the sea and of the ships on it.\n\n"
        "Q: Why is the sea so wide?\n\nJANE DOE: It has always been so, as we all know.\n\n"
        "Q: And what is it that we can do?\n\nJANE DOE: Parce que la mer est belle et que nous "
        "sommes tous venus ici pour en parler avec vous.\n");
    const auto count = [&] { return prepare(request, voices()).plan.voices.size(); };
    CHECK(count() == 2);
    request.language = "en";
    CHECK(count() == 1);
    folder.write("a.txt.toml", "cast = 'none'\n");
    CHECK(count() == 0);
    folder.write("a.txt.toml", "[cast]\n'Q' = 'statesman'\n");
    CHECK_THAT(prepare(request, voices()).plan.voices.at(0).engine, Contains("engine/statesman"));
    request.cast = {"Q=newsreader"};
    CHECK(prepare(request, voices()).plan.voices.at(0).name == "newsreader");
    folder.write("a.txt.toml", "[cast]\n'Bob' = 'statesman'\n");
    CHECK_THAT(failure_of([&] { prepare(request, voices()); }), Contains("the labels are"));
    request.cast_wherever = true;
    CHECK(count() == 1);
    for (const char* wrong : {"cast = 'all'\n", "[cast]\nQ = ''\n", "[cast]\nQ = 3\n"}) {
        folder.write("a.txt.toml", wrong);
        CHECK_THAT(failure_of([&] { prepare(request, voices()); }), Contains("a.txt.toml:"));
    }
}
