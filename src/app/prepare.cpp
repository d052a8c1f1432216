#include "app/prepare.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/announce.hpp"
#include "app/cast.hpp"
#include "app/script.hpp"
#include "app/sidecar.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/unicode.hpp"
#include "prosody/planner.hpp"
#include "text/read.hpp"

namespace declaim {
namespace {

/// What eSpeak NG takes to say a letter and a word at one word a minute, in seconds.
/// Source: solved for two English speeches; within 3 % of eleven others, 160-7060 s long.
constexpr double kLetterSeconds = 8.8;
constexpr double kWordSeconds = 10.9;

struct Length {
    std::size_t words = 0;
    std::size_t letters = 0;
};

/// Words parted by spaces, as they are said.
Length length_of(const Utterance& utterance) {
    const std::string text = spoken_text(utterance.text, utterance.spoken);
    Length length;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++length.words;
    for (const Word& word : words_of(text))
        length.letters +=
            characters(std::string_view(text).substr(word.begin, word.end - word.begin));
    return length;
}

/// How much longer its phrases take for their rates, as their share of the text goes.
double slowness(const Utterance& utterance) {
    double slow = 0;
    double bytes = 0;
    for (const Phrase& phrase : utterance.phrases) {
        const auto length = static_cast<double>(phrase.where.end - phrase.where.begin);
        slow += length / phrase.prosody.rate;
        bytes += length;
    }
    return bytes > 0 ? slow / bytes : 1 / utterance.prosody.rate;
}

int pauses_ms(const Utterance& utterance) {
    int ms = utterance.pause_ms;
    for (const Phrase& phrase : utterance.phrases) ms += phrase.pause_ms;
    return ms;
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

std::set<std::string> languages_of(const Speech& speech) {
    std::set<std::string> languages;
    for (const Block& block : speech.blocks) languages.insert(block.language);
    return languages;
}

/// The user's lexicons, then those of the voice, which lie among the rules.
std::vector<std::string> lexicons_of(const SpeechRequest& request, const Profile& profile,
                                     const DataPath& data) {
    std::vector<std::string> files = request.lexicons;
    for (const std::string& name : profile.lexicons) files.push_back(data.require(name).string());
    return files;
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
    const auto lexicons = lexicons_of(request, ready.profile, data);
    ready.phrasing = load_phrasing(languages_of(ready.speech), data);
    ready.plan = make_plan(ready.speech, make_script(ready.speech, data, lexicons),
                           load_style(ready.profile.style, data),
                           {request.from_sentence - 1, request.speak_directions, ready.phrasing});
    if (ready.plan.utterances.empty())
        throw Error(ErrorKind::input,
                    request.from_sentence > 1
                        ? "there is no sentence " + std::to_string(request.from_sentence) + " in " +
                              document_name(request.input) + "; choose a smaller --from"
                        : "nothing to say in " + document_name(request.input) +
                              "; see `declaim inspect` for what was left out");
    if (request.announce &&
        !announce(ready.plan, ready.speech, ready.profile.style, lexicons, data) && observer.doubt)
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
        const Length length = length_of(utterance);
        result.words += length.words;
        const auto language = prepared.phrasing.find(utterance.language);
        const double sounded = language == prepared.phrasing.end() ? 1.0 : language->second.sounded;
        const double at_one = kLetterSeconds * sounded * static_cast<double>(length.letters) +
                              kWordSeconds * static_cast<double>(length.words);
        const VoiceSettings& voice = utterance.voice == 0
                                         ? prepared.profile.voice
                                         : prepared.plan.voices.at(utterance.voice - 1);
        seconds += at_one / voice.rate_wpm * slowness(utterance) + pauses_ms(utterance) / 1000.0;
    }
    result.seconds = static_cast<int>(std::lround(seconds));
    return result;
}

}  // namespace declaim
