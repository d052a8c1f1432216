#pragma once

#include <string>

#include "app/prepare.hpp"
#include "cli/terminal.hpp"

namespace declaim {

/// What `declaim inspect` shows: who speaks about what, how it is built, how it begins and ends,
/// what was left out and rewritten, by reason; with `all` every block, dropped line and rewrite.
/// Out:    lines of at most 80 columns.
std::string inspect_page(const Speech& speech, const Estimate& length, const std::string& voice,
                         const Screen& screen, bool all);

}  // namespace declaim
