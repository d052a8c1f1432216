#pragma once

#include <string>
#include <vector>

#include "app/prepare.hpp"
#include "audio/devices.hpp"
#include "voice/espeak.hpp"
#include "voice/profile.hpp"

namespace declaim {

// What the commands that only look at things ask for.

/// The document of `declaim inspect --json`.
std::string inspect_json(const Prepared& prepared);

/// The whole speech as SSML 1.1.
std::string as_ssml(const Prepared& prepared);

/// Errors: as list_profiles.
std::vector<Profile> voice_profiles(const DataPath& data);

/// Errors: as espeak_voices.
std::vector<EngineVoice> engine_voices(const std::string& language);

/// Errors: as list_devices.
std::vector<AudioDevice> sound_devices();

}  // namespace declaim
