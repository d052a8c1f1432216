#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/turns.hpp"
#include "base/data_path.hpp"
#include "model/plan.hpp"
#include "model/speech.hpp"
#include "voice/profile.hpp"

namespace declaim {

/// Which voice speaks under which label.
struct CastRequest {
    std::vector<std::pair<std::string, std::string>> named;  ///< label and voice
    bool by_default = true;    ///< the others have voices of their own too
    bool wherever = false;     ///< a label that this document has not is passed over
    std::optional<int> rate;   ///< of all voices
    std::optional<int> pitch;  ///< of the main speaker's
    bool operator==(const CastRequest&) const = default;
};

/// Adds what a user wrote: "LABEL=voice", or "none" for no voices but those named.
/// Errors: throws Error{usage}.
void add_to_cast(CastRequest& cast, const std::string& text);

/// Gives each utterance its voice. Blocks in another language than that of the speech are spoken by
/// a voice of theirs, of the same gender or engine's variant where it is known; questions from the
/// floor and other speakers than the main one have voices of their own (voices/und/cast.toml).
/// In:     a plan all in the voice `main`.
/// Out:    Utterance::voice and Plan::voices; nothing changes in a speech by one person in one
///         language.
/// Errors: throws Error{usage} for a label there is not; Error{data}.
void cast_voices(Plan& plan, const Speech& speech, const Profile& main, const CastRequest& cast,
                 const DataPath& data);

/// The one warning for languages that the engine has no voice for, "" for none. In: which of
/// Plan::voices, from 1.
std::string no_voice_warning(const Plan& plan, const std::vector<std::size_t>& missing);

}  // namespace declaim
