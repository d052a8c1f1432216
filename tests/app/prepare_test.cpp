#include "app/prepare.hpp"

#include <catch2/catch.hpp>

#include "app/look.hpp"
#include "model/dump.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"
#include "support/xmllint.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;

namespace {

DataPath voices() { return DataPath({DECLAIM_TEST_VOICES}); }

SpeechRequest request_for(const std::string& input) {
    SpeechRequest request;
    request.input = input;
    request.language = "en";
    return request;
}

}  // namespace

TEST_CASE("a document becomes a plan in the voice that was asked for") {
    const TempFolder folder;
    SpeechRequest request = request_for(folder.write("a.txt", "One two three. Four!\n\nFive?\n"));
    request.raw = true;
    const Prepared plain = prepare(request, voices());
    CHECK(plain.profile.name == "english");
    REQUIRE(plain.plan.utterances.size() == 3);
    CHECK(plain.plan.utterances[1].text == "Four!");

    request.voice = "gmw/en+f3";
    request.rate_wpm = 120;
    request.pitch = 60;
    request.from_sentence = 3;
    const Prepared chosen = prepare(request, voices());
    CHECK(chosen.profile.voice.engine == "gmw/en+f3");
    CHECK(chosen.profile.voice.rate_wpm == 120);
    CHECK(chosen.profile.voice.pitch == 60);
    REQUIRE(chosen.plan.utterances.size() == 1);
    CHECK(chosen.plan.utterances[0].text == "Five?");
}

TEST_CASE("with nothing to say, the reason is told") {
    const TempFolder folder;
    SpeechRequest request = request_for(folder.write("a.txt", "One. Two.\n"));
    request.raw = true;
    request.from_sentence = 3;
    CHECK(failure_of([&] { prepare(request, voices()); }) ==
          "input: there is no sentence 3 in " + request.input + "; choose a smaller --from");
    CHECK_THAT(failure_of([&] { prepare(request_for(folder.write("b.txt", "")), voices()); }),
               Contains("input: "));
    CHECK_THAT(failure_of([&] { prepare(request_for((folder / "c.txt").string()), voices()); }),
               Contains("input: "));
    request.format = "odd";
    CHECK_THAT(failure_of([&] { prepare(request, voices()); }), Contains("usage: "));
}

TEST_CASE("words and seconds are estimated from what is said and the pauses") {
    struct Case {
        std::vector<const char*> sentences;
        double rate;  // of their prosody
        int pause_ms;
        Estimate expected;
    };
    const Case cases[] = {
        {{}, 1.0, 0, {0, 1}},  // the lead-in alone
        {{"one two three four"}, 1.0, 0, {4, 4}},
        {{"one two three four"}, 0.5, 0, {4, 7}},
        {{"one two", "three\nfour"}, 1.0, 3000, {4, 10}},
        {{"  spaced   out  ", ""}, 1.0, 0, {2, 3}},
    };
    for (const Case& each : cases) {
        Prepared prepared;
        prepared.profile.voice.rate_wpm = 60;
        prepared.plan.lead_in_ms = 1000;
        for (const char* text : each.sentences) {
            Utterance utterance;
            utterance.text = text;
            utterance.prosody.rate = each.rate;
            utterance.pause_ms = each.pause_ms;
            prepared.plan.utterances.push_back(utterance);
        }
        CHECK(estimate(prepared) == each.expected);
    }
}

TEST_CASE("an estimate counts what is said, and the phrases with their pauses") {
    Prepared prepared;
    prepared.profile.voice.rate_wpm = 60;
    Utterance utterance;
    utterance.text = "of $50 – he said – now";
    utterance.language = "fr";
    prepared.plan.utterances.push_back(utterance);
    const Estimate plain = estimate(prepared);
    CHECK(plain.words == 7);
    prepared.plan.utterances[0].spoken = {{{3, 6}, "fifty dollars of the realm", "money"}};
    const Estimate said = estimate(prepared);
    CHECK(said.words == 11);
    CHECK(said.seconds > plain.seconds);
    prepared.plan.utterances[0].phrases = {{{0, 12}, {}, 3000}, {{12, 26}, {0.5, 1.0, 1.0}, 2000}};
    const Estimate phrased = estimate(prepared);
    CHECK(phrased.seconds >= said.seconds + 5 + said.seconds / 3);
    prepared.phrasing["fr"].sounded = 0.5;
    CHECK(estimate(prepared).seconds < phrased.seconds);
}

TEST_CASE("the SSML of any document is valid") {
    if (!has_xmllint()) {
        WARN("skipped: xmllint is not installed");
        return;
    }
    const TempFolder folder;
    const std::string documents[] = {
        "A title & <more>\n\nLadies and Gentlemen,\n\nOne \x01\x02\x1b\x7f two. Three \xef\xbf\xbe "
        "\xef\xbf\xbf four.\n",
        "Control\x08 title\x0c\n\nBy \x0b\x1f A. Baker\n\nOne. <p>Two</p>. ]]> Three.\n",
        std::string("\xff\xfe", 2) + std::string("O\0n\0e\0.\0\n\0", 10),
    };
    for (const std::string& text : documents)
        for (const bool raw : {false, true}) {
            INFO(text);
            SpeechRequest request = request_for(folder.write("a.txt", text));
            request.raw = raw;
            std::string document;
            const std::string failure =
                failure_of([&] { document = as_ssml(prepare(request, voices())); });
            if (failure.empty()) CHECK(ssml_faults(document) == "");
            CHECK_THAT(failure, Catch::Matchers::Equals("") || Contains("input: "));
        }
}
