#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// The number of lines from `at` on that are one stanza of verse; 0 where they are none.
/// In:     the page, the reason per line, the layout.
/// Out:    lines of one block between prose that are far shorter than prose here, begin with
///         capitals and mostly do not end a sentence; lists, names, titles and salutations are
///         none. In doubt 0: the lines are paragraphs then.
/// Errors: none.
std::size_t verse_lines(const Page& page, const std::vector<std::string_view>& reasons,
                        const Layout& layout, std::size_t at, const Rules& rules);

}  // namespace declaim
