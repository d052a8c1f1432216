#pragma once

#include <optional>
#include <string>

#include "text/speaker_evidence.hpp"
#include "text/speaker_votes.hpp"

namespace declaim::speaker {

/// Hears the label of the one who speaks most, whose whole name stands elsewhere: "SECRETARY DOE:".
/// In:     the page; the votes so far.
/// Out:    a vote for that person.
/// Errors: none.
void hear_labels(const Evidence& seen, Votes& votes);

/// "Mr. DOE:" of the one who speaks nearly all, where nothing says the rest of the name.
std::optional<std::string> surname_in_label(const Evidence& seen);

}  // namespace declaim::speaker
