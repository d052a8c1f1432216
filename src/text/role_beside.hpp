#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/rules.hpp"

namespace declaim {

/// The office that a line names beside a person: "by NATO Secretary General, Jaap Doe" → "NATO
/// Secretary General"; "Jane Doe, Minister of Health" → "Minister of Health".
/// In:     a line; the name as it stands there.
/// Out:    nothing where the line does not hold the name, or no office stands beside it.
/// Errors: none.
std::optional<std::string> role_beside(std::string_view line, std::string_view name,
                                       const Rules& rules);

}  // namespace declaim
