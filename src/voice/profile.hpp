#pragma once

#include <string>
#include <vector>

#include "base/data_path.hpp"
#include "model/plan.hpp"

namespace declaim {

/// A voice profile: a file voices/NAME.toml. Its engine is a voice of eSpeak NG, or "file:NAME" for
/// our own voice file voices/engine/NAME.
struct Profile {
    std::string name;                   ///< the file's stem
    std::string description;            ///< one line of character for `declaim voices`
    std::string style;                  ///< voices/styles/STYLE.toml: prosody and pauses by role
    std::string gender;                 ///< "female", "male", or "" where it is not told
    bool usual = false;                 ///< of its language, the one taken where none is named
    std::vector<std::string> lexicons;  ///< files of pronunciations, as "names.pls"
    VoiceSettings voice;
    std::string file;  ///< where it was found
    bool operator==(const Profile&) const = default;
};

/// Reads one profile. In: where the voice files are that it may name.
/// Errors: throws Error{data} with file, line and column.
Profile load_profile(const std::filesystem::path& file, const DataPath& data);

/// All profiles, sorted by name; voices/und/voices.toml tells the usual ones. Errors: as
/// load_profile.
std::vector<Profile> list_profiles(const DataPath& data);

/// What the user asked for.
struct VoiceRequest {
    std::string voice;     ///< a profile, or an engine voice; empty: by language
    std::string language;  ///< BCP 47 of the speech
};

/// The profile for a request. Without a name: as profile_for. With a name that no profile has: a
/// plain profile on the engine voice of that name; whether there is one shows when the engine opens.
/// Errors: as load_profile.
Profile choose_profile(const VoiceRequest& request, const DataPath& data);

/// The profile for a language. What decides, in this order: a profile of that gender, where one is
/// told; of exactly that language, else of its base language, else of a sister ("pt-BR" for
/// "pt-PT"); the usual one; the first by name. Without any, a plain profile on the engine's voice
/// nearest to the language.
/// Errors: as load_profile.
Profile profile_for(const std::string& language, const std::string& gender, const DataPath& data);

/// "en" of "en-GB", in small letters.
std::string base_language(const std::string& tag);

/// "female" or "male", by the profile or by its engine's variant ("gmw/en+f3"); "" where neither
/// tells.
std::string gender_of(const Profile& profile);

}  // namespace declaim
