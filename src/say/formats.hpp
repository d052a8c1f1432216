#pragma once

#include <optional>
#include <string>

#include "say/pattern.hpp"
#include "say/reading.hpp"

namespace declaim {

struct SayContext;
struct SayRules;
struct WordForms;

/// What a format works on.
struct FormatInput {
    std::string text;       ///< what the format before it said; at first the match or its word
    const WordForms* word;  ///< the entry of the slot's list, or null
    const PatternMatch& match;
    const SayRules& rules;
    const SayContext& context;
};

/// Applies one format; nullopt where it does not fit.
///     NAME[(slot)]      a name of [numbers.spell]: the number so spelled; with a slot, in the
///                       gender of its word: "cardinal" becomes "cardinal_f" where there is one
///     number[(slot)]    as cardinal, with decimals
///     digits            one by one, as the list [words.digit] says where there is one
///     telephone         one by one, a comma between groups: "555-1234"
///     letters           one by one, as the list [words.letter] says where there is one
///     serial            letters one by one; digits as a short number (in the spelling "paired"
///                       where there is one) up to four, else one by one: "MH370", "F-16"
///     roman             a roman numeral as digits, for the next format; fails on what is none
///     plural(slot[,x])  the slot's word in the plural form for the number in `slot`; with x, its
///                       form "x_one", "x_other", … first
///     form(x)           the word's form x, else the word
///     lower             in lower case
///     acronym           letter by letter, or as a word where it can be spoken as one or the
///                       document has it in small letters
///     electronic        a web or mail address
///     tag               the words of a hashtag
std::optional<std::string> apply_format(const ReadingFormat& format, const FormatInput& input);

/// Whether a name is a format. For the check of rule files.
bool is_format(const std::string& name, const SayRules& rules);

}  // namespace declaim
