#include <catch2/catch.hpp>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/temp_folder.hpp"
#include "support/voice_measures.hpp"

using namespace declaim::test;
using Catch::Contains;
using Json = nlohmann::json;

namespace {

constexpr const char* kTalk =
    "Jane Doe: The harbour and the sea\n\n19 October 2004\n\n"
    "JANE DOE: The harbour was open in all the years of the war, and the ships came in at "
    "night.\n\n"
    "Q: Why is it that the ships came in at night, and never in the light of the day?\n\n"
    "JANE DOE: There was no other way for them to come, as all of you know who were there.\n\n"
    "Q: What did the people of the town think of it?\n\n"
    "JANE DOE: Parce que les navires étaient grands et que la mer était calme, les gens de la "
    "ville "
    "venaient tous les soirs au port pour les voir arriver.\n";

struct Rendered {
    Samples samples;
    Json sentences;
    Ended ended;
    [[nodiscard]] double pitch(const Json& sentence) const {
        return median_pitch(part(samples, sentence["start"], sentence["end"]), 22050);
    }
};

Rendered rendered(const TempFolder& folder, const std::string& document,
                  std::vector<std::string> options) {
    Rendered out;
    options.insert(options.begin(),
                   {"render", document, "-q", "-o", folder / "s.wav", "-o", folder / "s.json"});
    out.ended = run_declaim(options);
    INFO(out.ended.err);
    REQUIRE(out.ended.code == 0);
    out.samples = read_wav(folder / "s.wav");
    out.sentences = read_json(folder / "s.json")["sentences"];
    return out;
}

}  // namespace

TEST_CASE("questions are heard in another voice, the same at any number of jobs") {
    const TempFolder folder;
    const std::string talk = folder.write("talk.txt", kTalk);
    const Rendered cast = rendered(folder, talk, {});
    const Rendered plain = rendered(folder, talk, {"--cast", "none", "-l", "en"});
    REQUIRE(cast.sentences.size() == 5);
    REQUIRE(plain.sentences.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
        const Json& sentence = cast.sentences[i];
        const Json& before = plain.sentences[i];
        const auto same = [&] {
            return std::ranges::equal(part(cast.samples, sentence["start"], sentence["end"]),
                                      part(plain.samples, before["start"], before["end"]));
        };
        INFO(sentence["text"]);
        CHECK(same() == (i == 0 || i == 2));
        CHECK((cast.pitch(sentence) > 140) == (i == 1 || i == 3));
        CHECK(plain.pitch(before) < 120);
    }
    for (const char* jobs : {"1", "2", "5"})
        CHECK(compare(rendered(folder, talk, {"-j", jobs}).samples, cast.samples) == "same");
}

TEST_CASE("an introduction is in the timeline, of no block") {
    const TempFolder folder;
    const std::string talk = folder.write("talk.txt", kTalk);
    const Rendered spoken = rendered(folder, talk, {"--announce"});
    const std::size_t more = spoken.sentences.size() - 5;
    REQUIRE(more > 0);
    for (std::size_t i = 0; i < spoken.sentences.size(); ++i) {
        CHECK(spoken.sentences[i].contains("announcement") == (i < more));
        CHECK(spoken.sentences[i].contains("block") == (i >= more));
    }
    const auto gap = spoken.sentences[more]["start"].get<std::int64_t>() -
                     spoken.sentences[more - 1]["end"].get<std::int64_t>();
    CHECK(gap >= 22050 * 3 / 2);
}

TEST_CASE("a language without a voice is told once, and spoken") {
    const TempFolder folder;
    const std::string tagalog =
        "Ang lahat ng tao'y isinilang na malaya at pantay-pantay sa karangalan at mga karapatan. "
        "Sila'y pinagkalooban ng katwiran at budhi at dapat magpalagayan ang isa't isa.\n\n";
    const std::string english =
        "We are here today to speak of the sea and of the ships that sail on it, and of all the "
        "people who live by it and have lived by it for as long as anybody can remember.\n\n";
    const std::string speech =
        folder.write("a.txt", english + tagalog + english + tagalog + english);
    const Rendered spoken = rendered(folder, speech, {});
    const std::string warning = "no voice for the language";
    CHECK_THAT(spoken.ended.err, Contains(warning));
    CHECK(spoken.ended.err.find(warning) == spoken.ended.err.rfind(warning));
    for (const Json& sentence : spoken.sentences) CHECK_FALSE(sentence.contains("skipped"));
}

TEST_CASE("an archive casts the labels where they stand") {
    const TempFolder folder;
    folder.write("in/talk.txt", kTalk);
    folder.write("in/speech.txt", "The sea is wide, and it was wide before we came here.\n");
    const auto run = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"archive", folder / "in", "-d", folder / "out", "-q"});
        return run_declaim(more);
    };
    CHECK(run({"--cast", "Q=statesman"}).code == 0);
    const Samples deep = read_wav(folder / "out/talk.wav");
    CHECK(run({"--cast", "Q=statesman", "--announce"}).code == 0);
    CHECK(read_wav(folder / "out/talk.wav").size() > deep.size());
    const Ended unknown = run_declaim(
        {"render", folder / "in/speech.txt", "-o", folder / "x.wav", "--cast", "Q=statesman"});
    CHECK(unknown.code == 2);
}
