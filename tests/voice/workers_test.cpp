#include "voice/workers.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>

#include "base/error.hpp"
#include "base/signals.hpp"
#include "prosody/markup.hpp"
#include "support/child.hpp"
#include "support/fake_engine.hpp"

using namespace declaim;

namespace {

/// A plan from blocks written "one|two / three": ' / ' parts blocks, '|' the sentences of one.
Plan plan_of(const std::string& text) {
    Plan plan;
    std::size_t block = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("|/", at), text.size());
        Utterance utterance;
        utterance.block = block;
        utterance.text = text.substr(at, end - at);
        utterance.markup = mark_up(utterance.text, {});
        plan.utterances.push_back(utterance);
        if (end < text.size() && text[end] == '/') ++block;
        at = end + 1;
    }
    return plan;
}

/// What came out, a line for each utterance: "0 one 1000" (the value of its frames tells how many
/// sentences its process had spoken before), or "1 failed: …".
std::string spoken_by(Workers& workers, const Plan& plan) {
    std::string out;
    workers.speak(plan, [&](Spoken&& spoken) {
        const std::string& text = plan.utterances[spoken.utterance].text;
        if (!spoken.failure.empty())
            out += fmt::format("{} failed: {}\n", text, spoken.failure);
        else
            out += fmt::format("{} {}\n", text, spoken.frames.front());
        const std::size_t length =
            spoken.failure.empty() ? plan.utterances[spoken.utterance].markup.ssml.size() : 0;
        if (spoken.frames.size() != length) out += "of a wrong length\n";
    });
    return out;
}

std::string speak(const std::string& text, WorkerOptions options = {}) {
    catch_stop_signals();
    options.deadline_base_ms = std::min(options.deadline_base_ms, 300);
    Workers workers(fake_engine(), {}, {}, options);
    return spoken_by(workers, plan_of(text));
}

}  // namespace

TEST_CASE("each block is spoken by a process of its own, in order") {
    for (const int jobs : {1, 2, 7})
        CHECK(speak("a|b|c/d/e|f", {jobs}) == "a 1000\nb 1001\nc 1002\nd 1000\ne 1000\nf 1001\n");
}

namespace {

/// A plan in several voices: before each sentence its voice, "0a|1b/2c".
Plan plan_in_voices(const std::string& text, std::vector<VoiceSettings> voices) {
    Plan plan = plan_of(text);
    for (Utterance& utterance : plan.utterances)
        utterance.voice = static_cast<std::size_t>(utterance.text[0] - '0');
    plan.voices = std::move(voices);
    return plan;
}

VoiceSettings voice_of(const std::string& engine, const std::string& language = "",
                       bool by_language = false) {
    VoiceSettings voice;
    voice.name = voice.engine = engine;
    voice.language = language;
    voice.by_language = by_language;
    return voice;
}

}  // namespace

TEST_CASE("each sentence is spoken in its voice, at any number of jobs") {
    const Plan plan =
        plan_in_voices("0a|1b|1c|0d/2e|0f/0g/1h", {voice_of("+100"), voice_of("+200")});
    for (const int jobs : {1, 2, 7}) {
        Workers workers(fake_engine(), {}, plan.voices, {jobs});
        CHECK(spoken_by(workers, plan) ==
              "0a 1000\n1b 1101\n1c 1102\n0d 1003\n2e 1200\n0f 1001\n0g 1000\n1h 1100\n");
        CHECK(workers.missing_voices().empty());
    }
}

TEST_CASE("after a crash a block goes on in its voice") {
    const Plan plan = plan_in_voices("1a|1CRASH|1b|0c", {voice_of("+100")});
    Workers workers(fake_engine(), {}, plan.voices, {});
    CHECK(spoken_by(workers, plan) ==
          "1a 1100\n1CRASH failed: the engine crashed (SIGABRT)\n1b 1100\n0c 1001\n");
}

TEST_CASE("a language without a voice is spoken in the voice of the speech") {
    const Plan plan = plan_in_voices("0a/1b/2c/3d", {voice_of("xx", "xx", true), voice_of("+100"),
                                                     voice_of("+200", "xx", true)});
    Workers workers(fake_engine(), voice_of("+10"), plan.voices, {});
    CHECK(workers.missing_voices() == std::vector<std::size_t>{1, 3});
    CHECK(spoken_by(workers, plan) == "0a 1010\n1b 1010\n2c 1100\n3d 1010\n");
}

