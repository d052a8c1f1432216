#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace declaim {

/// How many columns of a terminal a text takes: ideographs and the like take two, combining marks
/// none. Errors: none. Source: UAX #11; of doubtful width counts as one.
std::size_t columns(std::string_view text);

/// At most `most` columns of a text, "…" for the rest; 0 is no limit.
std::string shorten(std::string_view text, std::size_t most);

/// Lines of at most `most` columns, broken at spaces, each set in by `indent` spaces.
std::string wrap(std::string_view text, std::size_t most, std::size_t indent);

}  // namespace declaim
