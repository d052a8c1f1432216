#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/data_path.hpp"

namespace declaim {

/// The words of a language that tell where a sentence may be parted: voices/LANG/phrasing.toml. All
/// case-folded.
struct Phrasing {
    std::set<std::string, std::less<>> openers;      ///< open a clause: "because", "which"
    std::set<std::string, std::less<>> joiners;      ///< join words or clauses: "and", "or"
    std::set<std::string, std::less<>> leaders;      ///< stand before openers: "in" which
    std::vector<std::string> thanks;                 ///< beginnings of thanks: "thank you"
    std::set<std::string, std::less<>> questioners;  ///< labels of one who asks: "question"
    double sounded = 1.0;  ///< how long the engine takes for its letters, beside those of English
    bool operator==(const Phrasing&) const = default;
};

/// Of each of the languages, its file and that of its base language; one without a file is phrased
/// by its marks alone.
/// Errors: throws Error{data} with file, line and column.
std::map<std::string, Phrasing> load_phrasing(const std::set<std::string>& languages,
                                              const DataPath& data);

}  // namespace declaim
