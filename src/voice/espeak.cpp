#include "voice/espeak.hpp"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <tuple>

#include "base/ascii.hpp"
#include "base/diagnostic.hpp"
#include "base/error.hpp"

namespace declaim {
namespace {

[[noreturn]] void fail(espeak_ng_STATUS status, const std::string& what) {
    std::array<char, 512> text{};
    espeak_ng_GetStatusCodeMessage(status, text.data(), text.size());
    throw Error(ErrorKind::engine, fmt::format("{}: {}", what, text.data()));
}

void initialise() {
    espeak_ng_InitializePath(nullptr);
    // espeak_ng_Initialize returns its status; espeak_Initialize would exit(1) on missing data.
    espeak_ng_ERROR_CONTEXT context = nullptr;
    espeak_ng_STATUS status = espeak_ng_Initialize(&context);
    espeak_ng_ClearErrorContext(&context);
    if (status == ENS_OK)
        status = espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, 0, nullptr);
    if (status != ENS_OK) fail(status, "eSpeak NG did not start; is espeak-ng-data installed?");
}

/// The utterance being spoken; the engine's callback knows no context of ours.
struct Speaking {
    const EngineOutput* output = nullptr;
    std::exception_ptr error;
};
Speaking speaking;

int deliver(short* samples, int count, espeak_EVENT* events) {
    // An exception must not cross the engine's C frames: it is kept and thrown after the call.
    // Returning 1 stops the synthesis, and the engine's state is clean after that.
    try {
        for (; events->type != espeakEVENT_LIST_TERMINATED; ++events)
            // One of no length is no word: it comes late, with the place of an earlier one.
            if (events->type == espeakEVENT_WORD && events->text_position > 0 && events->length > 0)
                speaking.output->word(events->sample,
                                      static_cast<std::uint32_t>(events->text_position - 1));
        if (samples != nullptr && count > 0)
            speaking.output->frames({samples, static_cast<std::size_t>(count)});
    } catch (...) {
        speaking.error = std::current_exception();
        return 1;
    }
    return 0;
}

/// <audio src="…"> would make the engine open files and run a shell; 1 means "leave it out".
int refuse_uri(int, const char*, const char*) { return 1; }

/// The voice or profile most like a mistyped one.
std::string suggestion(const std::string& wanted, const std::string& similar_profile) {
    std::vector<std::string> known;
    if (!similar_profile.empty()) known.push_back(similar_profile);
    for (const espeak_VOICE** voice = espeak_ListVoices(nullptr); *voice != nullptr; ++voice) {
        known.emplace_back((*voice)->languages + 1);  // the first byte is a priority
        known.emplace_back((*voice)->identifier);
    }
    const std::string like = nearest(wanted, known);
    return like.empty() ? "" : fmt::format("did you mean '{}'? ", like);
}

/// The file of the voice that gives a language the highest rank, or "". A voice's languages are a
/// list of a rank byte (1 is the highest) and a name with its NUL, ended by a zero byte.
std::string voice_for_language(std::string_view tag) {
    const std::string wanted = lower_ascii(std::string(tag));
    std::string file;
    char best = 127;
    for (const espeak_VOICE** voice = espeak_ListVoices(nullptr); *voice != nullptr; ++voice)
        for (const char* at = (*voice)->languages; *at != 0; at += std::strlen(at + 1) + 2)
            if (lower_ascii(at + 1) == wanted && *at < best) {
                best = *at;
                file = (*voice)->identifier;
            }
    return file;
}

/// As voice_for_language, giving up subtags from the right: "fr-CA", then "fr".
std::string voice_near_language(std::string tag) {
    for (;;) {
        const std::string file = voice_for_language(tag);
        const auto cut = tag.rfind('-');
        if (!file.empty() || cut == std::string::npos) return file;
        tag.resize(cut);
    }
}

bool set_voice(const std::string& name) { return espeak_ng_SetVoiceByName(name.c_str()) == ENS_OK; }

/// False where there is none. Scans the engine's voices only if the name is not that of a file.
bool select_voice(const std::string& name, bool by_language) {
    // The engine copies the name into a buffer of 60 bytes without looking.
    if (name.size() >= 40) return false;
    const auto plus = std::min(name.find('+'), name.size());
    const bool is_file = name.find('/') != std::string::npos;
    if (is_file && set_voice(name)) return true;
    const std::string tag = name.substr(0, plus);
    const std::string file = by_language ? voice_near_language(tag) : voice_for_language(tag);
    if (!file.empty() && set_voice(file + name.substr(plus))) return true;
    return !is_file && !name.empty() && set_voice(name);
}

[[noreturn]] void no_such_voice(const VoiceSettings& settings) {
    throw Error(
        ErrorKind::engine,
        fmt::format("no voice {}'{}'; {}`declaim voices` and `declaim voices --all` list them",
                    settings.by_language ? "for the language " : "", settings.engine,
                    suggestion(settings.engine, settings.similar)));
}

int open(const VoiceSettings& settings) {
    initialise();
    if (!select_voice(settings.engine, settings.by_language)) no_such_voice(settings);
    espeak_SetSynthCallback(deliver);
    espeak_SetUriCallback(refuse_uri);
    espeak_ng_SetParameter(espeakRATE, settings.rate_wpm, 0);
    espeak_ng_SetParameter(espeakPITCH, settings.pitch, 0);
    espeak_ng_SetParameter(espeakRANGE, settings.range, 0);
    return espeak_ng_GetSampleRate();
}

void say(const std::string& ssml, const EngineOutput& output) {
    speaking = {&output, nullptr};
    // The size must count the final NUL. With espeakPHONEMES the engine takes [[…]] for phonemes,
    // and &#91; for '[': a document's '[' must not reach it.
    const espeak_ng_STATUS status =
        espeak_ng_Synthesize(ssml.c_str(), ssml.size() + 1, 0, POS_CHARACTER, 0,
                             espeakCHARS_UTF8 | espeakSSML | espeakPHONEMES, nullptr, nullptr);
    if (speaking.error) std::rethrow_exception(speaking.error);
    if (status != ENS_OK) fail(status, "eSpeak NG refused a sentence");
}

}  // namespace

std::string espeak_version() { return espeak_Info(nullptr); }

Engine espeak_engine() { return {open, say}; }

std::vector<EngineVoice> espeak_voices(const std::string& language) {
    initialise();
    espeak_VOICE wanted{};
    wanted.languages = language.c_str();
    std::vector<EngineVoice> voices;
    for (const espeak_VOICE** voice = espeak_ListVoices(language.empty() ? nullptr : &wanted);
         *voice != nullptr; ++voice)
        voices.push_back({(*voice)->languages + 1, (*voice)->name, (*voice)->identifier});
    std::sort(voices.begin(), voices.end(), [](const EngineVoice& a, const EngineVoice& b) {
        return std::tie(a.language, a.file) < std::tie(b.language, b.file);
    });
    return voices;
}

}  // namespace declaim
