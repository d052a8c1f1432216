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

}  // namespace

bool can_be_spoken(std::string_view capitals, const AcronymRules& rules) {
    const std::u32string letters = code_points(fold_case(capitals));
    const std::u32string vowels = code_points(rules.vowels);
    if (letters.size() < rules.shortest_word) return false;
    std::size_t consonants = 0;
    std::size_t vowel_run = 0;
    std::size_t vowels_seen = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool vowel = vowels.find(letters[i]) != std::u32string::npos;
        consonants = vowel ? 0 : consonants + 1;
        vowel_run = vowel ? vowel_run + 1 : 0;
        vowels_seen += vowel ? 1 : 0;
        if (consonants > rules.most_consonants || vowel_run > 2) return false;
        // Two equal consonants open no word.
        if (i == 1 && consonants == 2 && letters[0] == letters[1]) return false;
    }
    return vowels_seen > 0;
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
