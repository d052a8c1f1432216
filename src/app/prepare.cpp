#include "app/prepare.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "base/files.hpp"
#include "prosody/planner.hpp"
#include "text/read.hpp"

namespace declaim {
namespace {

std::size_t count_words(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char byte : text) {
        const bool space = byte == ' ' || byte == '\n';
        words += !space && !inside ? 1 : 0;
        inside = !space;
    }
    return words;
}

}  // namespace

std::string document_name(const std::string& input) {
    return input == "-" ? "standard input" : input;
}

Speech read_request(const SpeechRequest& request, const DataPath& data, const Observer& observer) {
    const std::string bytes = read_document(request.input, kLargestDocument);
    ReadOptions options;
    options.path = document_name(request.input);
    options.format = request.format;
    options.encoding = request.encoding;
    options.language = request.language;
    options.raw = request.raw;
    Speech speech = read_speech(bytes, options, data);
    speech.source.path = request.input;
    if (observer.doubt)
        for (const std::string& warning : speech.warnings) observer.doubt(warning);
    return speech;
}

Prepared prepare(const SpeechRequest& request, const DataPath& data, const Observer& observer) {
    Prepared ready;
    ready.speech = read_request(request, data, observer);
    ready.profile = choose_profile({request.voice, ready.speech.source.language}, data);
    if (request.rate_wpm) ready.profile.voice.rate_wpm = *request.rate_wpm;
    if (request.pitch) ready.profile.voice.pitch = *request.pitch;
    ready.plan = make_plan(ready.speech, load_style(ready.profile.style, data),
                           {request.from_sentence - 1, request.speak_directions});
    if (ready.plan.utterances.empty())
        throw Error(ErrorKind::input,
                    request.from_sentence > 1
                        ? "there is no sentence " + std::to_string(request.from_sentence) + " in " +
                              document_name(request.input) + "; choose a smaller --from"
                        : "nothing to say in " + document_name(request.input) +
                              "; see `declaim inspect` for what was left out");
    return ready;
}

Estimate estimate(const Prepared& prepared) {
    Estimate result;
    double seconds = prepared.plan.lead_in_ms / 1000.0;
    for (const Utterance& utterance : prepared.plan.utterances) {
        const std::size_t words = count_words(utterance.text);
        result.words += words;
        seconds += static_cast<double>(words) * 60 / prepared.profile.voice.rate_wpm /
                       utterance.prosody.rate +
                   utterance.pause_ms / 1000.0;
    }
    result.seconds = static_cast<int>(std::lround(seconds));
    return result;
}

}  // namespace declaim
