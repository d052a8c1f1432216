#include "text/role_beside.hpp"

#include "text/directions.hpp"
#include "text/person_lines.hpp"

namespace declaim {
namespace {

/// Without forms of address before an office, and what parts it from the name. Nothing where no
/// office is left.
std::optional<std::string> office_in(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    std::size_t first = 0;
    std::size_t last = words.size();
    for (std::size_t used = 1; used != 0 && first < last; first += used)
        used = rules.declared.styles.match(words, first);
    // "President of the Republic His Excellency" Jane Doe
    for (std::size_t i = first; i < last; ++i)
        if (const std::size_t used = rules.declared.styles.match(words, i);
            i + used == last && used > 0)
            last = i;
    if (first >= last || last - first > 12 || !words[first].capital) return std::nullopt;
    bool role = false;
    for (std::size_t i = first; i < last; ++i)
        role = role || rules.furniture.roles.match(words, i) != 0;
    const std::string_view office =
        text.substr(words[first].begin, words[last - 1].end - words[first].begin);
    const bool broken = office.find_first_of(":;\"“|(") != std::string_view::npos;
    if (!role || broken || has_sentence_word(words_of(office), rules)) return std::nullopt;
    return std::string(office);
}

/// Whether all words but those like "of the" have capitals.
bool is_capitalised(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!words[i].capital && rules.function_words.match(words, i) == 0) return false;
    return true;
}

/// The end of the office that begins a text: a comma, a bracket, or the words of an occasion.
std::string_view until_occasion(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view gap =
            text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
        const bool parted = gap.find_first_of(",;(") != std::string_view::npos;
        const bool occasion = !words[i].capital && rules.furniture.occasions.match(words, i) > 1;
        if (parted || occasion) return text.substr(0, words[i - 1].end);
    }
    return text;
}

}  // namespace

std::optional<std::string> role_beside(std::string_view line, std::string_view name,
                                       const Rules& rules) {
    const std::size_t at = line.find(name);
    if (name.empty() || at == std::string_view::npos) return std::nullopt;
    std::string_view before = line.substr(0, at);
    const std::vector<Word> words = words_of(before);
    const std::size_t genre = rules.furniture.genres.match(words, 0);
    const std::size_t opener = rules.furniture.bylines.match(words, genre);
    if (genre + opener < words.size())
        before.remove_prefix(words[genre + opener].begin);
    else
        before = {};
    const bool introduced = opener > 0 || (genre == 0 && is_capitalised(before, rules));
    if (const auto office = introduced ? office_in(before, rules) : std::nullopt) return office;
    std::string_view after = line.substr(at + name.size());
    if (after.substr(0, 2) != ", ") return std::nullopt;
    after = until_occasion(after.substr(2), rules);
    return is_office(after, rules) ? office_in(after, rules) : std::nullopt;
}

}  // namespace declaim
