#pragma once

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "model/explain.hpp"

namespace declaim {

/// The lines of `declaim text --explain`: the line's number, a sign (+ kept, - dropped,
/// ~ rewritten), the rule, the text, which is cut to the width of the screen.
///
///     14 + address     Ladies and Gentlemen,
///     15 - navigation  Go to Homepage
///     16 ~ hyphen      some- one → someone
std::string explain_text(const std::vector<Explained>& lines, const Screen& screen);

}  // namespace declaim
