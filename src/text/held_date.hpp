#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/dates.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// A date the header names, and how much speaks for its being that of the speech.
struct DateVote {
    std::string iso;
    int weight = 0;
    bool of_speech = false;  ///< a line that tells of the speech has it, or a field such as
                             ///< "Delivered on"; not only a date line
};

/// The dates of the lines before the speech, the best first. A field for it weighs most, then a line
/// that says what was held ("Remarks by Jane Doe at the Academy, 3 May 2001"), then a date that stands
/// alone. Dates behind "published", "updated" do not count, and those of menus hardly.
/// In:     the page, the reason per line ("" for a line of the speech).
/// Errors: none.
std::vector<DateVote> held_dates(const Page& page, const std::vector<std::string_view>& reasons,
                                 const Rules& rules, const DateReader& dates);

/// The language to read the dates of a page in: with a region where the page shows whether the day or
/// the month comes first, by a date that can be read in one way, its locale, or its address.
std::string date_language(const Page& page, const std::string& language);

}  // namespace declaim
