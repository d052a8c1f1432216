#include "app/play.hpp"

#include <deque>

#include "app/assemble.hpp"
#include "app/render.hpp"
#include "audio/playback_sink.hpp"
#include "voice/espeak.hpp"
#include "voice/workers.hpp"

namespace declaim {

PlayReport play(const PlayRequest& request, const DataPath& data, const Observer& observer,
                const std::function<void(const Metadata&)>& on_begin,
                const std::function<void(const SentenceCue&)>& on_sentence) {
    const Prepared ready = prepare(request.speech, data, observer);
    // The engine's processes are forked before PortAudio starts a thread.
    Workers voice(espeak_engine(), ready.profile.voice, ready.plan.voices, {request.jobs});
    const AudioFormat format = voice.format();

    warn_of_voices(voice, ready.plan, request.speech.input, observer);

    PlayReport report;
    std::deque<SentenceCue> to_come;
    PlaybackOptions options;
    options.device = request.device;
    options.latency_ms = request.latency_ms;
    options.on_progress = [&](std::int64_t heard) {
        for (; !to_come.empty() && to_come.front().start <= heard; to_come.pop_front())
            if (on_sentence) on_sentence(to_come.front());
    };
    PlaybackSink device(format, options);
    if (on_begin) on_begin(ready.speech.metadata);
    AudioSink* const sinks[] = {&device};
    const std::int64_t frames = assemble(ready.plan, voice, sinks, [&](SentenceCue&& cue) {
        if (!cue.failure.empty()) {
            ++report.skipped;
            if (observer.warn) observer.warn(skip_warning(request.speech.input, cue));
        } else {
            to_come.push_back(std::move(cue));
        }
    });
    refuse_silence(report.skipped, ready, request.speech.input);
    device.finish();
    report.seconds = static_cast<double>(frames) / format.sample_rate;
    report.underruns = device.underruns();
    return report;
}

}  // namespace declaim
