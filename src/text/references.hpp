#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// Resolves the character references that a value carries which was escaped once too often, as the
/// fields of JSON-LD are: "Bread &amp; Butter", "Jane&#8217;s". Numbers, and the names every program
/// knows; anything else stays.
/// In:     UTF-8. Errors: none. Source: HTML Living Standard, 13.5.
std::string resolve_references(std::string_view text);

}  // namespace declaim
