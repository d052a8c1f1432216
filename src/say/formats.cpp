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

/// One by one, each as the list [words.digit] says: in codes "0" may be "oh".
std::string one_by_one(std::string_view digits, const SayRules& rules) {
    const auto list = rules.words.find("digit");
    if (list == rules.words.end()) return rules.numbers.digits(digits);
    std::string out;
    for (const char& byte : digits) {
        const WordForms* own = list->second.find({&byte, 1});
        const std::string words = own != nullptr ? own->said : rules.numbers.digits({&byte, 1});
        if (!words.empty()) out += (out.empty() ? "" : " ") + words;
    }
    return out;
}

Said say_digits(const ReadingFormat&, const FormatInput& input) {
    return one_by_one(input.text, input.rules);
}

Said say_groups(const ReadingFormat&, const FormatInput& input) {
    return input.rules.numbers.groups(input.text);
}

Said say_pairs(const ReadingFormat&, const FormatInput& input) {
    return input.rules.numbers.pairs(input.text);
}

/// Groups parted by a comma, which the voice takes as a short pause.
Said say_telephone(const ReadingFormat&, const FormatInput& input) {
    std::string out;
    std::string group;
    const auto flush = [&] {
        if (!group.empty()) out += (out.empty() ? "" : ", ") + one_by_one(group, input.rules);
        group.clear();
    };
    for (const char byte : input.text)
        if (byte >= '0' && byte <= '9')
            group += byte;
        else
            flush();
    flush();
    return out;
}

std::string say_short_number(const std::string& digits, const Numbers& numbers) {
    const bool plain = digits.size() <= 4 && (digits.size() == 1 || digits.front() != '0');
    auto words = !plain ? std::nullopt
                        : numbers.spell(digits, numbers.knows("paired") ? "paired" : "cardinal");
    return words ? *words : numbers.digits(digits);
}

Said say_serial(const ReadingFormat&, const FormatInput& input) {
    std::string out;
    std::string run;
    const auto flush = [&] {
        const bool digits = !run.empty() && run.front() >= '0' && run.front() <= '9';
        const std::string words = digits ? say_short_number(run, input.rules.numbers)
                                         : spell_letters(run, letter_names(input.rules));
        if (!words.empty()) out += (out.empty() ? "" : " ") + words;
        run.clear();
    };
    bool digits_before = false;
    for (const char byte : input.text) {
        const bool digit = byte >= '0' && byte <= '9';
        const bool parts = byte == '-' || byte == ' ' || byte == '/';
        if (digit != digits_before || parts) flush();
        digits_before = digit;
        if (!parts) run += byte;
    }
    flush();
    return out;
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
    // Small letters elsewhere make it a word in capitals, unless nobody can say it.
    const bool sayable = small.find_first_of(input.rules.acronyms.vowels) != std::string::npos;
    if (sayable && input.context.words.contains(small)) return small;
    if (can_be_spoken(input.text, input.rules.acronyms)) return small;
    return spell_letters(input.text, letter_names(input.rules));
}

Said say_electronic(const ReadingFormat&, const FormatInput& input) {
    return say_address(input.text, input.rules);
}

Said say_tag_words(const ReadingFormat&, const FormatInput& input) {
    return say_tag(input.text, input.rules);
}

const std::map<std::string, Format, std::less<>>& formats() {
    static const std::map<std::string, Format, std::less<>> all{
        {"number", say_number},         {"digits", say_digits},
        {"groups", say_groups},         {"pairs", say_pairs},
        {"telephone", say_telephone},   {"serial", say_serial},
        {"letters", say_letters},       {"roman", say_roman},
        {"plural", say_plural},         {"form", say_form},
        {"lower", say_lower},           {"acronym", say_acronym},
        {"electronic", say_electronic}, {"tag", say_tag_words}};
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
