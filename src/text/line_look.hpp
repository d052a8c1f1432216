#pragma once

#include <string>
#include <string_view>

#include "text/dates.hpp"
#include "text/rules.hpp"

namespace declaim {

/// What a line outside the speech looks like, taken for itself.
enum class LineLook {
    plain,       ///< nothing speaks for furniture
    date,        ///< a date, with a weekday, place or time at most
    posted,      ///< when the page was changed or printed
    byline,      ///< "by" and a name, or an office and a name
    occasion,    ///< "during his visit to"
    genre,       ///< "Speech", "Transcript"
    title,       ///< "Remarks by", "Speech at"
    notice,      ///< "Check against delivery"
    navigation,  ///< "Go to Homepage"
    url,         ///< an address of the web
    page_mark,   ///< "- 3 -", "Page 3 of 9"
    copyright
};

/// In:     one line; rules and dates of its language.
/// Errors: none.
LineLook line_look(std::string_view text, const Rules& rules, const DateReader& dates);

/// The reason given for dropping such a line: "date line", "byline", "navigation", …
std::string_view reason_of(LineLook look) noexcept;

/// Whether the line is a page number and nothing else: "3", "- 3 -", "3/9", "Page 3 of 9".
/// The number goes to `page`.
bool is_page_mark(std::string_view text, const Rules& rules, int& page);

/// Whether such a line says itself that it is one: "Page 3", "- 3 -", not "3" or "2 of 3".
bool says_page(std::string_view text, const Rules& rules);

/// Which of a speaker's words count: all, or only those that titles do not have too.
enum class Voice { any, strong };

/// Whether a speaker's words are in the line: "Thank you", "What a night"; not in "Who We Are".
bool has_voice(std::string_view text, const Rules& rules, Voice voice = Voice::any);

/// Whether every word that can have one has a capital, as titles and names do.
bool is_title_case(std::string_view text, const Rules& rules);

/// The text without the stage directions at its end.
std::string_view before_directions(std::string_view text, const Rules& rules);

/// Whether the text is prose: directions at its end left out, it ends like a sentence and is none
/// of the above.
bool is_prose(std::string_view text, const Rules& rules, const DateReader& dates);

}  // namespace declaim
