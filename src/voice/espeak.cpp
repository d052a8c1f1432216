#include "voice/espeak.hpp"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <tuple>

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
            if (events->type == espeakEVENT_WORD && events->text_position > 0)
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

bool offers_language(const std::string& language) {
    espeak_VOICE wanted{};
    wanted.languages = language.c_str();
    const espeak_VOICE** found = espeak_ListVoices(&wanted);
    return *found != nullptr;
}

void select_voice(const VoiceSettings& settings) {
    const std::string& name = settings.engine;
    // The engine copies the name into a buffer of 60 bytes without looking.
    if (name.size() >= 40)
        throw Error(ErrorKind::engine, fmt::format("voice name too long: '{}'", name));
    if (espeak_ng_SetVoiceByName(name.c_str()) == ENS_OK) return;
    const std::string language = name.substr(0, name.find('+'));
    if (!language.empty() && offers_language(language)) {
        espeak_VOICE wanted{};
        wanted.languages = language.c_str();
        if (espeak_ng_SetVoiceByProperties(&wanted) == ENS_OK) {
            if (language.size() == name.size()) return;
            const std::string file = espeak_GetCurrentVoice()->identifier;
            if (espeak_ng_SetVoiceByName((file + name.substr(language.size())).c_str()) == ENS_OK)
                return;
        }
    }
    throw Error(
        ErrorKind::engine,
        fmt::format("no voice '{}'; {}`declaim voices` and `declaim voices --all` list them", name,
                    suggestion(name, settings.similar)));
}

int open(const VoiceSettings& settings) {
    initialise();
    select_voice(settings);
    espeak_SetSynthCallback(deliver);
    espeak_SetUriCallback(refuse_uri);
    espeak_ng_SetParameter(espeakRATE, settings.rate_wpm, 0);
    espeak_ng_SetParameter(espeakPITCH, settings.pitch, 0);
    espeak_ng_SetParameter(espeakRANGE, settings.range, 0);
    return espeak_ng_GetSampleRate();
}

void say(const std::string& ssml, const EngineOutput& output) {
    speaking = {&output, nullptr};
    // The size must count the final NUL. No espeakPHONEMES: a document's "[[" stays text.
    const espeak_ng_STATUS status =
        espeak_ng_Synthesize(ssml.c_str(), ssml.size() + 1, 0, POS_CHARACTER, 0,
                             espeakCHARS_UTF8 | espeakSSML, nullptr, nullptr);
    if (speaking.error) std::rethrow_exception(speaking.error);
    if (status != ENS_OK) fail(status, "eSpeak NG refused a sentence");
}

}  // namespace

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
