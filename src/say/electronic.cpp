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
    return can_be_spoken(name, lenient) ? std::string(name)
                                        : spell_letters(name, letter_names(rules));
}

}  // namespace

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
        if (!out.empty()) out += ' ';
        if (known != nullptr)
            out += known->said;
        else if (sort == Sort::digit)
            out += rules.numbers.digits(part);
        else if (sort == Sort::letter)
            out += say_name(part, rules);
    }
    return out;
}

}  // namespace declaim
