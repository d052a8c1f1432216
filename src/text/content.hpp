#pragma once

#include <string_view>
#include <vector>

#include "text/dates.hpp"
#include "text/markup_rules.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Finds the part of a page with markup that holds its text.
/// In:     the page; what its markup means; rules and dates of its language.
/// Out:    for every line the reason for dropping it, "" for what may be the text: the text itself
///         and the lines close above and below it that only their words can judge. Evidence: which
///         elements hold the prose (long lines, ends of sentences, few links), what tags and class
///         names say, as far as this page uses them so, repetition of blocks of one shape. Views
///         point into `markup`.
/// Errors: none.
/// Source: our own; compare Kohlschütter et al., "Boilerplate Detection using Shallow Text
///         Features" (2010), on length and density of links.
std::vector<std::string_view> find_content(const Page& page, const MarkupRules& markup,
                                           const Rules& rules, const DateReader& dates);

}  // namespace declaim
