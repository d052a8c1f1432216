#include "app/announce.hpp"

#include <catch2/catch.hpp>

#include "app/look.hpp"
#include "app/prepare.hpp"
#include "app/written_date.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"
#include "support/xmllint.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;

namespace {

DataPath voices() { return DataPath({DECLAIM_TEST_VOICES}); }

std::string lines_of(const std::vector<std::string>& sentences) {
    std::string out;
    for (const std::string& sentence : sentences) out += (out.empty() ? "" : " / ") + sentence;
    return out;
}

/// "title|speaker|role|occasion|place|date", empty for unknown.
Metadata known(const std::string& fields) {
    Metadata metadata;
    std::optional<std::string>* const slots[] = {&metadata.title, &metadata.speaker,
                                                 &metadata.role,  &metadata.occasion,
                                                 &metadata.place, &metadata.date};
    std::size_t at = 0;
    for (std::optional<std::string>* slot : slots) {
        const std::size_t end = std::min(fields.find('|', at), fields.size());
        if (end > at) *slot = fields.substr(at, end - at);
        at = std::min(end + 1, fields.size());
    }
    return metadata;
}

}  // namespace

TEST_CASE("what is known of a speech is announced, and nothing twice") {
    struct Case {
        const char* fields;
        const char* heading;
        const char* expected;
    };
    const Case cases[] = {
        {"", "", ""},
        {"|||||", "", ""},
        {"The Sea|Jane Doe|Minister of Health|opening of the pier|York|2004-10-19", "",
         "The Sea. / Address by Jane Doe, Minister of Health. / Opening of the pier, York, October "
         "19, 2004."},
        {"|Jane Doe||||", "", "Address by Jane Doe."},
        {"||Minister of Health||York|2004-10", "", "York, October 2004."},
        {"|||||2004", "", "2004."},
        {"What now?|||||", "", "What now?"},
        {"élan|||||", "", "Élan."},
        // The title tells it already.
        {"Speech by Jane Doe at the Opening of the Pier|Jane Doe|Minister|opening of the "
         "pier|York|",
         "", "Speech by Jane Doe at the Opening of the Pier. / York."},
        {"Remarks by Minister Doe|Jane Doe|Minister of Health||||", "", "Remarks by Minister Doe."},
        {"The Doe Report|Jane Doe|||York|", "", "The Doe Report. / Address by Jane Doe. / York."},
        {"York, 19 October 2004: the sea|Jane Doe|||York|2004-10-19", "",
         "York, 19 October 2004: the sea. / Address by Jane Doe."},
        {"The budget of 2004||||York|2004-10-19", "",
         "The budget of 2004. / York, October 19, 2004."},
        // It is an other's name that only holds the word.
        {"The Yorkshire sea||||York|", "", "The Yorkshire sea. / York."},
        // The occasion tells the title, and the place.
        {"Pier Conference|Jane Doe||40th Pier Conference, York|York|", "",
         "Address by Jane Doe. / 40th Pier Conference, York."},
        // The speech begins with its title.
        {"The Sea|Jane Doe||||", "THE SEA", "Address by Jane Doe."},
    };
    for (const Case& each : cases) {
        INFO(each.fields);
        CHECK(lines_of(announcement(known(each.fields), "en", each.heading, voices())) ==
              each.expected);
    }
}

TEST_CASE("each language announces in its own way") {
    struct Case {
        const char* language;
        const char* expected;
    };
    const Case cases[] = {
        {"en-GB", "Address by A B, C. / D, E, October 1, 2004."},
        {"fr", "Discours prononcé par A B, C. / D, E, le 1 octobre 2004."},
        {"de", "Es spricht A B, C. / D, E, 1. Oktober 2004."},
        {"es", "Discurso pronunciado por A B, C. / D, E, 1 de octubre de 2004."},
        {"it", "Discorso pronunciato da A B, C. / D, E, 1 ottobre 2004."},
        {"pt-BR", "Discurso proferido por A B, C. / D, E, 1 de outubro de 2004."},
        {"nl", "Toespraak van A B, C. / D, E, 1 oktober 2004."},
        {"pl", "Przemawia A B, C. / D, E, 1 października 2004 roku."},
        {"ru", "Выступает A B, C. / D, E, 1 октября 2004 года."},
        {"sv", "A B, C. / D, E, 1 oktober 2004."},
    };
    for (const Case& each : cases)
        CHECK(lines_of(announcement(known("|A B|C|D|E|2004-10-01"), each.language, "", voices())) ==
              each.expected);
    CHECK(lines_of(announcement(known("|||||2004-10"), "ru", "", voices())) ==
          "Октябрь 2004 года.");
    CHECK(lines_of(announcement(known("|||||2004"), "pl", "", voices())) == "2004 rok.");
}

