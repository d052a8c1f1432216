#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/dates.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds names of persons, places and occasions in header lines.
/// In:     one line; the rules and dates of its language.
/// Out:    the name as written, without the words around it; nothing where there is doubt.
/// Errors: none.

/// "by NATO Secretary General, Jaap de Hoop Scheffer" → "Jaap de Hoop Scheffer".
std::optional<std::string> name_after_opener(std::string_view line, const Rules& rules);

/// "Speech by Prime Minister Dick Schoof at the …" → "Dick Schoof".
std::optional<std::string> name_in_title(std::string_view title, const Rules& rules);

/// "during his visit to Kazakhstan" → "visit to Kazakhstan".
std::optional<std::string> occasion_in(std::string_view line, const Rules& rules,
                                       const DateReader& dates);

/// "New York, 26 September 2024" → "New York".
std::optional<std::string> place_beside_date(std::string_view line, const Rules& rules,
                                             const DateReader& dates);

/// The speaker as the labels have it: the name of the one label, or of the one whose text is by far
/// the most. "DONALD TRUMP:" → "DONALD TRUMP"; a role alone is no name.
std::optional<std::string> name_in_labels(const std::vector<Block>& blocks, const Rules& rules);

/// Whether a line is nothing but a few capitalised words: "Brussels, Belgium".
bool is_place_name(std::string_view line, const Rules& rules);

/// The title without a date at its end and quotes around it.
std::string trim_title(std::string_view title, const DateReader& dates);

/// Whether a line begins like an entry of a list: with a date or a bullet.
bool starts_list(std::string_view line);

}  // namespace declaim
