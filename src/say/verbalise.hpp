#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/script.hpp"
#include "say/rules.hpp"

namespace declaim {

/// What a document tells beyond its sentences.
struct SayContext {
    bool day_first = false;                 ///< 3/4/2004 is the third of April
    std::unordered_set<std::string> words;  ///< it has in small letters
};

/// What the text of a document tells: its words, and the order of its dates where one of them can
/// be read in one way only; else that of the language.
SayContext say_context(const std::vector<std::string_view>& texts, const SayRules& rules);

/// How a sentence is said: numbers, dates, money, abbreviations, acronyms and symbols as words.
/// In:     NFC UTF-8, no markup.
/// Out:    spans ascending and disjoint; the first rule in the text wins, there the longest, there
///         the first in the files. No digit is left where the language has
///         rules; without any, no spans.
/// Errors: throws Error{data} for a rule file with a wrong expression.
SpokenSentence verbalise(std::string_view sentence, const SayRules& rules,
                         const SayContext& context);

}  // namespace declaim