TEST_CASE("voices of two sample rates are refused") {
    const Plan plan = plan_in_voices("0a/1b", {voice_of("odd")});
    Workers workers(fake_engine(), voice_of("main"), plan.voices, {});
    CHECK_THROWS_WITH(workers.format(),
                      "the voice 'odd' gives 16000 samples a second and 'main', the voice of the "
                      "speech, 8000; choose voices of one rate (MBROLA voices have one of their "
                      "own)");
}

TEST_CASE("a bad sentence costs itself only") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"CRASH", "CRASH failed: the engine crashed (SIGABRT)\n"},
        {"a/CRASH/b", "a 1000\nCRASH failed: the engine crashed (SIGABRT)\nb 1000\n"},
        // What follows in its block begins in a fresh process.
        {"a|CRASH|b|c", "a 1000\nCRASH failed: the engine crashed (SIGABRT)\nb 1000\nc 1001\n"},
        {"CRASH x|CRASH y",
         "CRASH x failed: the engine crashed (SIGABRT)\nCRASH y failed: the engine crashed "
         "(SIGABRT)\n"},
        {"a|SPIN|b", "a 1000\nSPIN failed: the engine took too long\nb 1000\n"},
        // Alone it can be said.
        {"a|SECOND|b", "a 1000\nSECOND 1000\nb 1000\n"},
    };
    for (const Case& each : cases)
        for (const int jobs : {1, 3}) {
            INFO(each.text << " with " << jobs << " jobs");
            CHECK(speak(each.text, {jobs}) == each.expected);
        }
}

TEST_CASE("a process that sleeps forever is found out") {
    WorkerOptions options;
    options.stuck_ms = 100;
    CHECK(speak("a|SLEEP|b", options) ==
          "a 1000\nSLEEP failed: the engine took too long\nb 1000\n");
}

TEST_CASE("a kill from outside changes nothing") {
    const std::string file = fmt::format("/tmp/declaim-test-kills-{}", ::getpid());
    for (const int kills : {0, 1, 5}) {
        std::ofstream(file) << std::string(static_cast<std::size_t>(kills), 'x');
        ::setenv("DECLAIM_TEST_KILLS", file.c_str(), 1);
        CHECK(speak("a|KILLED|b/c", {2}) == "a 1000\nKILLED 1001\nb 1002\nc 1000\n");
    }
    std::ofstream(file) << std::string(1000, 'x');
    CHECK_THROWS_WITH(speak("a|KILLED|b"), Catch::Contains("being killed"));
    std::remove(file.c_str());
}

TEST_CASE("what the engine says when it does not open is passed on") {
    Engine broken = fake_engine();
    broken.open = [](const VoiceSettings&) -> int {
        throw Error(ErrorKind::engine, "no voice 'x'");
    };
    Workers workers(broken, {}, {}, {});
    CHECK_THROWS_WITH(workers.format(), "no voice 'x'");
    CHECK_THROWS_WITH(spoken_by(workers, plan_of("a")), "no voice 'x'");
}

TEST_CASE("what the consumer throws comes out, and the next speech is whole") {
    Workers workers(fake_engine(), {}, {}, {2});
    CHECK_THROWS_WITH(
        workers.speak(plan_of("a|b/c/d"), [](Spoken&&) { throw Error(ErrorKind::output, "full"); }),
        "full");
    CHECK(spoken_by(workers, plan_of("a/b")) == "a 1000\nb 1000\n");
}

TEST_CASE("a long speech and a slow consumer do not fill the memory") {
    // 400 blocks of 100 kB of sound each; the children may run ahead by a bounded amount only.
    Plan plan;
    for (std::size_t i = 0; i < 400; ++i) {
        Utterance utterance;
        utterance.block = i;
        utterance.text = std::string(50000, 'x');
        utterance.markup = mark_up(utterance.text, {});
        plan.utterances.push_back(std::move(utterance));
    }
    Workers workers(fake_engine(), {}, {}, {4});
    std::size_t next = 0;
    workers.speak(plan, [&](Spoken&& spoken) { REQUIRE(spoken.utterance == next++); });
    CHECK(next == 400);
}

TEST_CASE("with no room for all processes at once, the speech is whole all the same") {
    std::string text = "a|b";
    std::string expected = "a 1000\nb 1001\n";
    for (int block = 0; block < 100; ++block) {
        text += fmt::format("/x{}", block);
        expected += fmt::format("x{} 1000\n", block);
    }
    for (const int descriptors : {6, 12})  // of which the pipes and sockets of few can be open
        CHECK(test::in_child([&] {
                  test::leave_descriptors(descriptors);
                  return speak(text, {64});
              }) == expected);
}
