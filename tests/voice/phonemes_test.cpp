#include "voice/phonemes.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>

#include "base/error.hpp"
#include "support/failure.hpp"

using namespace declaim;

namespace {

VoiceSettings voice(const std::string& engine) {
    VoiceSettings settings;
    settings.engine = engine;
    return settings;
}

/// Says a text back; CRASH aborts, SPIN computes for ever, KILLED is killed.
const Transcriber kParrot{[](const VoiceSettings& settings) {
                              if (settings.engine == "none")
                                  throw Error(ErrorKind::engine, "no voice 'none'");
                              if (settings.engine == "crash") std::abort();
                          },
                          [](const std::string& text) {
                              if (text == "CRASH") std::abort();
                              if (text == "KILLED") ::raise(SIGKILL);
                              for (volatile int i = 0; text == "SPIN";) i = i + 1;
                              return Transcription{text + "!", "/" + text + "/", {}};
                          }};

}  // namespace

TEST_CASE("the engine's phonemes of words", "[phonemes]") {
    const auto english =
        transcribe({"hello", "Paris, London", ""}, voice("gmw/en"), espeak_transcriber());
    REQUIRE(english.size() == 3);
    CHECK(english[0] == Transcription{"h@l'oU", "həlˈəʊ", {}});
    CHECK(english[1].phonemes == "p'arIs l'Vnd@n");
    CHECK(english[2].phonemes.empty());
}

TEST_CASE("phonemes within a text are read only where they are wanted", "[phonemes]") {
    const std::string text = "[[h@l'oU]]";
    CHECK(transcribe({text}, voice("gmw/en"), espeak_transcriber(true))[0].phonemes == "h@l'oU");
    CHECK(transcribe({text}, voice("gmw/en"), espeak_transcriber())[0].phonemes != "h@l'oU");
}

TEST_CASE("a text the engine crashes or hangs on is told, the others are not harmed",
          "[phonemes]") {
    const auto said =
        transcribe({"a", "CRASH", "b", "SPIN", "KILLED", "c", "CRASH"}, voice("x"), kParrot, 50);
    REQUIRE(said.size() == 7);
    CHECK(said[0] == Transcription{"a!", "/a/", {}});
    CHECK(said[1].failure == "the engine crashed (SIGABRT)");
    CHECK(said[2].phonemes == "b!");
    CHECK(said[3].failure == "the engine crashed (SIGPROF)");
    CHECK(said[4].failure == "the engine was killed (SIGKILL)");
    CHECK(said[5].phonemes == "c!");
    CHECK(said[6].phonemes.empty());
}

TEST_CASE("an engine that does not open is told", "[phonemes]") {
    CHECK(test::failure_of([] { transcribe({"a"}, voice("none"), kParrot); }) ==
          "engine: no voice 'none'");
    CHECK(test::failure_of([] { transcribe({"a"}, voice("crash"), kParrot); }) ==
          "engine: the engine crashed (SIGABRT) while starting");
    CHECK(transcribe({}, voice("none"), kParrot).empty());
    CHECK(test::failure_of([] {
              transcribe({"a"}, voice("xx-nope"), espeak_transcriber());
          }).find("engine: no voice 'xx-nope'") == 0);
}
