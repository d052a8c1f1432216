#pragma once

#include <string>
#include <vector>

#include "model/script.hpp"
#include "model/speech.hpp"

namespace declaim {

/// What became of a line of the source, or of a part of it.
enum class Fate { kept, dropped, rewritten, spoken };

/// One thing to be told of a line of the source.
struct Explained {
    int line = 0;
    Fate fate = Fate::kept;
    std::string rule;  ///< "paragraph", "speaker_label + address"; "navigation"; "footnote mark"
    std::string text;  ///< as read; of a rewrite what stood there
    std::string to;    ///< of a rewrite, or of what is said otherwise than it is written
    int row = 0;       ///< in Speech::rows
    bool operator==(const Explained&) const = default;
};

/// Tells every line of the source: what it is kept as, or why it was dropped, and below it what was
/// rewritten in it and what of it is said otherwise than it is written.
/// In:     a speech whose `rows` are known; its script, or an empty one.
/// Errors: none.
std::vector<Explained> explain(const Speech& speech, const Script& script);

}  // namespace declaim
