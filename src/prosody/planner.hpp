#pragma once

#include <map>

#include "model/plan.hpp"
#include "model/script.hpp"
#include "model/speech.hpp"
#include "prosody/phrasing.hpp"
#include "prosody/style.hpp"

namespace declaim {

/// What a listener may choose, and what the languages of the speech tell.
struct PlanOptions {
    std::size_t leave_out = 0;                      ///< so many spoken sentences at the start
    bool speak_directions = false;                  ///< stage directions are read too
    std::map<std::string, Phrasing> phrasing = {};  ///< by language
};

/// Turns a speech into what is to be said, one utterance a sentence, with prosody, phrases, pauses
/// and markup. Nothing is left to chance, and no sentence depends on `leave_out`.
/// In:     a speech; its script, whose missing parts are said as they are written; the style of the
///         voice.
/// Out:    utterances in the order of the speech; the pause after each is the greatest of what the
///         roles and manners at that place ask for, after the last one the style's lead-out.
/// Errors: none.
Plan make_plan(const Speech& speech, const Script& script, const Style& style,
               const PlanOptions& options);

}  // namespace declaim
