#include "text/person_lines.hpp"

#include <algorithm>
#include <vector>

#include "text/directions.hpp"

namespace declaim {
namespace {

std::string_view gap_before(std::string_view text, const std::vector<Word>& words, std::size_t at) {
    return text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
}

/// Two to four capitalised words, none of them of phrases, genres or offices.
bool is_name(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    if (words.size() < 2 || words.size() > 4 || words.back().end != text.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool particle = i > 0 && rules.furniture.particles.match(words, i) != 0;
        if (!words[i].letter || (!words[i].capital && !particle)) return false;
        if (i > 0) {
            const std::string_view gap = gap_before(text, words, i);
            if (gap != " " && gap != "-" && gap != ". " && gap != "'" && gap != "’") return false;
        }
        if (particle) continue;
        if (rules.function_words.match(words, i) != 0 || rules.furniture.roles.match(words, i) != 0)
            return false;
        if (rules.furniture.genres.match(words, i) != 0 ||
            rules.furniture.navigation.match(words, i) != 0)
            return false;
    }
    return true;
}

/// "Jane DOE", as the institutions of Europe and the United Nations write names.
bool has_capital_surname(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    return words.size() > 1 && !words.front().caps && words.back().caps &&
           characters(words.back().folded) > 3;
}

}  // namespace

bool is_person_name(std::string_view line, const Rules& rules) { return is_name(line, rules); }

bool is_office(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    if (rules.furniture.roles.match(words, 0) == 0) return false;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (rules.function_words.match(words, i) != 0) return true;
    return false;
}

std::optional<std::string> name_line(std::string_view line, std::string_view below,
                                     const Rules& rules) {
    if (!is_name(line, rules)) return std::nullopt;
    const bool office = is_office(below, rules) || rules.furniture.roles.is(words_of(below));
    if (!has_capital_surname(line) && !office) return std::nullopt;
    return std::string(line);
}

std::optional<std::string> name_behind_role(std::string_view line, const Rules& rules) {
    const std::vector<Word> words = words_of(line);
    const std::size_t article = words.size() > 2 ? rules.function_words.match(words, 0) : 0;
    std::size_t at = article;
    for (std::size_t used = 1; used != 0 && at < words.size(); at += used)
        used = rules.furniture.roles.match(words, at);
    if (at == article || at >= words.size()) return std::nullopt;
    const std::string_view rest = line.substr(words[at].begin);
    return is_name(rest, rules) ? std::optional(std::string(rest)) : std::nullopt;
}

std::optional<std::string> name_behind_genre(std::string_view line, const Rules& rules) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    if (!rules.furniture.genres.is(words_of(line.substr(0, colon)))) return std::nullopt;
    const std::string_view rest = line.substr(colon + 2);
    const std::string_view name = rest.substr(0, rest.find(','));
    return is_name(name, rules) ? std::optional(std::string(name)) : std::nullopt;
}

std::optional<std::string> name_before_office(std::string_view line, const Rules& rules) {
    const std::size_t comma = line.find(", ");
    if (comma == std::string_view::npos || ends_sentence(line)) return std::nullopt;
    if (!is_name(line.substr(0, comma), rules) || !is_office(line.substr(comma + 2), rules))
        return std::nullopt;
    return std::string(line.substr(0, comma));
}

std::optional<std::string> name_in_genitive(std::string_view line, const Rules& rules) {
    const std::vector<Word> words = words_of(line);
    for (std::size_t i = 2; i + 1 < words.size(); ++i) {
        const std::string_view gap = gap_before(line, words, i);
        if (words[i].folded != "s" || (gap != "'" && gap != "’")) continue;
        bool speech = false;
        for (std::size_t g = i + 1; g < words.size(); ++g)
            speech = speech || rules.furniture.genres.match(words, g) == words.size() - g;
        // The longest run of words that is a name, up to the apostrophe.
        for (std::size_t first = i > 4 ? i - 4 : 0; speech && first + 1 < i; ++first) {
            const std::string_view name =
                line.substr(words[first].begin, words[i - 1].end - words[first].begin);
            if (is_name(name, rules)) return std::string(name);
        }
    }
    return std::nullopt;
}

bool names_a_menu(std::string_view line, const Rules& rules) {
    constexpr std::size_t kMost = 2;  // words behind the "and"
    const std::vector<Word> words = words_of(line);
    const std::size_t used = rules.furniture.genres.match(words, 0);
    if (used == 0 || used >= words.size() || words.size() > used + 1 + kMost) return false;
    return rules.furniture.ands.match(words, used) == 1;
}

bool is_path_or_number(std::string_view text) {
    for (const std::string_view sign : {" > ", " → ", " » ", " | ", " › "})
        if (text.find(sign) != std::string_view::npos) return true;
    const bool digits = text.find_first_of("0123456789") != std::string_view::npos;
    return digits && is_all_caps(text) && text.find(' ') == std::string_view::npos;
}

bool reads_like_title(std::string_view line, const Rules& rules) {
    const std::vector<Word> words = words_of(line);
    if (words.size() < 3 || is_all_caps(line) || is_office(line, rules)) return false;
    if (rules.furniture.genres.match(words, 0) != 0) return false;
    if (has_sentence_word(words, rules)) return true;
    return language_subtag(rules.language) == "en" && words[0].capital &&
           (rules.function_words.match(words, 0) != 0 ||
            line.find(" with ") != std::string_view::npos);
}

}  // namespace declaim