TEST_CASE("dates are written by patterns, of whatever year") {
    CHECK(written_date("0800-12-25", "d MMMM y", "en") == "25 December 800");
    CHECK(written_date("1582-10-01", "d/M/y", "en") == "1/10/1582");
    CHECK(written_date("2004-10-19", "'the 'd", "xx") == "the 19");
    CHECK(written_date("soon", "d", "en") == "soon");
    CHECK(written_date("2004", std::string(500, 'd'), "en") == "2004");
}

TEST_CASE("an introduction comes before the speech, whatever sentence that begins with") {
    const TempFolder folder;
    SpeechRequest request;
    request.input =
        folder.write("a.txt",
                     "The sea\n\nBy Jane Doe\n\nLadies and Gentlemen,\n\nWe are here to "
                     "speak of the sea. It is wide, as all of us know.\n");
    request.language = "en";
    const Plan without = prepare(request, voices()).plan;
    request.announce = true;
    Plan with = prepare(request, voices()).plan;
    REQUIRE(with.utterances.size() > without.utterances.size());
    const std::size_t more = with.utterances.size() - without.utterances.size();
    for (std::size_t i = 0; i < more; ++i) {
        CHECK(with.utterances[i].block == kNoBlock);
        CHECK(with.utterances[i].kind == BlockKind::heading);
        CHECK(with.utterances[i].voice == 0);
    }
    CHECK(with.utterances[more - 1].pause_ms >= 1500);
    CHECK_THAT(with.utterances[more - 1].text, Contains("Jane Doe"));
    with.utterances.erase(with.utterances.begin(),
                          with.utterances.begin() + static_cast<std::ptrdiff_t>(more));
    CHECK(with == without);

    request.from_sentence = 3;
    const Plan late = prepare(request, voices()).plan;
    CHECK(late.utterances.size() == more + 1);
    CHECK(late.utterances.back().text == "It is wide, as all of us know.");

    const std::string ssml = as_ssml(prepare(request, voices()));
    CHECK_THAT(ssml, Contains("Address by Jane Doe."));
    if (has_xmllint()) CHECK(ssml_faults(ssml) == "");
}

TEST_CASE("where nothing is known, that is said to the user and not to the listener") {
    const TempFolder folder;
    SpeechRequest request;
    request.input = folder.write("a.txt", "One two three. Four!\n");
    request.raw = true;
    request.announce = true;
    std::string doubts;
    Observer observer;
    observer.doubt = [&](const std::string& doubt) { doubts += doubt; };
    CHECK(prepare(request, voices(), observer).plan.utterances.front().block == 0);
    CHECK_THAT(doubts, Contains("nothing is known to announce"));
}

TEST_CASE("the numbers of an introduction are said as words") {
    Plan plan;
    Speech speech;
    speech.source.language = "en";
    speech.metadata.date = "2004-07-04";
    REQUIRE(announce(plan, speech, "oration", {}, voices()));
    CHECK_THAT(spoken_text(plan.utterances[0].text, plan.utterances[0].spoken),
               Contains("July") && !Contains("4"));
}

TEST_CASE("what is wrong in a template is shown at its place") {
    const TempFolder folder;
    folder.write("und/announce.toml", "pause_ms = -1\n");
    CHECK_THAT(failure_of([&] { announcement({}, "en", "", DataPath({folder.path()})); }),
               Contains("announce.toml:1:12: error: "));
}
