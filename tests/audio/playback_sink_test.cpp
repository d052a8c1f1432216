#include "audio/playback_sink.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <thread>
#include <vector>

#include "base/signals.hpp"
#include "support/child.hpp"
#include "support/failure.hpp"
#include "support/virtual_card.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;
using Catch::Matchers::StartsWith;
using Clock = std::chrono::steady_clock;

namespace {

constexpr AudioFormat kFormat = {22050};

/// Frames none of which is silence, and which differ from their neighbours.
std::vector<std::int16_t> ramp(int milliseconds) {
    std::vector<std::int16_t> out(
        static_cast<std::size_t>(frames_of_ms(milliseconds, kFormat.sample_rate)));
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::int16_t>(i % 30000 + 1);
    return out;
}

/// What was played, without the silence before and after.
std::vector<std::int16_t> sounding(const std::vector<std::int16_t>& frames) {
    const auto sounds = [](std::int16_t frame) { return frame != 0; };
    const auto first = std::find_if(frames.begin(), frames.end(), sounds);
    const auto last = std::find_if(frames.rbegin(), frames.rend(), sounds).base();
    return first < last ? std::vector<std::int16_t>(first, last) : std::vector<std::int16_t>();
}

std::vector<std::int16_t> without_silence(std::vector<std::int16_t> frames) {
    frames.erase(std::remove(frames.begin(), frames.end(), 0), frames.end());
    return frames;
}

/// "same", or where the two part: short enough to print.
std::string compare(const std::vector<std::int16_t>& got, const std::vector<std::int16_t>& wanted) {
    if (got == wanted) return "same";
    const auto [here, there] = std::mismatch(got.begin(), got.end(), wanted.begin(), wanted.end());
    return std::to_string(got.size()) + " frames instead of " + std::to_string(wanted.size()) +
           ", different from " + std::to_string(here - got.begin());
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::ptrdiff_t threads() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

PlaybackOptions with_latency(int latency_ms) {
    PlaybackOptions out;
    out.latency_ms = latency_ms;
    return out;
}

}  // namespace

namespace {

/// What the card played of a speech given in pieces, and how often it came too late.
struct Played {
    std::vector<std::int16_t> frames;
    std::int64_t underruns = 0;
};
Played play(const std::vector<std::int16_t>& frames, int latency_ms) {
    const VirtualCard card;
    PlaybackSink sink(kFormat, with_latency(latency_ms));
    for (std::size_t at = 0; at < frames.size(); at += 1000)
        sink.write(std::span(frames).subspan(at, std::min<std::size_t>(1000, frames.size() - at)));
    sink.finish();
    CHECK(sink.heard() == static_cast<std::int64_t>(frames.size()));
    return {card.played(), sink.underruns()};
}

}  // namespace

TEST_CASE("every frame is heard, and only silence around them", "[heard]") {
    const auto frames = ramp(250);
    for (const int latency_ms : {20, 50, 200}) {
        INFO(latency_ms << " ms latency");
        Played played = play(frames, latency_ms);
        // A machine busy with other things may come too late, and says so: not what is tested.
        for (int again = 0; again < 3 && played.underruns > 0; ++again)
            played = play(frames, latency_ms);
        CHECK(played.underruns == 0);
        CHECK(compare(sounding(played.frames), frames) == "same");
    }
}

TEST_CASE("the position heard follows the clock and never goes back", "[heard]") {
    const VirtualCard card;
    const auto frames = ramp(1100);  // real time
    std::vector<std::pair<double, std::int64_t>> seen;
    const auto start = Clock::now();
    PlaybackOptions options = with_latency(100);
    options.on_progress = [&](std::int64_t heard) {
        seen.emplace_back(seconds_since(start), heard);
    };
    PlaybackSink sink(kFormat, options);
    CHECK(sink.heard() == 0);
    sink.write(frames);
    sink.finish();
    REQUIRE(seen.size() > 40);
    CHECK(seen.back().second == static_cast<std::int64_t>(frames.size()));
    CHECK(std::is_sorted(seen.begin(), seen.end()));
    const auto [early_time, early_frame] = seen[seen.size() / 4];
    const auto [late_time, late_frame] = seen[seen.size() * 2 / 3];
    const double pace = static_cast<double>(late_frame - early_frame) / (late_time - early_time);
    CHECK(pace == Approx(kFormat.sample_rate).epsilon(0.15));
}

TEST_CASE("frames that come too late leave a gap, and are heard", "[heard]") {
    const VirtualCard card;
    const auto frames = ramp(300);
    PlaybackSink sink(kFormat, with_latency(60));
    sink.write(std::span(frames).first(3000));  // 136 ms
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    sink.write(std::span(frames).subspan(3000));
    sink.finish();
    CHECK(sink.underruns() >= 1);
    const auto heard = sounding(card.played());
    CHECK(heard.size() > frames.size());
    CHECK(compare(without_silence(heard), frames) == "same");
}

TEST_CASE("a longer speech goes around the ring buffer", "[heard]") {
    const VirtualCard card({.speed = 8});
    const auto frames = ramp(6000);
    PlaybackSink sink(kFormat, with_latency(500));
    sink.write(frames);
    sink.finish();
    CHECK(compare(sounding(card.played()), frames) == "same");
}

TEST_CASE("nothing to say starts nothing", "[heard]") {
    const VirtualCard card;
    PlaybackSink sink(kFormat, with_latency(200));
    sink.write({});
    sink.finish();
    CHECK(card.played().empty());
}

TEST_CASE("no sound device: the advice", "[heard]") {
    const NoCard none;
    CHECK(list_devices().empty());
    CHECK_THAT(failure_of([] { PlaybackSink(kFormat, {}); }),
               StartsWith("device: there is no sound device to play on") && Contains("aplay -l"));
}

TEST_CASE("a device that dies while playing is an error", "[heard]") {
    const VirtualCard card({.fail_after = 4000});
    const std::string said = in_child([] {
        const auto start = Clock::now();
        const std::string failed = failure_of([] {
            PlaybackOptions options = with_latency(50);
            options.stalled_after_ms = 200;
            PlaybackSink sink(kFormat, options);
            sink.write(ramp(3000));
            sink.finish();
        });
        return failed + (seconds_since(start) < 2 ? " in time, " : " late, ") +
               std::to_string(threads()) + " thread";  // PortAudio's is not left looping
    });
    CHECK_THAT(said, StartsWith("device: ") && Contains("stopped before the end of the speech") &&
                         Catch::Matchers::EndsWith(" in time, 1 thread"));
}

TEST_CASE("a rate that the device does not play is an error", "[heard]") {
    const VirtualCard card;
    CHECK_THAT(failure_of([] { PlaybackSink({4000}, {}); }),
               StartsWith("device: ") && Contains("does not play 4000 Hz"));
}

TEST_CASE("a stop signal silences a playing speech at once", "[heard]") {
    const VirtualCard card;
    const std::string said = in_child([] {
        catch_stop_signals();
        const pid_t self = ::getpid();
        std::thread killer([=] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            ::kill(self, SIGINT);
        });
        const auto start = Clock::now();
        std::string stopped = failure_of([] {
            PlaybackSink sink(kFormat, with_latency(200));
            sink.write(ramp(10000));
            sink.finish();
        });
        killer.join();
        return stopped + (seconds_since(start) < 0.9 ? " in time" : " late");
    });
    CHECK(said == "interrupted 2 in time");
}

