#include "app/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/assemble.hpp"
#include "app/cast.hpp"
#include "app/outputs.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "prosody/ssml.hpp"
#include "voice/espeak.hpp"
#include "voice/workers.hpp"

namespace declaim {
namespace {

bool any_is(const std::vector<std::string>& paths, OutputContent content) {
    return std::any_of(paths.begin(), paths.end(),
                       [&](const std::string& path) { return content_of(path) == content; });
}

std::string place(const LineRange& lines) {
    if (lines.first == 0) return "the introduction";
    return lines.first == lines.last ? fmt::format("line {}", lines.first)
                                     : fmt::format("lines {}-{}", lines.first, lines.last);
}

/// Speaks the plan into the audio outputs. The words' times are kept only where an output shows
/// them: they would grow with the speech.
Timeline speak_into(const Outputs& outputs, const Prepared& ready, Synthesiser& voice,
                    bool keep_times, const std::string& input, const Observer& observer,
                    RenderReport& report) {
    std::vector<AudioSink*> sinks;
    for (const auto& sink : outputs.audio) sinks.push_back(sink.get());
    Timeline timeline;
    timeline.sample_rate = voice.format().sample_rate;
    timeline.frames = assemble(ready.plan, voice, sinks, [&](SentenceCue&& cue) {
        if (!cue.failure.empty()) {
            ++report.skipped;
            if (observer.warn) observer.warn(skip_warning(input, cue));
        }
        ++report.sentences;
        if (observer.progress) observer.progress(report.sentences, ready.plan.utterances.size());
        if (keep_times) timeline.sentences.push_back(std::move(cue));
    });
    report.seconds = static_cast<double>(timeline.frames) / timeline.sample_rate;
    return timeline;
}

void make_folders_for(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        if (const auto folder = std::filesystem::path(path).parent_path(); !folder.empty())
            make_folder(folder);
}

}  // namespace

std::string skip_warning(const std::string& input, const SentenceCue& cue) {
    std::string start = cue.text.substr(0, 40);
    while (!start.empty() && (static_cast<unsigned char>(start.back()) & 0xC0) == 0x80)
        start.pop_back();
    return fmt::format("{}: {}: a sentence is left out, {}: \"{}…\"", document_name(input),
                       place(cue.lines), cue.failure, start);
}

void refuse_silence(std::size_t skipped, const Prepared& ready, const std::string& input) {
    if (skipped == ready.plan.utterances.size())
        throw Error(ErrorKind::engine,
                    document_name(input) + ": the engine could not say one sentence");
}

void warn_of_voices(const Workers& voice, const Plan& plan, const std::string& input,
                    const Observer& observer) {
    const std::string warning = no_voice_warning(plan, voice.missing_voices());
    if (!warning.empty() && observer.warn) observer.warn(document_name(input) + ": " + warning);
}

RenderReport render(const RenderRequest& request, const DataPath& data, const Observer& observer) {
    check_outputs(request.speech.input, request.outputs);
    const Prepared ready = prepare(request.speech, data, observer);
    if (request.make_folders) make_folders_for(request.outputs);
    RenderReport report;
    report.metadata = ready.speech.metadata;
    report.language = ready.speech.source.language;
    const bool timeline_wanted = any_is(request.outputs, OutputContent::timeline);

    Timeline timeline;
    Outputs outputs;
    if (timeline_wanted || any_is(request.outputs, OutputContent::wav)) {
        Workers voice(espeak_engine(), ready.profile.voice, ready.plan.voices, {request.jobs});
        warn_of_voices(voice, ready.plan, request.speech.input, observer);
        outputs = open_outputs(request.outputs, voice.format(), request.no_clobber);
        timeline = speak_into(outputs, ready, voice, timeline_wanted, request.speech.input,
                              observer, report);
        refuse_silence(report.skipped, ready, request.speech.input);
    } else {
        outputs = open_outputs(request.outputs, {}, request.no_clobber);
    }
    for (const auto& sink : outputs.audio) sink->finish();
    for (DocumentOutput& document : outputs.documents)
        document.write(document.content() == OutputContent::timeline
                           ? timeline_json(timeline)
                           : ssml_document(ready.plan, ready.speech));
    outputs.publish();
    return report;
}

}  // namespace declaim
