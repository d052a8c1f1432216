#include "text/persons.hpp"

#include <algorithm>
#include <array>

#include "text/directions.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMostCapitals = 4;  // words of a name
constexpr std::size_t kMostOffice = 7;    // words of an office before a name

using Words = std::vector<Word>;

std::string_view gap(std::string_view text, const Words& words, std::size_t at) {
    return text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
}

bool is_initial(const Word& word, std::string_view text) {
    return word.caps && characters(word.folded) == 1 && word.end < text.size() &&
           text[word.end] == '.';
}

bool is_particle(const Words& words, std::size_t at, const Rules& rules) {
    return rules.furniture.particles.match(words, at) != 0;
}

/// "Eröffnung der Schau": a German article is a particle only in "von der".
bool is_article(const Words& words, std::size_t at, const Rules& rules) {
    if (language_subtag(rules.language) != "de") return false;
    return (words[at].folded == "der" || words[at].folded == "den") &&
           !is_particle(words, at - 1, rules);
}

/// Whether a word stands in sentences, titles or menus rather than in a name.
bool is_common(const Words& words, std::size_t at, std::string_view text, const Rules& rules) {
    if (is_initial(words[at], text)) return false;
    const bool apostrophe = at > 0 && characters(words[at].folded) == 1 &&
                            words[at].end < text.size() &&
                            (text[words[at].end] == '\'' || text.substr(words[at].end, 3) == "’");
    if (apostrophe && words[at].capital) return false;  // "N'Guessan"
    return rules.function_words.match(words, at) != 0 ||
           rules.address.sentence_words.match(words, at) != 0 ||
           rules.furniture.genres.match(words, at) != 0 ||
           rules.furniture.occasions.match(words, at) != 0 ||
           rules.furniture.events.match(words, at) != 0 ||
           rules.declared.institutions.match(words, at) != 0;
}

bool joins_names(std::string_view between, bool after_initial) {
    return between == " " || between == "-" || between == "‑" || between == "'" || between == "’" ||
           (after_initial && (between == ". " || between == "."));
}

/// The end, in words, of the name that word `at` begins; `at` for none.
std::size_t end_of_name(std::string_view text, const Words& words, std::size_t at,
                        const Rules& rules, std::size_t& capitals) {
    std::size_t end = at;
    capitals = 0;
    for (std::size_t i = at; i < words.size(); ++i) {
        if (i > at) {
            const std::string_view between = gap(text, words, i);
            const bool genitive = (between == "'" || between == "’") && words[i].folded == "s";
            if (genitive || !joins_names(between, is_initial(words[i - 1], text))) break;
        }
        if (!words[i].letter) break;
        const bool particle = i > at && is_particle(words, i, rules);
        if (particle && is_article(words, i, rules)) break;
        if (particle && (!words[i].capital || words[i].caps)) continue;
        if (!words[i].capital) break;
        if (is_common(words, i, text, rules)) break;
        if (rules.fields.suffixes.match(words, i) != 0 && i > at && words[i].caps) break;
        const bool joined = i > at && gap(text, words, i) != " " && !is_initial(words[i - 1], text);
        if (!joined) ++capitals;
        end = i + 1;
    }
    return end;
}

/// The words of forms of address and offices from `at` on; `office` where one of them is an office.
std::size_t skip_titles(const Words& words, std::size_t at, const Rules& rules, bool& office) {
    for (;;) {
        if (at >= words.size()) return at;
        std::size_t style =
            words[at].capital ? rules.declared.styles.match(words, at) : std::size_t{0};
        if (rules.function_words.match(words, at) >= style) style = 0;  // "The", "He"
        const std::size_t role = rules.furniture.roles.match(words, at);
        if (style == 0 && role == 0) return at;
        office = office || (role > 0 && role >= style);
        at += std::max(style, role);
    }
}

/// "Education Secretary", "Regional Development Minister": the words before the office.
std::size_t skip_branch(std::string_view text, const Words& words, std::size_t at,
                        const Rules& rules, bool& office) {
    constexpr std::size_t kMost = 3;
    for (std::size_t i = at + 1; i < words.size() && i <= at + kMost; ++i) {
        if (!words[i - 1].capital || !words[i].capital || gap(text, words, i) != " ") return at;
        if (rules.function_words.match(words, i - 1) != 0 ||
            rules.furniture.genres.match(words, i - 1) != 0)
            return at;
        if (rules.furniture.roles.match(words, i) == 0) continue;
        return skip_titles(words, i, rules, office);
    }
    return at;
}

