#pragma once

#include <string_view>

#include "text/speaker_evidence.hpp"
#include "text/speaker_votes.hpp"

namespace declaim::speaker {

/// Hears the subject of a first sentence: "Writer Jane Doe spoke to members on Friday".
/// In:     the page; the sentence; what it weighs where it does not say that a speech was held.
/// Out:    a vote for the person named there.
/// Errors: none.
void hear_abstract(const Evidence& seen, Votes& votes, std::string_view text, int weight);

/// Hears an editor's words at the head that were taken for the speaker's.
/// In:     the page.
/// Out:    votes for the persons named there; whether the one who put the page out tells that the
///         speech is theirs.
/// Errors: none.
bool hear_intro(const Evidence& seen, Votes& votes);

}  // namespace declaim::speaker
