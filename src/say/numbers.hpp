#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace declaim {

/// How a language writes numbers and what its number words are called in templates.
struct NumberNames {
    std::string locale = "en";    ///< for the library that spells
    std::string grouping = ",";   ///< characters that may part groups of three digits
    std::string decimal = ".";    ///< characters that may stand before decimals
    std::string point = "point";  ///< said for it
    std::string minus = "minus";
    std::map<std::string, std::string> points;  ///< said for one of several: "." → "punto"
    bool decimals_as_number = false;            ///< "3,25": "vingt-cinq", not digit by digit
    std::size_t most_decimals_as_number = 18;   ///< more of them are said digit by digit
    std::string custom;                         ///< rule sets of our own, in the library's language
    std::map<std::string, std::string> spell;   ///< "ordinal" → "%spellout-ordinal"
    std::map<std::string, std::string> digits;  ///< "0" → "oh"; else the cardinal
};

/// Spells numbers out. Source: the rule sets of Unicode CLDR (RBNF), by ICU; custom ones in the
/// same language, where CLDR has none.
class Numbers {
  public:
    explicit Numbers(NumberNames names);
    ~Numbers();
    Numbers(Numbers&&) noexcept;
    Numbers& operator=(Numbers&&) noexcept;

    [[nodiscard]] const NumberNames& names() const noexcept { return names_; }
    [[nodiscard]] bool knows(const std::string& spell) const {
        return names_.spell.contains(spell);
    }
    /// The words for a whole number under one of the names of `spell`; nullopt where there is none
    /// or it has more than 18 digits. In: digits, with or without grouping, a minus perhaps before.
    std::optional<std::string> spell(std::string_view number, const std::string& name) const;
    /// A number with decimals: "3.14" → "three point one four". What stands before the point is
    /// spelled by the name "before_point", where there is one. Where the names "whole" and "place1",
    /// "place2", … exist, they say both sides, units and all ("три целых", "пять десятых");
    /// for the name "cardinal_gen" those in "_gen", and so on.
    std::optional<std::string> decimal(std::string_view number, const std::string& name) const;
    /// Digit by digit; other characters part groups and are not said.
    std::string digits(std::string_view number) const;
    /// Each group of digits as a number, with the zeros it begins with; commas between them.
    std::string groups(std::string_view number) const;
    /// The same, for groups of two digits, wherever the number is parted; an odd first one alone.
    std::string pairs(std::string_view number) const;
    /// The CLDR plural category of a number as written: "one", "few", "many", "other", …
    std::string plural(std::string_view number) const;

  private:
    std::optional<std::string> in_parts(std::string_view whole, std::string_view part,
                                        const std::string& name) const;
    struct Library;
    NumberNames names_;
    std::unique_ptr<Library> library_;
};

}  // namespace declaim
