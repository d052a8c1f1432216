#include "text/names.hpp"

#include <algorithm>
#include <map>

#include "text/directions.hpp"
#include "text/list_marks.hpp"

namespace declaim {
namespace {

constexpr std::size_t kLongestName = 6;  // words

std::string_view between(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

/// "C" of "C.B." and "J" of "J. F.".
bool is_initial(const Word& word, std::string_view text) {
    return word.caps && characters(word.folded) == 1 && word.end < text.size() &&
           text[word.end] == '.';
}

/// Reads a name: capitalised words, initials and particles from word `at` on.
struct NameScan {
    std::size_t end = 0;  // behind the last word of the name
    std::size_t capitals = 0;
};

/// No name begins with such a word: "of", "on the"; "DE" only where it may be the "de" of an
/// office.
bool never_begins(const std::vector<Word>& words, std::size_t at, std::string_view text,
                  const Rules& rules) {
    if (is_initial(words[at], text)) return false;
    const bool particle = rules.furniture.particles.match(words, at) != 0;
    if (particle) return words[at].caps && is_all_caps(text);
    return rules.function_words.match(words, at) != 0 ||
           rules.address.sentence_words.match(words, at) != 0;
}

/// In a line of capitals the words that part phrases look like those of a name: "DOE ON BREAD". A
/// particle is one only between the first name and the next: "ANA DA SILVA", "ANA LIMA DA COSTA".
bool ends_caps_name(const std::vector<Word>& words, std::size_t at, std::string_view text,
                    const Rules& rules, std::size_t capitals) {
    if (!words[at].caps || is_initial(words[at], text) || !is_all_caps(text)) return false;
    if (rules.furniture.particles.match(words, at) != 0) return capitals != 1;
    return rules.function_words.match(words, at) != 0;
}

/// "Minister of" behind a name; King alone is a name too.
bool begins_office(const std::vector<Word>& words, std::size_t at, const Rules& rules) {
    const std::size_t role = rules.furniture.roles.match(words, at);
    return role != 0 && at + role < words.size() &&
           rules.function_words.match(words, at + role) != 0;
}

NameScan scan_name(std::string_view text, const std::vector<Word>& words, std::size_t at,
                   const Rules& rules) {
    NameScan scan{at, 0};
    if (at < words.size() && never_begins(words, at, text, rules)) return scan;
    for (std::size_t i = at; i < words.size() && i < at + kLongestName; ++i) {
        if (i > at) {
            const std::string_view gap = between(text, words[i - 1].end, words[i].begin);
            const bool after_initial =
                is_initial(words[i - 1], text) && (gap == ". " || gap == ".");
            // An "s" after an apostrophe is a genitive.
            if ((gap == "'" || gap == "’") && words[i].folded == "s") break;
            if (gap != " " && gap != "-" && gap != "'" && gap != "’" && !after_initial) break;
        }
        const bool particle = i > at && rules.furniture.particles.match(words, i) != 0;
        if (!words[i].letter || (!words[i].capital && !particle)) break;
        if (i > at && begins_office(words, i, rules)) break;
        if (i > at && ends_caps_name(words, i, text, rules, scan.capitals)) break;
        if (!words[i].capital || (particle && words[i].caps)) continue;
        const bool hyphen = i > at && between(text, words[i - 1].end, words[i].begin) == "-";
        if (!hyphen) ++scan.capitals;  // "Saint-Petersburg" is one word
        scan.end = i + 1;
    }
    return scan;
}

/// The end of the part of a text between commas that word `at` begins.
std::size_t segment_end(std::string_view text, const std::vector<Word>& words, std::size_t at) {
    for (std::size_t i = at + 1; i < words.size(); ++i)
        if (between(text, words[i - 1].end, words[i].begin).find_first_of(",;(") !=
            std::string_view::npos)
            return i;
    return words.size();
}

/// The name in the words [at, end): what stands behind a role, or all of it where no role is.
std::optional<NameScan> name_in_segment(std::string_view text, const std::vector<Word>& words,
                                        std::size_t at, std::size_t end, const Rules& rules,
                                        bool& role, std::size_t& begin) {
    bool role_here = false;
    for (std::size_t i = at; i < end;) {
        const std::size_t used = rules.furniture.roles.match(words, i);
        i += std::max<std::size_t>(used, 1);
        if (used == 0) continue;
        role = role_here = true;
        // "Министра культуры Н.А.Ивановой": the office goes on in lower case.
        const std::size_t office = i;
        while (i < end && i < office + 3 && words[i].letter && !words[i].capital &&
               rules.function_words.match(words, i) == 0)
            ++i;
        if (i >= end || rules.furniture.roles.match(words, i) != 0) continue;
        if (i > office && !is_initial(words[i], text)) i = office;
        const NameScan scan = scan_name(text, words, i, rules);
        begin = i;
        if (scan.capitals >= 1) return scan;
    }
    const NameScan scan = scan_name(text, words, at, rules);
    begin = at;
    if (!role_here && scan.capitals >= 2) return scan;
    return std::nullopt;
}

/// The name in words such as "Secretary General, Jaap Smith" or "Jaap Smith, Secretary General".
std::optional<std::string> name_from(std::string_view text, const Rules& rules, bool role_needed) {
    const std::vector<Word> words = words_of(text);
    bool role = false;
    bool occasion = false;  // named in an earlier part
    for (std::size_t at = 0, end = 0; at < words.size(); at = end) {
        end = segment_end(text, words, at);
        std::size_t begin = at;
        const bool had_role = role;
        const auto scan = name_in_segment(text, words, at, end, rules, role, begin);
        // "Speech by the Minister at the opening, New York, 3 May": a place.
        const bool place =
            occasion && role == had_role && (end == words.size() || !words[end].letter);
        for (std::size_t i = at; i < end; ++i)
            occasion = occasion || (i > 0 && rules.furniture.occasions.match(words, i) != 0);
        if (scan && !place && (role || !role_needed))
            return std::string(between(text, words[begin].begin, words[scan->end - 1].end));
    }
    return std::nullopt;
}

/// Without the words at the end that belong to what follows: "Guildhall on" Monday.
std::string_view without_tail(std::string_view text, const Rules& rules, const DateReader& dates) {
    const std::vector<Word> words = words_of(text);
    std::size_t count = words.size();
    const auto loose = [&](std::size_t i) {
        return dates.is_weekday(words[i].folded) ||
               (rules.function_words.match(words, i) != 0 && !is_initial(words[i], text) &&
                (!words[i].capital || is_all_caps(text)));
    };
    while (count > 0 && loose(count - 1)) --count;
    if (count == 0) return {};
    if (count < words.size()) return text.substr(0, words[count - 1].end);
    return text.substr(0, text.find_last_not_of(" ,.-(") + 1);
}

/// Words with a capital are names: the "São" of "Teatro São Bento".
bool reads_as_sentence(std::string_view text, const Rules& rules) {
    std::vector<Word> words = words_of(text);
    if (!is_all_caps(text))
        words.erase(std::remove_if(words.begin(), words.end(),
                                   [](const Word& word) { return word.capital; }),
                    words.end());
    return has_sentence_word(words, rules);
}

std::size_t skip_genre(const std::vector<Word>& words, const Rules& rules) {
    return rules.furniture.genres.match(words, 0);
}

}  // namespace

std::optional<std::string> name_after_opener(std::string_view line, const Rules& rules) {
    const std::vector<Word> words = words_of(line);
    const std::size_t opener = rules.furniture.bylines.match(words, 0);
    if (opener == 0 || opener >= words.size()) return std::nullopt;
    return name_from(line.substr(words[opener].begin), rules, false);
}

std::optional<std::string> name_in_title(std::string_view title, const Rules& rules) {
    const std::vector<Word> words = words_of(title);
    const std::size_t genre = skip_genre(words, rules);
    const std::size_t opener = genre == 0 ? 0 : rules.furniture.bylines.match(words, genre);
    if (opener != 0 && genre + opener < words.size())
        return name_from(title.substr(words[genre + opener].begin), rules, false);
    // "NATO Secretary General Jaap Smith visits …": a role near the head, maybe of a body.
    for (std::size_t i = genre; i < words.size() && i < genre + 3; ++i)
        if (rules.furniture.roles.match(words, i) != 0)
            return name_from(title.substr(words[i].begin), rules, true);
    return std::nullopt;
}

std::optional<std::string> occasion_in(std::string_view line, const Rules& rules,
                                       const DateReader& dates) {
    const std::vector<Word> words = words_of(line);
    const bool caps = is_all_caps(line);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t used = rules.furniture.occasions.match(words, i);
        if (used == 0 || i + used >= words.size()) continue;
        if (words[i].capital && i > 0 && !caps && used < 2) continue;
        std::size_t end = line.size();
        for (const DateMention& mention : dates.find(line))
            if (mention.where.begin > words[i].begin) end = std::min(end, mention.where.begin);
        const std::size_t begin = words[i + used].begin;
        end = std::min({end, line.find(',', begin), line.find(" - ", begin)});
        if (end <= begin) continue;
        const std::string_view name = without_tail(line.substr(begin, end - begin), rules, dates);
        if (name.find(':') != std::string_view::npos) continue;
        if (name.empty() || reads_as_sentence(name, rules)) continue;
        return std::string(name);
    }
    return std::nullopt;
}

std::optional<std::string> name_in_labels(const std::vector<Block>& blocks, const Rules& rules) {
    std::map<std::string, std::size_t> spoken;  // bytes under each label
    std::size_t all = 0;
    std::string label;
    for (const Block& block : blocks) {
        if (block.kind == BlockKind::speaker_label)
            label = block.text;
        else if (is_spoken(block.kind)) {
            spoken[label] += block.text.size();
            all += block.text.size();
        }
    }
    for (const auto& [text, bytes] : spoken) {
        if (text.empty() || bytes * 10 < all * 8) continue;
        const std::string_view name = std::string_view(text).substr(0, text.find(':'));
        const std::optional<std::string> found = name_from(name, rules, false);
        if (found && words_of(*found).size() >= 2) return found;
    }
    return std::nullopt;
}

bool is_place_name(std::string_view line, const Rules& rules) {
    const std::vector<Word> words = words_of(line);
    if (words.empty() || words.size() > 5 || ends_sentence(line)) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (rules.furniture.roles.match(words, i) != 0) return false;
        if (rules.furniture.genres.match(words, i) != 0) return false;
        const bool particle = rules.furniture.particles.match(words, i) != 0;
        if (!words[i].letter || (!words[i].capital && !particle)) return false;
    }
    return true;
}

