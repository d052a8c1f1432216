#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_path.hpp"
#include "model/speech.hpp"

namespace declaim {

/// Somebody who speaks under a label: "JANE DOE:", "Q".
struct Speaker {
    std::string label;   ///< as first written, without its mark
    std::string key;     ///< without case, forms of address and offices: "jane doe"
    bool main = false;   ///< whose speech it is
    bool asks = false;   ///< from the floor, whoever it may be: "Q", "REPORTER"
    std::string gender;  ///< "female" or "male" where a form of address tells; else ""
    bool operator==(const Speaker&) const = default;
};

/// Whose turn each block of a speech is.
struct Turns {
    std::vector<Speaker> speakers;      ///< in the order they first speak; one for each person
    std::vector<std::size_t> of_block;  ///< as Speech::blocks: 0 nobody told, n the nth from 1
    bool operator==(const Turns&) const = default;

    /// The one a user means by a label, from 1; 0 for nobody, or more than one.
    [[nodiscard]] std::size_t find(std::string_view label) const;
};

/// Tells the turns of a speech by its labels.
/// Out:    a heading is nobody's. Where all labels are questions', the answers have none: a turn then
///         ends with its first paragraph. The main speaker is whom the metadata name, and who
///         answers under "A"; else who says most, if that is more than what stands under no label.
/// Errors: throws Error{data} for wrong rules.
/// Source: the words of voices/LANG/cast.toml.
Turns find_turns(const Speech& speech, const DataPath& data);

}  // namespace declaim
