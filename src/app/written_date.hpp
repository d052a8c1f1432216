#pragma once

#include <string>

namespace declaim {

/// A date as a language writes it.
/// In:     "2004-10-19", "2004-10" or "2004"; a pattern, such as "d MMMM y"; the BCP 47 tag of the
///         language its names are taken from.
/// Out:    the date; as it came where the library refuses.
/// Errors: none.
/// Source: ICU's patterns and CLDR's names of months (UTS #35, part 4).
std::string written_date(const std::string& iso, const std::string& pattern,
                         const std::string& language);

}  // namespace declaim
