// What the real engine makes of prosody: durations, silences and pitch, measured in its samples.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "base/signals.hpp"
#include "prosody/markup.hpp"
#include "voice/espeak.hpp"
#include "voice/workers.hpp"

using namespace declaim;

namespace {

constexpr int kRate = 22050;

Spoken said(Utterance utterance) {
    catch_stop_signals();
    utterance.markup = mark_up(utterance);
    Plan plan;
    plan.utterances.push_back(std::move(utterance));
    VoiceSettings voice;
    voice.engine = "gmw/en";
    voice.rate_wpm = 165;
    Workers workers(espeak_engine(), voice, {}, {1});
    Spoken heard;
    workers.speak(plan, [&](Spoken&& spoken) { heard = std::move(spoken); });
    CHECK(heard.failure.empty());
    return heard;
}

/// A sentence of phrases, "first |second ": their texts joined, with these prosodies and pauses.
Spoken said(const std::vector<std::string>& texts, const std::vector<Prosody>& prosodies,
            int pause_ms) {
    Utterance utterance;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t begin = utterance.text.size();
        utterance.text += texts[i];
        utterance.phrases.push_back(
            {{begin, utterance.text.size()}, prosodies[i], i + 1 < texts.size() ? pause_ms : 0});
    }
    return said(utterance);
}

Spoken said(const std::string& text, const Prosody& prosody = {}) {
    Utterance utterance;
    utterance.text = text;
    utterance.prosody = prosody;
    return said(utterance);
}

int ms(std::size_t frames) { return static_cast<int>(frames * 1000 / kRate); }

/// The longest silence, in milliseconds.
int silence(const Spoken& spoken) {
    std::size_t longest = 0;
    std::size_t now = 0;
    for (const std::int16_t sample : spoken.frames) {
        now = std::abs(int{sample}) <= 60 ? now + 1 : 0;
        longest = std::max(longest, now);
    }
    return ms(longest);
}

/// The median pitch in Hz, by autocorrelation over frames of 40 ms.
double pitch(const Spoken& spoken) {
    const auto& x = spoken.frames;
    const std::size_t width = kRate / 25;
    std::vector<double> found;
    for (std::size_t at = 0; at + 2 * width < x.size(); at += width / 2) {
        double energy = 0;
        for (std::size_t i = 0; i < width; i += 4) energy += double{1} * x[at + i] * x[at + i];
        if (energy < 500.0 * 500.0 * static_cast<double>(width) / 4) continue;
        double best = 0.7;
        std::size_t lag_of_best = 0;
        for (std::size_t lag = kRate / 320; lag < kRate / 60; ++lag) {
            double product = 0;
            double shifted = 1;
            for (std::size_t i = 0; i < width; i += 4) {
                product += double{1} * x[at + i] * x[at + lag + i];
                shifted += double{1} * x[at + lag + i] * x[at + lag + i];
            }
            const double likeness = product / std::sqrt(energy * shifted);
            if (likeness > best + 0.02) best = likeness, lag_of_best = lag;
        }
        if (lag_of_best > 0) found.push_back(kRate / static_cast<double>(lag_of_best));
    }
    REQUIRE(found.size() > 5);
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2),
                     found.end());
    return found[found.size() / 2];
}

const char* const kSentence = "We have come a long way together and we are not there yet.";

}  // namespace

TEST_CASE("a pause is as long as it says, whatever mark and rate it stands beside", "[engine]") {
    for (const char* mark : {"", ",", ";", ":", " \u2013", "\u2014", "!", "?", "\u2026", "\u201d",
                             ",\u201d", ")", "),", ".", ".\u201d", "'"})
        for (const double rate : {0.85, 1.0, 1.15})
            for (const double pitch : {0.9, 1.0}) {
                INFO("one two nine" << mark << " at " << rate << ", pitch " << pitch);
                const Prosody prosody = {rate, pitch, 1.0};
                const int heard =
                    silence(said({std::string("one two nine") + mark + " ", "“(more men."},
                                 {prosody, prosody}, 500));
                CHECK(heard >= 495);
                CHECK(heard <= 550);
            }
}

TEST_CASE("a pause behind phonemes is as long as it says, and they are all that is said",
          "[engine]") {
    Utterance utterance;
    utterance.text = "one NATO. (NATO) men NATO, NATO.";
    for (const std::size_t at : {4U, 11U, 21U, 27U})
        utterance.spoken.push_back({{at, at + 4}, "", "lexicon", "n'aIn"});
    utterance.phrases = {{{0, 10}, {0.9, 1.0, 1.0}, 500}, {{10, 32}, {}, 0}};
    const Spoken with = said(utterance);
    CHECK(silence(with) >= 490);
    CHECK(silence(with) <= 550);
    // A mark for each word, and for no tag, bracket or full stop read out.
    std::vector<std::uint32_t> bytes;
    for (const WordMark& mark : with.marks) bytes.push_back(mark.text_byte);
    CHECK(bytes == std::vector<std::uint32_t>{0, 4, 11, 17, 21, 27});
    CHECK(ms(said("one nine").frames.size()) ==
          Approx(ms(said([] {
                        Utterance alone;
                        alone.text = "one NATO.";
                        alone.spoken = {{{4, 8}, "", "lexicon", "n'aIn"}};
                        return alone;
                    }())
                        .frames.size()))
              .margin(30));
}

TEST_CASE("rate, pitch and range are heard", "[engine]") {
    const Spoken plain = said(kSentence);
    const auto length = [](const Spoken& spoken) {
        return static_cast<double>(spoken.frames.size());
    };
    CHECK(length(said(kSentence, {0.85, 1.0, 1.0})) / length(plain) ==
          Approx(1 / 0.85).margin(0.04));
    CHECK(length(said(kSentence, {1.15, 1.0, 1.0})) / length(plain) ==
          Approx(1 / 1.15).margin(0.04));
    CHECK(pitch(said(kSentence, {1.0, 0.86, 0.8})) < pitch(plain) * 0.95);
    CHECK(pitch(said(kSentence, {1.0, 1.2, 1.0})) > pitch(plain) * 1.05);
}

TEST_CASE("a phrase has its own rate and pitch, and the next its own again", "[engine]") {
    const Prosody aside = {1.15, 0.8, 0.8};
    const std::string text = "we have come a long way together ";
    const Spoken spoken = said({text, text, text}, {{}, aside, {}}, 800);
    // Cut at the two pauses.
    std::vector<Spoken> parts(1);
    std::size_t now = 0;
    for (const std::int16_t sample : spoken.frames) {
        now = std::abs(int{sample}) <= 60 ? now + 1 : 0;
        parts.back().frames.push_back(sample);
        if (now == kRate / 2) parts.emplace_back();
    }
    REQUIRE(parts.size() == 3);
    for (Spoken& part : parts) trim_silence(part);
    CHECK(pitch(parts[1]) < pitch(parts[0]) * 0.95);
    CHECK(pitch(parts[2]) > pitch(parts[1]) * 1.03);
    CHECK(parts[1].frames.size() < parts[0].frames.size() * 95 / 100);
}
