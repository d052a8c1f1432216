#pragma once

#include <string>
#include <vector>

#include "voice/engine.hpp"

namespace declaim {

/// eSpeak NG, in this process. All its state is global and a second initialisation hangs, so a
/// process opens it once at the most. Documented traps: the comments in espeak.cpp.
Engine espeak_engine();

/// The engine's version, such as "1.51". Opens nothing.
std::string espeak_version();

/// A voice that eSpeak NG offers.
struct EngineVoice {
    std::string language;  ///< BCP 47
    std::string name;      ///< "English (Great Britain)"
    std::string file;      ///< what VoiceSettings::engine takes: "gmw/en"
    bool operator==(const EngineVoice&) const = default;
};

/// All voices of the engine, sorted by language, then file.
/// In:     a BCP 47 tag to restrict them to, or "".
/// Errors: throws Error{engine} when the engine's data is missing.
/// Opens the engine in this process: call it only where nothing else will.
std::vector<EngineVoice> espeak_voices(const std::string& language);

}  // namespace declaim
