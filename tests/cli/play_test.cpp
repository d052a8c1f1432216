#include <sched.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/temp_folder.hpp"
#include "support/virtual_card.hpp"

using namespace declaim::test;
using Catch::Contains;
using Clock = std::chrono::steady_clock;

namespace {

constexpr const char* kSample = DECLAIM_TEST_DATA "/sample-speech.txt";

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Seconds from the start of each sentence to that of the first, in order.
std::vector<double> sentence_times(const nlohmann::json& timeline) {
    std::vector<double> times;
    const auto& sentences = timeline["sentences"];
    for (const auto& sentence : sentences)
        times.push_back((sentence["start"].get<double>() - sentences[0]["start"].get<double>()) /
                        timeline["sample_rate"].get<double>());
    return times;
}

/// Confines this process, and those it starts, to one core while it lives.
class OneCore {
  public:
    OneCore() {
        if (::sched_getaffinity(0, sizeof before_, &before_) != 0) return;
        cpu_set_t one;
        CPU_ZERO(&one);
        for (std::size_t core = 0; core < CPU_SETSIZE && CPU_COUNT(&one) == 0; ++core)
            if (CPU_ISSET(core, &before_)) CPU_SET(core, &one);
        known_ = ::sched_setaffinity(0, sizeof one, &one) == 0;
    }
    OneCore(const OneCore&) = delete;
    OneCore& operator=(const OneCore&) = delete;
    ~OneCore() {
        if (known_) ::sched_setaffinity(0, sizeof before_, &before_);
    }

  private:
    cpu_set_t before_ = {};
    bool known_ = false;
};

/// The samples that sound, without the silence between, before and after.
Samples without_silence(const Samples& samples) {
    Samples out;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(out),
                 [](std::int16_t sample) { return sample != 0; });
    return out;
}

}  // namespace

TEST_CASE("what is played is what is rendered, sample for sample", "[heard]") {
    const TempFolder folder;
    const std::string wav = folder / "speech.wav";
    const std::string text = run_declaim({"text", kSample}).out;
    const std::string speech = folder.write("speech.txt", text.substr(0, text.find("\n\nI was")));
    REQUIRE(run_declaim({"render", speech, "-q", "-o", wav}).code == 0);
    const Samples rendered = read_wav(wav);
    Ended played;
    Samples heard;
    for (int tries = 0; tries < 3; ++tries) {  // a machine too busy to keep up is tried again
        const VirtualCard card({.speed = 4});
        played = run_declaim({"play", speech, "--latency", "2000"});
        heard = card.played();
        if (played.err.find("for want of data") == std::string::npos) break;
    }
    INFO(played.err);
    CHECK(played.code == 0);
    CHECK(played.left == 0);
    CHECK(words_of(played.out) == words_of(run_declaim({"text", speech}).out));
    CHECK(compare(sounding(heard), sounding(rendered)) == "same");
    CHECK(heard.size() >= rendered.size());
}

TEST_CASE("the text is printed as it is heard", "[heard]") {
    const TempFolder folder;
    const std::string speech =
        folder.write("s.txt", "The tide is out. The boats lie on the sand.\n\nNobody minds.\n");
    const std::string json = folder / "s.json";
    REQUIRE(run_declaim({"render", speech, "-q", "-o", json}).code == 0);
    const std::vector<double> wanted = sentence_times(read_json(json));
    REQUIRE(wanted.size() == 3);

    const VirtualCard card;
    std::vector<Clock::time_point> printed;
    const Ended played =
        run_program({.args = {"play", speech}, .on_out = [&](const std::string& out) {
                         const auto lines = std::count(out.begin(), out.end(), '.');
                         while (printed.size() < static_cast<std::size_t>(lines))
                             printed.push_back(Clock::now());
                     }});
    CHECK(played.code == 0);
    CHECK(played.out == "The tide is out.\nThe boats lie on the sand.\n\nNobody minds.\n");
    REQUIRE(printed.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        CHECK(std::chrono::duration<double>(printed[i] - printed[0]).count() ==
              Approx(wanted[i]).margin(0.3));
}

TEST_CASE("playing without a sound device fails with advice", "[heard]") {
    const NoCard none;
    const Ended ended = run_declaim({"play", kSample});
    CHECK(ended.code == 1);
    CHECK(ended.out == "");
    CHECK_THAT(ended.err, Contains("there is no sound device") && Contains("aplay -l"));
    CHECK(ended.left == 0);
}

TEST_CASE("a device that is not there is named, and the devices there are can be listed",
          "[heard]") {
    const VirtualCard card;
    const Ended ended = run_declaim({"play", kSample, "--device", "defalt"});
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains("'defalt'") && Contains("'default'"));
    const Ended listed = run_declaim({"play", "--list-devices"});
    CHECK(listed.code == 0);
    CHECK_THAT(listed.out, Contains("default"));
    CHECK(listed.err == "");
}

TEST_CASE("a stop signal ends playing at once", "[heard]") {
    struct Case {
        int signal, code;
    };
    for (const Case& c : {Case{SIGINT, 130}, Case{SIGTERM, 143}}) {
        const VirtualCard card;
        Running playing({.args = {"play", kSample}});
        REQUIRE(eventually([&] { return card.played().size() > 20000; }));
        const auto start = Clock::now();
        playing.send(c.signal, true);
        const Ended ended = playing.wait();
        CHECK(seconds_since(start) < 1);
        CHECK(ended.code == c.code);
        CHECK(ended.left == 0);
        CHECK_THAT(ended.out, Catch::StartsWith("Ladies and Gentlemen,\n"));
    }
}

TEST_CASE("a card that is unplugged ends playing with a message", "[heard]") {
    const VirtualCard card({.fail_after = 20000});
    const Ended ended = run_declaim({"play", kSample});
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains("stopped before the end of the speech"));
    CHECK(ended.left == 0);
}

TEST_CASE("a player that was stopped for a while goes on to the end", "[heard]") {
    const TempFolder folder;
    const std::string wav = folder / "s.wav";
    const std::string speech = folder.write("s.txt", "The tide came in.\n\nNobody minds.\n");
    REQUIRE(run_declaim({"render", speech, "-q", "-o", wav}).code == 0);
    const Samples rendered = read_wav(wav);
    const VirtualCard card;
    // On one core the thread that watches the device is likelier to wake before that which feeds
    // it.
    const OneCore one_core;
    Running playing({.args = {"play", speech}, .seconds = 20});
    REQUIRE(eventually([&] { return card.played().size() > 11000; }));
    playing.send(SIGSTOP, true);  // as Ctrl-Z does
    std::this_thread::sleep_for(std::chrono::seconds(3));
    playing.send(SIGCONT, true);
    const Ended ended = playing.wait();
    INFO(ended.err);
    CHECK(ended.code == 0);
    CHECK(!ended.timed_out);
    CHECK(ended.left == 0);
    CHECK(ended.out == "The tide came in.\n\nNobody minds.\n");
    // The card ran dry and was started again: silence may be heard between, but nothing is lost.
    CHECK(compare(without_silence(card.played()), without_silence(rendered)) == "same");
}
