#pragma once

#include <string>

namespace declaim {

struct SayRules;

/// Whether what a slot matches has digits.
enum class SlotDigits { none, some, only };
SlotDigits digits_of_slot(const std::string& type, const SayRules& rules);

/// The name of a slot "{name}" that begins at `at`, or "": {2,3} is none.
std::string slot_at(const std::string& written, std::size_t at);

/// How much of a written side is wanted.
enum class Expand { all, without_lists };

/// The written side of a rule as a regular expression. Puts the expressions of its slots into a written side, each in a group of its name, and lets a
/// plain space match every space, ' every apostrophe.
///     {int}      a whole number, groups of three digits parted or not
///     {num}      the same, perhaps with decimals
///     {digits}   digits
///     {dash}     a hyphen, dash or minus
///     {NAME}     a word of [words.NAME], or what [pattern] NAME says; {NAME2} likewise
/// Without lists, which are long, it is good for a check only.
/// Errors: throws std::invalid_argument for a slot that nothing defines.
std::string expand(const std::string& written, const SayRules& rules, Expand wanted = Expand::all);

}  // namespace declaim