TEST_CASE("a stop signal after the device has died ends the wait too", "[heard]") {
    const VirtualCard card({.fail_after = 2000});
    const std::string said = in_child([] {
        catch_stop_signals();
        const pid_t self = ::getpid();
        std::thread killer([=] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            ::kill(self, SIGTERM);
        });
        std::string stopped = failure_of([] {
            PlaybackSink sink(kFormat, with_latency(50));
            sink.write(ramp(10000));
        });
        killer.join();
        return stopped;
    });
    CHECK(said == "interrupted 15");
}

TEST_CASE("devices are found by name, part of a name, or number") {
    const std::vector<AudioDevice> devices = {
        {0, "HDA Intel: ALC257 (hw:0,0)", "ALSA", 44100, false},
        {3, "pulse", "ALSA", 44100, false},
        {7, "default", "ALSA", 44100, true},
        {8, "Pulse monitor", "ALSA", 44100, false}};
    struct Case {
        std::string wanted;
        int index;
    };
    for (const Case& c : {Case{"", 7}, Case{"3", 3}, Case{"pulse", 3}, Case{"PULSE", 3},
                          Case{"monitor", 8}, Case{"hw:0,0", 0}}) {
        INFO(c.wanted);
        CHECK(choose_device(devices, c.wanted).index == c.index);
    }
    CHECK_THAT(failure_of([&] { choose_device(devices, "defalt"); }),
               StartsWith("device: no sound device is called 'defalt'; did you mean 'default'?"));
    CHECK_THAT(failure_of([&] { choose_device(devices, "99"); }), Contains("--list-devices"));
}

TEST_CASE("devices are listed without the sound system's noise", "[heard]") {
    const VirtualCard card;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const int saved = ::dup(STDERR_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    const auto devices = list_devices();
    ::dup2(saved, STDERR_FILENO);
    ::close(saved);
    ::close(ends[1]);
    char byte = 0;
    CHECK(::read(ends[0], &byte, 1) == 0);
    ::close(ends[0]);
    CHECK(choose_device(devices, "").name == "default");
}
