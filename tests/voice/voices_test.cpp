// The profiles that come with the program, in the real engine: that they differ as they say.

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/error.hpp"
#include "prosody/markup.hpp"
#include "support/temp_folder.hpp"
#include "support/voice_measures.hpp"
#include "voice/espeak.hpp"
#include "voice/profile.hpp"
#include "voice/workers.hpp"

using namespace declaim;
using declaim::test::median_pitch;
using declaim::test::TempFolder;

namespace {

DataPath voices() { return DataPath({DECLAIM_TEST_VOICES}); }

/// What each language is heard with; of one length in words, as near as languages are.
const char* text_in(const std::string& language) {
    static const std::map<std::string, const char*> texts{
        {"en", "The harbour was open in all the years of the war, and the ships came in at night"},
        {"fr", "Le port est resté ouvert pendant toutes les années de guerre, et les navires"},
        {"de", "Der Hafen war in allen Jahren des Krieges offen, und die Schiffe kamen bei Nacht"},
        {"es", "El puerto estuvo abierto durante todos los años de la guerra, y los barcos"},
        {"it", "Il porto è rimasto aperto in tutti gli anni della guerra, e le navi di notte"},
        {"pt", "O porto ficou aberto em todos os anos da guerra, e os navios vinham de noite"},
        {"nl", "De haven was in alle jaren van de oorlog open, en de schepen kwamen bij nacht"},
        {"pl", "Port był otwarty przez wszystkie lata wojny, a statki przypływały nocą do brzegu"},
        {"ru", "Порт был открыт во все годы войны, и корабли приходили ночью к самому берегу"}};
    return texts.at(base_language(language));
}

Utterance utterance_of(const std::string& text, std::size_t block = 0, std::size_t voice = 0) {
    Utterance utterance;
    utterance.text = text;
    utterance.block = block;
    utterance.voice = voice;
    utterance.markup = mark_up(text, {});
    return utterance;
}

/// The frames of each utterance.
std::vector<std::vector<std::int16_t>> heard(const Plan& plan, const VoiceSettings& voice,
                                             int jobs = 1) {
    Workers workers(espeak_engine(), voice, plan.voices, {jobs});
    std::vector<std::vector<std::int16_t>> frames;
    workers.speak(plan, [&](Spoken&& spoken) { frames.push_back(std::move(spoken.frames)); });
    return frames;
}

struct Measures {
    double pitch = 0;  ///< Hz
    double pace = 0;   ///< words a minute, without pauses
};

Measures measure(const Profile& profile) {
    Plan plan;
    plan.utterances = {utterance_of(text_in(profile.voice.language))};
    const std::string& text = plan.utterances[0].text;
    const auto frames = heard(plan, profile.voice).at(0);
    REQUIRE_FALSE(frames.empty());
    const auto words = 1 + std::count(text.begin(), text.end(), ' ');
    return {median_pitch(frames, 22050),
            static_cast<double>(words) * 60 * 22050 / static_cast<double>(frames.size())};
}

Profile named(const std::string& name) { return choose_profile({name, "en"}, voices()); }

}  // namespace

TEST_CASE("the measures of all profiles", "[.measures]") {
    for (const Profile& profile : list_profiles(voices())) {
        const Measures heard_so = measure(profile);
        fmt::print("{:18} {:6} {:4.0f} Hz {:4.0f} wpm\n", profile.name, profile.voice.language,
                   heard_so.pitch, heard_so.pace);
    }
}

TEST_CASE("the profiles differ as they say") {
    const Measures english = measure(named("english"));
    const Measures statesman = measure(named("statesman"));
    const Measures stateswoman = measure(named("stateswoman"));
    const Measures newsreader = measure(named("newsreader"));
    const Measures fast = measure(named("fast-reader"));
    CHECK(statesman.pitch < english.pitch * 0.95);
    CHECK(stateswoman.pitch > statesman.pitch * 1.7);
    CHECK(newsreader.pitch > english.pitch * 1.05);
    for (const Measures& slow : {statesman, stateswoman}) CHECK(slow.pace < english.pace * 0.9);
    CHECK(newsreader.pace > english.pace * 1.02);
    CHECK(fast.pace > english.pace * 1.7);
    for (const Profile& profile : list_profiles(voices())) {
        INFO(profile.name);
        const double pitch = measure(profile).pitch;
        if (profile.gender == "female")
            CHECK(pitch > 140);
        else
            CHECK(pitch < 120);
    }
}

TEST_CASE(
    "a voice file of ours gives the same samples from wherever it lies, at any number of jobs") {
    const TempFolder folder;
    const std::string text = "language en-gb\nname Deep\npitch 60 80\n";
    // Longer than the buffer of the engine, in capitals, with a plus.
    const std::string odd = folder.write(std::string(80, 'X') + "/A+f3", text);
    VoiceSettings near;
    near.name = near.engine = folder.write("a", text);
    VoiceSettings far = near;
    far.engine = odd;
    Plan plan;
    for (std::size_t block = 0; block < 4; ++block)
        plan.utterances.push_back(utterance_of(text_in("en"), block));
    const auto frames = heard(plan, near);
    CHECK(frames[0] == frames[3]);
    CHECK(heard(plan, near, 3) == frames);
    CHECK(heard(plan, far, 2) == frames);
    CHECK(median_pitch(frames[0], 22050) < measure(named("english")).pitch * 0.9);
    far.engine = (folder / "none").string();
    CHECK_THROWS_WITH(heard(plan, far), Catch::Contains("no voice '"));
}

TEST_CASE("several voices in one speech: each as it sounds alone, at any number of jobs") {
    const Profile english = named("english");
    const VoiceSettings french = named("french").voice;
    const VoiceSettings statesman = named("statesman").voice;
    Plan plan;
    plan.voices = {french, statesman};
    plan.utterances = {utterance_of(text_in("en"), 0),    utterance_of(text_in("fr"), 1, 1),
                       utterance_of(text_in("en"), 2, 2), utterance_of(text_in("en"), 3),
                       utterance_of("One.", 4),           utterance_of("Deux.", 4, 1),
                       utterance_of("Three.", 4)};
    const auto together = heard(plan, english.voice);
    CHECK(heard(plan, english.voice, 3) == together);
    CHECK(together[0] == together[3]);
    CHECK(together[0] != together[2]);

    Plan alone;
    alone.utterances = {utterance_of(text_in("en"))};
    CHECK(heard(alone, english.voice)[0] == together[0]);
    CHECK(heard(alone, statesman)[0] == together[2]);
    alone.utterances = {utterance_of(text_in("fr"))};
    CHECK(heard(alone, french)[0] == together[1]);
}

TEST_CASE("a voice that does not exist suggests the nearest") {
    Plan plan;
    plan.utterances = {utterance_of("One.")};
    plan.voices.push_back(named("gmv/de").voice);
    CHECK_THROWS_WITH(heard(plan, named("english").voice),
                      Catch::Contains("no voice 'gmv/de'; did you mean 'gmw/de'?"));
    plan.voices[0] = named("english").voice;
    plan.voices[0].engine = plan.voices[0].language = "xx";
    plan.voices[0].by_language = true;
    plan.utterances[0].voice = 1;
    CHECK_FALSE(heard(plan, named("english").voice)[0].empty());
}
