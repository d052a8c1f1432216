#pragma once

#include <set>
#include <string>
#include <string_view>

namespace declaim {

struct SayRules;
struct WordList;

/// What a language allows in a word, for telling "UNICEF" from "UNHCR".
struct AcronymRules {
    std::string vowels = "aeiouy";
    std::size_t shortest_word = 4;              ///< a shorter unknown acronym is spelled
    std::size_t most_consonants = 2;            ///< in a row; a word has no more
    std::size_t most_vowels = 2;                ///< likewise
    std::set<std::string, std::less<>> starts;  ///< its first consonants, where two; empty: any
    std::set<std::string, std::less<>> ends;    ///< its last consonants, where two; empty: any
    bool operator==(const AcronymRules&) const = default;
};

/// Whether an unknown run of capitals can be spoken as a word: long enough, vowels and consonants
/// mixed as in words. In: letters of any script.
bool can_be_spoken(std::string_view capitals, const AcronymRules& rules);

/// Its letters, a space between them: "O S C E"; those that the list has, by their names there.
std::string spell_letters(std::string_view word, const WordList* names = nullptr);

/// The list [words.letter] of a language, or null.
const WordList* letter_names(const SayRules& rules);

}  // namespace declaim
