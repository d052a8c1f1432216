#include "app/assemble.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "model/dump.hpp"

using namespace declaim;

namespace {

/// Says 10 frames for each byte of text, of the value 1 for the first utterance, 2 for the second;
/// nothing for "…", and fails at "CRASH". Each word has its mark.
class ToneVoice : public Synthesiser {
  public:
    explicit ToneVoice(int rate) : rate_(rate) {}
    AudioFormat format() const override { return {rate_}; }
    void speak(const Plan& plan, const std::function<void(Spoken&&)>& consume) override {
        for (std::size_t i = 0; i < plan.utterances.size(); ++i) {
            const std::string& text = plan.utterances[i].text;
            Spoken spoken{i, {}, {}, text == "CRASH" ? "the engine crashed" : ""};
            if (text != "…" && text != "CRASH")
                spoken.frames.assign(text.size() * 10, static_cast<std::int16_t>(i + 1));
            for (std::size_t at = 0; at < text.size(); ++at)
                if (at == 0 || text[at - 1] == ' ')
                    spoken.marks.push_back(
                        {static_cast<std::int64_t>(at) * 10, static_cast<std::uint32_t>(at)});
            consume(std::move(spoken));
        }
    }

  private:
    int rate_;
};

struct MemorySink : AudioSink {
    std::vector<std::int16_t> frames;
    int finished = 0;
    void write(std::span<const std::int16_t> more) override {
        frames.insert(frames.end(), more.begin(), more.end());
    }
    void finish() override { ++finished; }
};

/// "100x0 20x1 …": stretches of equal frames.
std::string stretches(const std::vector<std::int16_t>& frames) {
    std::string out;
    for (std::size_t begin = 0; begin < frames.size();) {
        std::size_t end = begin;
        while (end < frames.size() && frames[end] == frames[begin]) ++end;
        out += fmt::format("{}{}x{}", out.empty() ? "" : " ", end - begin, frames[begin]);
        begin = end;
    }
    return out;
}

struct Said {
    const char* text;
    int pause_ms;
};

Plan plan_of(int lead_in_ms, const std::vector<Said>& sentences) {
    Plan plan;
    plan.lead_in_ms = lead_in_ms;
    for (const Said& each : sentences) {
        Utterance utterance;
        utterance.block = plan.utterances.size();
        utterance.text = each.text;
        utterance.lines = {1, 2};
        utterance.pause_ms = each.pause_ms;
        plan.utterances.push_back(utterance);
    }
    return plan;
}

struct Result {
    std::string sound;
    std::string cues;
};

Result assembled(const Plan& plan, int rate = 1000) {
    ToneVoice voice(rate);
    MemorySink sink;
    AudioSink* const sinks[] = {&sink};
    Result result;
    const auto frames = assemble(plan, voice, sinks, [&](SentenceCue&& cue) {
        // Announced before its sound is written, at the place where it will stand.
        CHECK(cue.start == static_cast<std::int64_t>(sink.frames.size()));
        CHECK(cue.lines == LineRange{1, 2});
        result.cues += dump(cue) + "\n";
    });
    CHECK(frames == static_cast<std::int64_t>(sink.frames.size()));
    CHECK(sink.finished == 0);
    result.sound = stretches(sink.frames);
    return result;
}

}  // namespace

TEST_CASE("pauses are exact, and cues point at the sound") {
    const Result result = assembled(plan_of(100, {{"ab cd", 40}, {"e", 80}, {"fg", 500}}));
    CHECK(result.sound == "100x0 50x1 40x0 10x2 80x0 20x3 500x0");
    CHECK(result.cues ==
          "0 100-150 ab=100-130 cd=130-150\n"
          "1 190-200 e=190-200\n"
          "2 280-300 fg=280-300\n");
}

TEST_CASE("a pause is its milliseconds in frames, rounded down") {
    CHECK(assembled(plan_of(1, {{"a", 421}, {"b", 7}}), 22050).sound ==
          "22x0 10x1 9283x0 10x2 154x0");
    // Longer than a piece of silence.
    CHECK(assembled(plan_of(0, {{"a", 10000}}), 22050).sound == "10x1 220500x0");
}

TEST_CASE("the pauses around a sentence without sound do not add up") {
    struct Case {
        std::vector<Said> sentences;
        const char* sound;
    };
    const Case cases[] = {
        {{{"a", 40}, {"…", 40}, {"b", 500}}, "100x0 10x1 40x0 10x3 500x0"},
        {{{"a", 40}, {"…", 80}, {"b", 500}}, "100x0 10x1 80x0 10x3 500x0"},
        {{{"a", 80}, {"…", 40}, {"b", 500}}, "100x0 10x1 80x0 10x3 500x0"},
        {{{"a", 40}, {"…", 60}, {"…", 50}, {"…", 80}, {"b", 500}}, "100x0 10x1 80x0 10x5 500x0"},
        {{{"…", 40}, {"b", 500}}, "100x0 10x2 500x0"},  // the lead-in is silence enough
        {{{"…", 140}, {"b", 500}}, "140x0 10x2 500x0"},
        {{{"a", 40}, {"…", 500}}, "100x0 10x1 500x0"},
        {{{"a", 0}, {"b", 0}}, "100x0 10x1 10x2"},
        {{{"…", 500}}, "500x0"},
        {{}, "100x0"},
    };
    for (const Case& each : cases)
        CHECK(assembled(plan_of(100, each.sentences)).sound == each.sound);
}

TEST_CASE("a sentence that cannot be said stands in the cues with nothing to hear") {
    const Plan plan = plan_of(100, {{"a", 40}, {"CRASH", 40}, {"b", 500}});
    const Result result = assembled(plan);
    CHECK(result.sound == "100x0 10x1 40x0 10x3 500x0");
    CHECK(result.cues ==
          "0 100-110 a=100-110\n"
          "1 150-150 skipped CRASH=150-150\n"
          "2 150-160 b=150-160\n");
}

TEST_CASE("every sink hears the same, and nobody need listen to the cues") {
    ToneVoice voice(1000);
    MemorySink one;
    MemorySink two;
    AudioSink* const sinks[] = {&one, &two};
    CHECK(assemble(plan_of(5, {{"a", 7}}), voice, sinks, {}) == 22);
    CHECK(stretches(one.frames) == "5x0 10x1 7x0");
    CHECK(one.frames == two.frames);
    CHECK(assemble(plan_of(5, {{"a", 7}}), voice, {}, {}) == 22);
}

TEST_CASE("what a sink or a listener throws comes out") {
    struct FullSink : MemorySink {
        void write(std::span<const std::int16_t> more) override {
            if (frames.size() > 100) throw Error(ErrorKind::passing, "disk full");
            MemorySink::write(more);
        }
    };
    ToneVoice voice(1000);
    FullSink sink;
    AudioSink* const sinks[] = {&sink};
    const Plan plan = plan_of(100, {{"ab", 40}, {"c", 40}});
    CHECK_THROWS_WITH(assemble(plan, voice, sinks, {}), "disk full");
    CHECK_THROWS_WITH(
        assemble(plan, voice, {}, [](SentenceCue&&) { throw Error(ErrorKind::output, "no"); }),
        "no");
}
