#pragma once

#include "text/speaker_evidence.hpp"
#include "text/speaker_votes.hpp"

namespace declaim::speaker {

/// Hears the title in the text and those a page declares: "Speech by Jane Doe", "Jane Doe: Conference
/// Speech", "Jane Doe addresses the forum".
/// In:     the page.
/// Out:    votes for the persons named there.
/// Errors: none.
void hear_titles(const Evidence& seen, Votes& votes);

}  // namespace declaim::speaker
