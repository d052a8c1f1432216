#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace declaim {

/// A problem in a user's data file, shown with the line and a caret:
///
///     voices/en.toml:3:1: error: unknown key 'rte'; did you mean 'rate'?
///       rte = 170
///       ^
struct Diagnostic {
    std::string file;
    int line = 1;    ///< from 1
    int column = 1;  ///< from 1, in characters
    std::string message;
};

/// In:  the problem and the whole text of the file it is in.
/// Out: the lines above, no newline at the end.
std::string render(const Diagnostic& diagnostic, std::string_view file_text);

/// The candidate most like a mistyped word, or "" when none is near (Damerau-Levenshtein distance
/// over a third of the word's length), or the word is longer than 64 bytes. Source: the restricted
/// edit distance, Damerau 1964.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace declaim
