#pragma once

#include <string>

namespace declaim {

struct SayRules;

/// The written side of a rule as a regular expression.
struct Expression {
    std::string expression;
    bool needs_digit = false;  ///< nothing without a digit can match
};

/// Puts the expressions of its slots into a written side, each in a group of its name, and lets a
/// plain space match every space, ' every apostrophe.
///     {int}      a whole number, groups of three digits parted or not
///     {num}      the same, perhaps with decimals
///     {digits}   digits
///     {dash}     a hyphen, dash or minus
///     {NAME}     a word of [words.NAME], or what [pattern] NAME says; {NAME2} likewise
/// Errors: throws std::invalid_argument for a slot that nothing defines.
Expression expand(const std::string& written, const SayRules& rules);

}  // namespace declaim
