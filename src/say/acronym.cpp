#include "say/acronym.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace declaim {
namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += next_char(text, at);
    return out;
}

/// Whether the pair of letters is one of consonants that no word has there.
bool is_strange(std::u32string_view pair, const std::u32string& vowels,
                const std::set<std::string>& known) {
    if (known.empty() || pair.find_first_of(vowels) != std::u32string_view::npos) return false;
    std::string letters;
    for (const char32_t c : pair) append_char(letters, c);
    return !known.contains(letters);
}

}  // namespace

bool can_be_spoken(std::string_view capitals, const AcronymRules& rules) {
    const std::u32string letters = code_points(fold_case(capitals));
    const std::u32string vowels = code_points(rules.vowels);
    if (letters.size() < rules.shortest_word) return false;
    const std::u32string_view view = letters;
    if (is_strange(view.substr(0, 2), vowels, rules.openings) ||
        is_strange(view.substr(view.size() - 2), vowels, rules.endings))
        return false;
    std::size_t consonants = 0;
    std::size_t vowel_run = 0;
    std::size_t vowels_seen = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool vowel = vowels.find(letters[i]) != std::u32string::npos;
        consonants = vowel ? 0 : consonants + 1;
        vowel_run = vowel ? vowel_run + 1 : 0;
        vowels_seen += vowel ? 1 : 0;
        if (consonants > rules.most_consonants || vowel_run > rules.most_vowels) return false;
        // Two equal consonants open no word.
        if (i == 1 && consonants == 2 && letters[0] == letters[1]) return false;
    }
    return vowels_seen > 0;
}

std::string spell_letters(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const char32_t letter = next_char(word, at);
        if (is_space(letter) || letter == U'.' || letter == U'-') continue;
        if (!out.empty()) out += ' ';
        out += word.substr(begin, at - begin);
    }
    return out;
}

}  // namespace declaim
