#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

#include "voice/espeak.hpp"
#include "voice/phonemes.hpp"

namespace declaim {
namespace {

constexpr int kIpa = 0x02;  // of espeak_TextToPhonemes

/// The engine translates a clause at a time.
std::string translate(const std::string& text, int mode) {
    std::string out;
    const void* rest = text.c_str();
    while (rest != nullptr) {
        const char* clause = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, mode);
        if (clause == nullptr) break;
        std::string_view part(clause);
        part = part.substr(std::min(part.find_first_not_of(" \n"), part.size()));
        while (!part.empty() && (part.back() == ' ' || part.back() == '\n')) part.remove_suffix(1);
        if (!part.empty()) out += (out.empty() ? "" : " ") + std::string(part);
    }
    return out;
}

/// Whether [[…]] is phonemes is a state of the engine that only speaking sets.
void let_phonemes_in() {
    espeak_ng_Synthesize("a", 2, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakPHONEMES, nullptr,
                         nullptr);
}

}  // namespace

Transcriber espeak_transcriber(bool phonemes) {
    return {[phonemes](VoiceSettings voice) {
                espeak_engine().open(voice);
                if (!phonemes) return;
                espeak_SetSynthCallback([](short*, int, espeak_EVENT*) { return 0; });
                let_phonemes_in();
            },
            [](const std::string& text) {
                return Transcription{translate(text, 0), translate(text, kIpa), {}};
            }};
}

}  // namespace declaim
