#pragma once

#include <string_view>
#include <vector>

#include "text/dates.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds what on a page is not the speech.
/// In:     the page, its layout, rules and dates of its language.
/// Out:    for every line of the page the reason for dropping it, "" for a line of the speech.
///         Evidence comes in this order: place (before the first salutation or sentence, after the
///         last), shape (how it ends, how long it is), repetition; words only name the reason or
///         settle what the others leave open. A line in doubt is kept.
/// Errors: none.
/// Source: our own; compare boilerplate detection by shallow features (Kohlschütter 2010).
std::vector<std::string_view> find_furniture(const Page& page, const Layout& layout,
                                             const Rules& rules, const DateReader& dates);

/// The number of lines from `at` on that together are one salutation; 0 where there is none.
/// Lines with a reason are never part of it.
std::size_t address_lines(const Page& page, const std::vector<std::string_view>& reasons,
                          const Layout& layout, std::size_t at, const Rules& rules);

}  // namespace declaim
