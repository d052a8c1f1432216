#include "app/prepare.hpp"

#include <algorithm>
#include <cmath>

#include "app/announce.hpp"
#include "app/cast.hpp"
#include "app/sidecar.hpp"
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

/// The first that is not empty.
const std::string& first_of(const std::string& a, const std::string& b) {
    return a.empty() ? b : a;
}

ReadOptions options_of(const SpeechRequest& request, const Sidecar& sidecar) {
    ReadOptions options;
    options.path = document_name(request.input);
    options.format = first_of(request.format, sidecar.format);
    options.encoding = first_of(request.encoding, sidecar.encoding);
    options.language =
        first_of(request.language, first_of(sidecar.language, request.usual_language));
    options.raw = request.raw;
    options.rows = request.rows;
    options.by_hand = {{request.keep, request.drop}, sidecar.by_hand};
    return options;
}

CastRequest cast_of(const SpeechRequest& request, const Sidecar& sidecar) {
    CastRequest cast;
    for (const std::string& text : request.cast) add_to_cast(cast, text);
    cast.wherever = request.cast_wherever;
    cast.named.insert(cast.named.end(), sidecar.cast.begin(), sidecar.cast.end());
    cast.by_default = cast.by_default && !sidecar.no_cast;
    cast.rate = request.rate_wpm;
    cast.pitch = request.pitch;
    return cast;
}

Speech read_with(const Sidecar& sidecar, const SpeechRequest& request, const DataPath& data,
                 const Observer& observer) {
    const std::string bytes = read_document(request.input, kLargestDocument);
    Speech speech = read_speech(bytes, options_of(request, sidecar), data);
    overwrite(speech.metadata, sidecar);
    speech.source.path = request.input;
    if (observer.doubt)
        for (const std::string& warning : speech.warnings) observer.doubt(warning);
    return speech;
}

}  // namespace

std::string document_name(const std::string& input) {
    return input == "-" ? "standard input" : input;
}

void check_request(const SpeechRequest& request) {
    check_options(options_of(request, {}));
    cast_of(request, {});
}

Speech read_request(const SpeechRequest& request, const DataPath& data, const Observer& observer) {
    check_request(request);
    return read_with(read_sidecar(request.input), request, data, observer);
}

Prepared prepare(const SpeechRequest& request, const DataPath& data, const Observer& observer) {
    check_request(request);
    Prepared ready;
    const Sidecar sidecar = read_sidecar(request.input);
    ready.speech = read_with(sidecar, request, data, observer);
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
    if (request.announce && !announce(ready.plan, ready.speech, ready.profile.style, data) &&
        observer.doubt)
        observer.doubt(document_name(request.input) +
                       ": nothing is known to announce; tell it in a file beside the document "
                       "([metadata] in DOCUMENT.toml)");
    cast_voices(ready.plan, ready.speech, ready.profile, cast_of(request, sidecar), data);
    return ready;
}

Estimate estimate(const Prepared& prepared) {
    Estimate result;
    double seconds = prepared.plan.lead_in_ms / 1000.0;
    for (const Utterance& utterance : prepared.plan.utterances) {
        const std::size_t words = count_words(utterance.text);
        result.words += words;
        const VoiceSettings& voice = utterance.voice == 0
                                         ? prepared.profile.voice
                                         : prepared.plan.voices.at(utterance.voice - 1);
        seconds += static_cast<double>(words) * 60 / voice.rate_wpm / utterance.prosody.rate +
                   utterance.pause_ms / 1000.0;
    }
    result.seconds = static_cast<int>(std::lround(seconds));
    return result;
}

}  // namespace declaim
