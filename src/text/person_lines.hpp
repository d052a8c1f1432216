#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/rules.hpp"

namespace declaim {

/// Finds the speaker in header lines that no word such as "by" introduces.
/// In:     one line, for some the line below it; the rules of its language.
/// Out:    the name as written; nothing where there is doubt.
/// Errors: none.

/// Two to four capitalised words and nothing else: "Jane Doe", "Jaap de Hoop Scheffer".
bool is_person_name(std::string_view line, const Rules& rules);

/// "JANE DOE" above "Minister of Health"; "Jane DOE" above anything.
std::optional<std::string> name_line(std::string_view line, std::string_view below,
                                     const Rules& rules);

/// "H.E. Mr Jaap Doe", "The Hon Jaap Doe" and nothing else → "Jaap Doe".
std::optional<std::string> name_behind_role(std::string_view line, const Rules& rules);

/// "Jane Doe, Minister of Health" → "Jane Doe".
std::optional<std::string> name_before_office(std::string_view line, const Rules& rules);

/// "'The Bored': Jane Doe's commencement address" → "Jane Doe".
std::optional<std::string> name_in_genitive(std::string_view line, const Rules& rules);

/// "Transcript: Jane Doe, "Bread"" → "Jane Doe".
std::optional<std::string> name_behind_genre(std::string_view line, const Rules& rules);

/// Whether a line is a part of a site, as menus have them: "Speeches and Interviews".
bool names_a_menu(std::string_view line, const Rules& rules);

/// The path to a page ("Home > Speeches") or the number of a document ("SPEECH/08/118").
bool is_path_or_number(std::string_view line);

/// "Minister of Health", not "President" alone.
bool is_office(std::string_view line, const Rules& rules);

/// Whether a line reads like the title of a speech rather than like the name of an office: "Roaming
/// is not a luxury", "The Next Ten Years".
bool reads_like_title(std::string_view line, const Rules& rules);

}  // namespace declaim
