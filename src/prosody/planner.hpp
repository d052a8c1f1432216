#pragma once

#include "model/plan.hpp"
#include "model/script.hpp"
#include "model/speech.hpp"
#include "prosody/style.hpp"

namespace declaim {

/// What a listener may choose.
struct PlanOptions {
    std::size_t leave_out = 0;      ///< leave out so many spoken sentences at the start
    bool speak_directions = false;  ///< stage directions are read too
};

/// Turns a speech into what is to be said, one utterance a sentence, with prosody, pauses and
/// markup.
/// In:     a speech; its script, whose missing parts are said as they are written; the style of the
///         voice.
/// Out:    utterances in the order of the speech; the pause after each is the greatest of what the
///         two roles at that place ask for, after the last one the style's lead-out.
/// Errors: none.
Plan make_plan(const Speech& speech, const Script& script, const Style& style,
               const PlanOptions& options);

}  // namespace declaim
