#include "say/formats.hpp"

#include <array>
#include <map>

#include "base/unicode.hpp"
#include "say/acronym.hpp"
#include "say/electronic.hpp"
#include "say/roman.hpp"
#include "say/rules.hpp"
#include "say/verbalise.hpp"

namespace declaim {
namespace {

using Said = std::optional<std::string>;
using Format = Said (*)(const ReadingFormat&, const FormatInput&);

std::string argument(const ReadingFormat& format, std::size_t at) {
    return at < format.arguments.size() ? format.arguments[at] : "";
}

const WordForms* word_in(const std::string& slot, const FormatInput& input) {
    const auto found = input.match.slots.find(slot);
    const auto list = input.rules.words.find(slot_type(slot));
    if (found == input.match.slots.end() || list == input.rules.words.end()) return nullptr;
    return list->second.find(found->second);
}

Said form(const WordForms& word, const std::string& name) {
    const auto found = word.forms.find(name);
    if (found == word.forms.end()) return std::nullopt;
    return found->second;
}

/// The name of a spelling in the gender of a slot's word, or in a gender given, where there is one.
std::string in_gender(const std::string& name, const std::string& slot, const FormatInput& input) {
    const WordForms* word = slot.empty() ? nullptr : word_in(slot, input);
    const Said gender = word == nullptr ? Said(slot) : form(*word, "gender");
    if (gender && input.rules.numbers.knows(name + "_" + *gender)) return name + "_" + *gender;
    return name;
}

Said say_number(const ReadingFormat& format, const FormatInput& input) {
    const std::string base = argument(format, 1).empty() ? "" : "_" + argument(format, 1);
    return input.rules.numbers.decimal(input.text,
                                       in_gender("cardinal" + base, argument(format, 0), input));
}

Said say_digits(const ReadingFormat&, const FormatInput& input) {
    return input.rules.numbers.digits(input.text);
}

Said say_groups(const ReadingFormat&, const FormatInput& input) {
    return input.rules.numbers.groups(input.text);
}

Said say_pairs(const ReadingFormat&, const FormatInput& input) {
    return input.rules.numbers.pairs(input.text);
}

Said say_letters(const ReadingFormat&, const FormatInput& input) {
    return spell_letters(input.text, letter_names(input.rules));
}

Said say_roman(const ReadingFormat&, const FormatInput& input) {
    const auto value = roman_value(input.text);
    if (!value) return std::nullopt;
    return std::to_string(*value);
}

Said say_plural(const ReadingFormat& format, const FormatInput& input) {
    if (input.word == nullptr) return input.text;
    const auto number = input.match.slots.find(argument(format, 0));
    const std::string category =
        number == input.match.slots.end() ? "other" : input.rules.numbers.plural(number->second);
    const std::string special = argument(format, 1);
    if (!special.empty())
        if (const Said said = form(*input.word, special + "_" + category)) return said;
    if (const Said said = form(*input.word, category)) return said;
    if (const Said said = form(*input.word, "other"); said && category != "one") return said;
    return input.word->said;
}

Said say_form(const ReadingFormat& format, const FormatInput& input) {
    if (input.word == nullptr) return input.text;
    return form(*input.word, argument(format, 0)).value_or(input.word->said);
}

Said say_lower(const ReadingFormat&, const FormatInput& input) { return fold_case(input.text); }

Said say_acronym(const ReadingFormat&, const FormatInput& input) {
    const std::string small = fold_case(input.text);
    if (input.context.words.contains(small)) return small;
    if (can_be_spoken(input.text, input.rules.acronyms)) return small;
    return spell_letters(input.text, letter_names(input.rules));
}

Said say_electronic(const ReadingFormat&, const FormatInput& input) {
    return say_address(input.text, input.rules);
}

const std::map<std::string, Format, std::less<>>& formats() {
    static const std::map<std::string, Format, std::less<>> all{
        {"number", say_number},        {"digits", say_digits},
        {"groups", say_groups},        {"pairs", say_pairs},
        {"letters", say_letters},      {"roman", say_roman},
        {"plural", say_plural},        {"form", say_form},
        {"lower", say_lower},          {"acronym", say_acronym},
        {"electronic", say_electronic}};
    return all;
}

}  // namespace

std::optional<std::string> apply_format(const ReadingFormat& format, const FormatInput& input) {
    if (const auto found = formats().find(format.name); found != formats().end())
        return found->second(format, input);
    return input.rules.numbers.spell(input.text,
                                     in_gender(format.name, argument(format, 0), input));
}

bool is_format(const std::string& name, const SayRules& rules) {
    return formats().contains(name) || rules.numbers.knows(name);
}

}  // namespace declaim
