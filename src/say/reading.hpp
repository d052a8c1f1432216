#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace declaim {

struct PatternMatch;
struct SayContext;
struct SayRules;

/// A format with its arguments: `plural(n)`.
struct ReadingFormat {
    std::string name;
    std::vector<std::string> arguments;
};

/// A piece of the spoken side of a rule: words as they stand, or a slot and how it is said.
struct ReadingPart {
    std::string words;  ///< where `slot` is empty
    std::string slot;
    std::vector<ReadingFormat> formats;  ///< one after the other
    int option = 0;  ///< parts of one option, from 1, are said only if all its slots took part
};

/// The spoken side of a rule: "{day:ordinal} {month}[ {year:year}]".
///     {slot}            a word of a list as the list says it is said, else as it is written
///     {slot:a|b(x,y)}   formats, in order; see formats.hpp
///     [ … ]             said only if every slot in it took part in the match
struct Reading {
    std::string text;  ///< as in the file
    std::vector<ReadingPart> parts;
};

/// Errors: throws std::invalid_argument with the reason.
Reading parse_reading(const std::string& text);

/// The words, single spaces between them; nullopt where a format does not fit what was matched:
/// then the rule does not apply.
std::optional<std::string> read_out(const Reading& reading, const PatternMatch& match,
                                    const SayRules& rules, const SayContext& context);

/// "month" of "month2": a rule may use a slot several times.
std::string_view slot_type(std::string_view slot);

}  // namespace declaim
