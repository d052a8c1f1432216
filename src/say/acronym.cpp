#include "say/acronym.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "say/rules.hpp"

namespace declaim {
namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += next_char(text, at);
    return out;
}

std::string utf8(std::u32string_view letters) {
    std::string out;
    for (const char32_t c : letters) append_char(out, c);
    return out;
}

/// Whether the consonants at both ends are among those that the language has there.
bool has_usual_ends(std::u32string_view letters, const std::u32string& vowels,
                    const AcronymRules& rules) {
    const std::size_t first = letters.find_first_of(vowels);
    const std::size_t behind = letters.find_last_of(vowels) + 1;
    const auto usual = [](std::u32string_view consonants, const auto& list) {
        return list.empty() || consonants.size() < 2 || list.contains(utf8(consonants));
    };
    return usual(letters.substr(0, first), rules.starts) &&
           usual(letters.substr(behind), rules.ends);
}

}  // namespace

bool can_be_spoken(std::string_view capitals, const AcronymRules& rules) {
    const std::u32string letters = code_points(fold_case(capitals));
    const std::u32string vowels = code_points(rules.vowels);
    if (letters.size() < rules.shortest_word) return false;
    // A long word is hardly an acronym: of names and foreign words more is possible.
    const bool is_long = letters.size() > 5;
    std::size_t consonants = 0;
    std::size_t vowel_run = 0;
    std::size_t vowels_seen = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool vowel = vowels.find(letters[i]) != std::u32string::npos;
        consonants = vowel ? 0 : consonants + 1;
        vowel_run = vowel ? vowel_run + 1 : 0;
        vowels_seen += vowel ? 1 : 0;
        const std::size_t most = rules.most_consonants + (is_long ? 2 : 0);
        if (consonants > most || vowel_run > rules.most_vowels) return false;
        // Two equal consonants open no word.
        if (i == 1 && consonants == 2 && letters[0] == letters[1]) return false;
    }
    return vowels_seen > 0 && (is_long || has_usual_ends(letters, vowels, rules));
}

std::string spell_letters(std::string_view word, const WordList* names) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const char32_t letter = next_char(word, at);
        if (is_space(letter) || letter == U'.' || letter == U'-') continue;
        if (!out.empty()) out += ' ';
        const std::string_view written = word.substr(begin, at - begin);
        const WordForms* name = names == nullptr ? nullptr : names->find(written);
        out += name == nullptr ? written : std::string_view(name->said);
    }
    return out;
}

const WordList* letter_names(const SayRules& rules) {
    const auto found = rules.words.find("letter");
    return found == rules.words.end() ? nullptr : &found->second;
}

}  // namespace declaim
