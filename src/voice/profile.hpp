#pragma once

#include <string>
#include <vector>

#include "base/data_path.hpp"
#include "model/plan.hpp"

namespace declaim {

/// A voice profile: a file voices/NAME.toml.
struct Profile {
    std::string name;         ///< the file's stem
    std::string description;  ///< one line of character for `declaim voices`
    std::string style;        ///< voices/styles/STYLE.toml: prosody and pauses by role
    VoiceSettings voice;
    std::string file;  ///< where it was found
    bool operator==(const Profile&) const = default;
};

/// Reads one profile. Errors: throws Error{data} with file, line and column.
Profile load_profile(const std::filesystem::path& file);

/// All profiles, sorted by name. Errors: as load_profile.
std::vector<Profile> list_profiles(const DataPath& data);

/// What the user asked for.
struct VoiceRequest {
    std::string voice;     ///< a profile, or an engine voice; empty: by language
    std::string language;  ///< BCP 47 of the speech
};

/// The profile for a request. Without a name: the first profile (by name) of exactly that language,
/// else of its base language, else a plain profile on the engine's voice for the language. With a
/// name that no profile has: a plain profile on the engine voice of that name; whether there is one
/// shows when the engine opens.
Profile choose_profile(const VoiceRequest& request, const DataPath& data);

}  // namespace declaim
