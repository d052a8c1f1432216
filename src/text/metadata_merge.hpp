#pragma once

#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/dates.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Adds what a document declares of itself to what its text says.
///
///     title     front matter; the heading of the page that a declared title confirms; the title in
///               the text; a declared one without the name of the site
///     speaker   front matter, where the key says so; the text; front matter's author; the declared
///               title; last the author of the page, where its header names that person too
///     role      front matter; the office beside the speaker's name
///     date      front matter, where the key says so; the text, made precise by any that agrees;
///               front matter's date; an event's; a <time> that is no posting date; of a press
///               release the day it is dated. Never when a page was posted or changed
///     occasion  front matter; the text; an event
///     place     the same
///
/// In:     what the text says; the page and the reason per line ("" for a line of the speech).
/// Errors: none.
Metadata add_declared(Metadata text, const Page& page, const std::vector<std::string_view>& reasons,
                      const Rules& rules, const DateReader& dates);

}  // namespace declaim
