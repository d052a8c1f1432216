#pragma once

#include "text/speaker_evidence.hpp"
#include "text/speaker_votes.hpp"

namespace declaim::speaker {

/// Hears the lines around the title and above the speech: fields ("Delivered by: Jane Doe"), bylines,
/// abstracts and captions.
/// In:     the page.
/// Out:    votes for the persons named there.
/// Errors: none.
void hear_header(const Evidence& seen, Votes& votes);

}  // namespace declaim::speaker