std::optional<std::string> place_beside_date(std::string_view line, const Rules& rules,
                                             const DateReader& dates) {
    const std::vector<DateMention> mentions = dates.find(line);
    if (mentions.empty()) return std::nullopt;
    const auto trim = [&](std::string_view text) {
        std::vector<Word> words = words_of(text);
        std::size_t begin = 0;
        std::size_t end = words.size();
        const auto beside = [&](std::size_t i) {
            return rules.furniture.date_words.match(words, i) != 0 ||
                   dates.is_weekday(words[i].folded);
        };
        while (end > begin && beside(end - 1)) --end;
        while (begin < end && beside(begin)) ++begin;
        return begin == end ? std::string_view()
                            : between(text, words[begin].begin, words[end - 1].end);
    };
    const std::string_view before = line.substr(0, mentions.front().where.begin);
    const std::string_view after = line.substr(mentions.back().where.end);
    // Only a part with a comma of its own: "…, New York, 3 May 2001" or "3 May 2001, New York".
    const std::size_t comma = before.substr(0, before.find_last_not_of(" ,")).rfind(',');
    const std::string_view left =
        trim(comma == std::string_view::npos ? before : before.substr(comma + 1));
    const std::string_view right = trim(after.substr(0, after.find_first_of(".(")));
    const bool joined = first_visible(after) == U',';
    if (joined && is_place_name(right, rules)) return std::string(right);
    if (is_place_name(left, rules)) return std::string(left);
    return std::nullopt;
}

std::string trim_title(std::string_view title, const DateReader& dates) {
    std::size_t end = title.size();
    for (const DateMention& mention : dates.find(title))
        if (mention.where.end == title.size() && mention.where.begin > 0 &&
            title.substr(0, mention.where.begin).find_last_not_of(' ') != std::string_view::npos &&
            ends_sentence(title.substr(0, mention.where.begin)))
            end = mention.where.begin;
    std::string out = fold_spaces(title.substr(0, end));
    for (const auto& [open, close] : {std::pair{"“", "”"}, {"«", "»"}, {"„", "“"}})
        if (out.find(open) == 0 && out.size() > 6 &&
            std::string_view(out).substr(out.size() - std::string_view(close).size()) == close)
            out = fold_spaces(std::string_view(out).substr(
                std::string_view(open).size(),
                out.size() - std::string_view(open).size() - std::string_view(close).size()));
    if (out.size() > 2 && out.front() == '"' && out.back() == '"')
        out = out.substr(1, out.size() - 2);
    return out;
}

bool starts_list(std::string_view line) {
    const char32_t c = first_visible(line);
    return (c >= U'0' && c <= U'9') || bullet_end(line) != 0;
}

}  // namespace declaim
