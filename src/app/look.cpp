#include "app/look.hpp"

#include "audio/playback_sink.hpp"
#include "prosody/ssml.hpp"
#include "publish/json.hpp"

namespace declaim {

std::string inspect_json(const Prepared& prepared) {
    return speech_json(prepared.speech, estimate(prepared));
}

std::string as_ssml(const Prepared& prepared) {
    return ssml_document(prepared.plan, prepared.speech);
}

std::vector<Profile> voice_profiles(const DataPath& data) { return list_profiles(data); }

std::vector<EngineVoice> engine_voices(const std::string& language) {
    return espeak_voices(language);
}

std::vector<AudioDevice> sound_devices() { return list_devices(); }

}  // namespace declaim
