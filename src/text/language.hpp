#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/rules.hpp"

namespace declaim {

/// Chooses the language of a document.
/// In:     its text; the hints of voices/und/languages.toml.
/// Out:    a BCP 47 tag; "en" where nothing speaks for another.
/// Errors: none.
/// Source: a vote of function words among the languages of the script most letters have.
std::string guess_language(std::string_view text, const std::vector<LanguageHint>& hints);

}  // namespace declaim
