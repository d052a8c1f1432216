#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/source.hpp"

namespace declaim {

/// A stretch of a sentence that is said otherwise than it is written.
struct SpokenSpan {
    ByteRange written;          ///< in the text of the sentence, not empty
    std::string words;          ///< what is said for it, without digits or symbols; may be empty
    std::string rule;           ///< "date", "money", "lexicon", …
    std::string phonemes = {};  ///< the engine's, where the lexicon gives a pronunciation
    std::string ipa = {};       ///< the same in IPA, for other engines
    std::string language = {};  ///< of a foreign name; empty: that of its block
    bool operator==(const SpokenSpan&) const = default;
};

/// The spans of one sentence, ascending and disjoint; what lies between is said as it is written.
using SpokenSentence = std::vector<SpokenSpan>;

/// How each sentence of a speech is said: [block][sentence], as in Speech::blocks.
using Script = std::vector<std::vector<SpokenSentence>>;

/// The words of a sentence as they are said, single spaces between them.
std::string spoken_text(std::string_view sentence, const SpokenSentence& spans);

}  // namespace declaim
