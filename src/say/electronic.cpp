#include "say/electronic.hpp"

#include "base/unicode.hpp"
#include "say/acronym.hpp"
#include "say/rules.hpp"

namespace declaim {
namespace {

enum class Sort { letter, digit, sign };

Sort sort_of(char byte) {
    if (byte >= '0' && byte <= '9') return Sort::digit;
    const bool ascii_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return ascii_letter || !is_ascii(byte) ? Sort::letter : Sort::sign;
}

std::string say_name(std::string_view name, const SayRules& rules) {
    AcronymRules lenient = rules.acronyms;
    lenient.shortest_word = 3;
    lenient.most_consonants = 4;
    if (name.size() > lenient.shortest_word) {  // names come from all languages
        lenient.starts.clear();
        lenient.ends.clear();
    }
    return can_be_spoken(name, lenient) ? std::string(name)
                                        : spell_letters(name, letter_names(rules));
}

bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }

/// Where the part of a tag that begins at `begin` ends: a run of digits or capitals, or a word.
std::size_t part_end(std::string_view tag, std::size_t begin) {
    std::size_t at = begin + 1;
    const Sort sort = sort_of(tag[begin]);
    const auto same = [&](std::size_t i) { return i < tag.size() && sort_of(tag[i]) == sort; };
    if (sort != Sort::letter || !is_upper(tag[begin])) {
        while (same(at) && !is_upper(tag[at])) ++at;
        return at;
    }
    while (same(at) && is_upper(tag[at])) ++at;
    const bool word_follows = same(at);
    if (at > begin + 1 && word_follows) return at - 1;  // the "W" of "UNWeek"
    while (same(at) && !is_upper(tag[at])) ++at;
    return at;
}

}  // namespace

std::string say_tag(std::string_view tag, const SayRules& rules) {
    std::string out;
    for (std::size_t at = 0; at < tag.size();) {
        const std::size_t begin = at;
        at = part_end(tag, begin);
        const std::string_view part = tag.substr(begin, at - begin);
        const Sort sort = sort_of(part.front());
        if (sort == Sort::sign) continue;
        std::string words(part);
        const bool year = part.size() == 4 && rules.numbers.knows("year");
        if (sort == Sort::digit)
            words = rules.numbers.spell(part, year ? "year" : "cardinal")
                        .value_or(rules.numbers.digits(part));
        else if (part.size() > 1 && is_upper(part[1]) && !can_be_spoken(part, rules.acronyms))
            words = spell_letters(part);
        out += (out.empty() ? "" : " ") + words;
    }
    return out;
}

std::string say_address(std::string_view address, const SayRules& rules) {
    const auto list = rules.words.find("electronic");
    std::string out;
    for (std::size_t at = 0; at < address.size();) {
        const std::size_t begin = at;
        const Sort sort = sort_of(address[at]);
        do ++at;
        while (at < address.size() && sort != Sort::sign && sort_of(address[at]) == sort);
        const std::string_view part = address.substr(begin, at - begin);
        const WordForms* known = list == rules.words.end() ? nullptr : list->second.find(part);
        std::string words;
        if (known != nullptr)
            words = known->said;
        else if (sort == Sort::digit)
            words = rules.numbers.digits(part);
        else if (sort == Sort::letter)
            words = say_name(part, rules);
        if (!words.empty()) out += (out.empty() ? "" : " ") + words;
    }
    return out;
}

}  // namespace declaim
