#include "app/assemble.hpp"

#include <algorithm>
#include <vector>

#include "voice/word_times.hpp"

namespace declaim {
namespace {

/// Frames on their way to the sinks, counted.
class Stream {
  public:
    Stream(std::span<AudioSink* const> sinks, int sample_rate)
        : sinks_(sinks), rate_(sample_rate) {}

    void write(std::span<const std::int16_t> frames) {
        for (AudioSink* sink : sinks_) sink->write(frames);
        written_ += static_cast<std::int64_t>(frames.size());
    }
    void pause(int ms) {
        static constexpr std::int16_t kSilence[4096] = {};
        for (std::int64_t left = frames_of_ms(ms, rate_); left > 0;) {
            const std::int64_t part = std::min<std::int64_t>(left, std::size(kSilence));
            write({kSilence, static_cast<std::size_t>(part)});
            left -= part;
        }
    }
    [[nodiscard]] std::int64_t written() const noexcept { return written_; }

  private:
    std::span<AudioSink* const> sinks_;
    int rate_;
    std::int64_t written_ = 0;
};

SentenceCue make_cue(const Utterance& utterance, const Spoken& spoken, std::int64_t start) {
    const auto length = static_cast<std::int64_t>(spoken.frames.size());
    SentenceCue cue;
    cue.block = utterance.block;
    cue.text = utterance.text;
    cue.lines = utterance.lines;
    cue.start = start;
    cue.end = start + length;
    cue.words = word_times(utterance.text, spoken.marks, start, length);
    cue.failure = spoken.failure;
    return cue;
}

}  // namespace

std::int64_t assemble(const Plan& plan, Synthesiser& voice, std::span<AudioSink* const> sinks,
                      const std::function<void(SentenceCue&&)>& on_sentence) {
    Stream out(sinks, voice.format().sample_rate);
    out.pause(plan.lead_in_ms);
    int silent_ms = plan.lead_in_ms;  // the silence that is already there
    voice.speak(plan, [&](Spoken&& spoken) {
        const Utterance& utterance = plan.utterances[spoken.utterance];
        if (on_sentence) on_sentence(make_cue(utterance, spoken, out.written()));
        out.write(spoken.frames);
        if (!spoken.frames.empty()) silent_ms = 0;
        // After a sentence without sound the pauses on both its sides would add up.
        out.pause(std::max(0, utterance.pause_ms - silent_ms));
        silent_ms = std::max(silent_ms, utterance.pause_ms);
    });
    return out.written();
}

}  // namespace declaim