/// "Health Jane Doe" behind "Minister of", "культуры Н. А. Иванова" behind "Министр": where the name
/// begins. An office may be of several words; the last two capitals are the name.
std::size_t skip_field_of_office(std::string_view text, const Words& words, std::size_t at,
                                 const Rules& rules) {
    std::size_t i = at;
    while (i < words.size() && i < at + kMostOffice && words[i].letter && !words[i].capital &&
           (i == at || gap(text, words, i) == " ") &&
           rules.furniture.occasions.match(words, i) == 0)
        ++i;
    if (i < words.size() && rules.furniture.occasions.match(words, i) != 0 && !words[i].capital)
        return words.size();
    const bool linked = i > at && rules.function_words.match(words, at) != 0;
    if (i >= words.size() || !words[i].capital || !linked) return i;
    std::size_t capitals = 0;
    const std::size_t end = end_of_name(text, words, i, rules, capitals);
    if (capitals < 3) return i;
    std::size_t begin = end;
    for (std::size_t kept = 0; begin > i && kept < 2; --begin)
        if (words[begin - 1].capital && !is_initial(words[begin - 1], text) &&
            (begin - 1 == i || gap(text, words, begin - 1) != "-"))
            ++kept;
    return begin;
}

/// Behind an office and a comma: "Minister of Finance, Jane Doe".
std::size_t behind_comma(std::string_view text, const Words& words, std::size_t at) {
    for (std::size_t i = at; i < words.size() && i < at + kMostOffice + 2; ++i)
        if (i > 0 && gap(text, words, i) == ", ") return i;
    return words.size();
}

std::optional<Person> name_from(std::string_view text, const Words& words, std::size_t at,
                                const Rules& rules) {
    bool office = false;
    at = skip_titles(words, at, rules, office);
    if (at >= words.size() || !words[at].capital) return std::nullopt;
    std::size_t capitals = 0;
    const std::size_t end = end_of_name(text, words, at, rules, capitals);
    if (capitals < 2 || capitals > kMostCapitals) return std::nullopt;
    const std::string_view name =
        text.substr(words[at].begin, words[end - 1].end - words[at].begin);
    if (end < words.size() && words[end].capital && gap(text, words, end) == " " &&
        !is_all_caps(text) && rules.fields.suffixes.match(words, end) == 0)
        return std::nullopt;  // "Jane Doe Speech Archive"
    Person person{std::string(name), false, words[at].begin, words[end - 1].end};
    while (person.end < text.size() && text[person.end] == '.') ++person.end;
    return person;
}

bool office_follows(std::string_view text, std::size_t end, const Rules& rules) {
    const std::string_view rest = text.substr(end);
    if (rest.substr(0, 2) != ", " && rest.substr(0, 2) != " (") return false;
    const Words words = words_of(rest.substr(2));
    for (std::size_t i = 0; i < words.size() && i < 4; ++i)
        if (rules.furniture.roles.match(words, i) != 0) return true;
    return false;
}

bool has_cases(const Rules& rules) {
    static constexpr std::array<std::string_view, 12> kCases{"pl", "ru", "cs", "sk", "uk", "be",
                                                             "sr", "hr", "sl", "bg", "lt", "lv"};
    const std::string language = language_subtag(rules.language);
    return std::find(kCases.begin(), kCases.end(), language) != kCases.end();
}

/// "Иванов" and "Ивановой", "Nowak" and "Nowaka".
bool same_stem(const std::string& a, const std::string& b) {
    constexpr std::size_t kShortest = 3;  // characters
    constexpr std::size_t kEnding = 3;
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
    while (same > 0 && same < a.size() && (static_cast<unsigned char>(a[same]) & 0xC0U) == 0x80U)
        --same;
    return characters(a.substr(0, same)) >= kShortest && characters(a.substr(same)) <= kEnding &&
           characters(b.substr(same)) <= kEnding;
}

