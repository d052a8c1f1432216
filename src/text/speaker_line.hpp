#pragma once

#include "text/speaker_evidence.hpp"
#include "text/speaker_votes.hpp"

namespace declaim::speaker {

/// Hears one line of the header that is no field and no sentence: "by Jane Doe", "Jane Doe, Minister of
/// Health", "Presented to the House by the Honourable Jane Doe".
/// In:     the page; the line and the reason why it is not of the speech.
/// Out:    votes for the persons named there.
/// Errors: none.
void hear_header_line(const Evidence& seen, Votes& votes, std::string_view text,
                      std::string_view reason);

}  // namespace declaim::speaker