bool same_word(const std::string& a, const std::string& b, bool cases) {
    if (a == b) return true;
    const std::string& shorter = a.size() < b.size() ? a : b;
    const std::string& longer = a.size() < b.size() ? b : a;
    if (characters(shorter) == 1) return longer.compare(0, shorter.size(), shorter) == 0;
    return cases && same_stem(a, b);
}

}  // namespace

std::optional<Person> person_at(std::string_view text, const Rules& rules) {
    const Words words = words_of(text);
    if (words.empty()) return std::nullopt;
    std::size_t at = 0;
    bool office = false;
    std::size_t titles = skip_titles(words, at, rules, office);
    if (titles == 0) {
        at = rules.function_words.match(words, 0);
        titles = skip_titles(words, at, rules, office);
    }
    if (titles == at) titles = skip_branch(text, words, at, rules, office);
    if (at > 0 && titles == at) return std::nullopt;  // "the Jane Doe Centre"
    std::optional<Person> found = name_from(text, words, titles, rules);
    if (!found && office)
        found = name_from(text, words, skip_field_of_office(text, words, titles, rules), rules);
    if (!found && office) found = name_from(text, words, behind_comma(text, words, titles), rules);
    if (!found) return std::nullopt;
    found->titled = titles > at || office_follows(text, found->end, rules);
    return found;
}

std::optional<Person> person_behind_genre(std::string_view text, const Rules& rules,
                                          bool& oblique) {
    constexpr std::size_t kAdjectives = 3;
    const Words words = words_of(text);
    oblique = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t genre = rules.furniture.genres.match(words, i);
        if (genre == 0) continue;
        const std::size_t behind = i + genre;
        for (std::size_t at = behind; at < words.size() && at <= behind + kAdjectives; ++at) {
            if (gap(text, words, at).find_first_of(",;:") != std::string_view::npos) break;
            const std::size_t opener = rules.furniture.bylines.match(words, at);
            if (opener != 0 && at + opener < words.size()) {
                if (auto person = person_at(text.substr(words[at + opener].begin), rules)) {
                    person->begin += words[at + opener].begin;
                    person->end += words[at + opener].begin;
                    return person;
                }
                break;
            }
            if (words[at].capital || !words[at].letter) break;
            if (rules.function_words.match(words, at) != 0) break;
        }
        if (!has_cases(rules) || behind >= words.size()) continue;
        if (auto person = person_at(text.substr(words[behind].begin), rules)) {
            person->begin += words[behind].begin;
            person->end += words[behind].begin;
            oblique = true;
            return person;
        }
    }
    return std::nullopt;
}

std::string without_honours(std::string_view name, const Rules& rules) {
    const Words words = words_of(name);
    std::size_t first = 0;
    bool office = false;
    const std::size_t titles = skip_titles(words, 0, rules, office);
    if (!office && titles + 2 <= words.size()) first = titles;
    std::size_t last = words.size();
    while (last > first + 2 && words[last - 1].caps && !is_all_caps(name) &&
           rules.fields.suffixes.match(words, last - 1) != 0)
        --last;
    if (first == 0 && last == words.size()) return std::string(name);
    return std::string(name.substr(words[first].begin, words[last - 1].end - words[first].begin));
}

bool may_be_name(std::string_view name, const Rules& rules) {
    const Words words = words_of(name);
    if (words.empty()) return false;
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && is_particle(words, i, rules)) continue;
        if (is_common(words, i, name, rules)) return false;
        if (i == 0 || gap(name, words, i) == " ") ++capitals;
    }
    return capitals <= kMostCapitals + 1;
}

bool same_person(std::string_view a, std::string_view b, const Rules& rules) {
    Words x = words_of(a);
    Words y = words_of(b);
    if (x.size() < y.size()) std::swap(x, y);
    if (y.empty()) return false;
    const bool cases = has_cases(rules);
    if (!same_word(x.back().folded, y.back().folded, cases)) return false;
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < y.size(); ++i) {
        while (at + 1 < x.size() && !same_word(x[at].folded, y[i].folded, cases)) ++at;
        if (at + 1 >= x.size()) return false;
        ++at;
    }
    return characters(y.back().folded) > 1;
}

}  // namespace declaim
