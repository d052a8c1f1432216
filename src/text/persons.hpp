#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/rules.hpp"

namespace declaim {

/// A person as a header names one.
struct Person {
    std::string name;       ///< without forms of address and letters behind it
    bool titled = false;    ///< an office or a form of address stands beside the name
    std::size_t begin = 0;  ///< of the name, bytes
    std::size_t end = 0;    ///< of what belongs to the name
};

/// The person whom a text begins with, an office or a form of address before the name allowed: "the Hon.
/// Jane Doe, Minister of Health", "Minister of Health Jane Doe", "Ministerin Jana Doe".
/// In:     a line, or what stands behind words such as "by".
/// Out:    nothing for one word alone, for words of institutions, genres or phrases.
/// Errors: none.
std::optional<Person> person_at(std::string_view text, const Rules& rules);

/// The persons whom a text names behind a genre: "Rede von Jana Doe", "discours intégral de Jeanne Doe
/// à Brénac", "Выступление министра Анны Доу". `oblique` where the name may be in another case.
std::optional<Person> person_behind_genre(std::string_view text, const Rules& rules, bool& oblique);

/// A name without "Dr.", "H.E." before and "MP" behind; as it is where nothing else is left.
std::string without_honours(std::string_view name, const Rules& rules);

/// Whether no word of it is one of a phrase, a genre, a menu or an institution.
bool may_be_name(std::string_view name, const Rules& rules);

/// Whether two names may be those of one person: "Jane Doe" and "J. Doe", "DOE", "Jane Q. Doe"; in a
/// language with cases, "Jana Doego".
bool same_person(std::string_view a, std::string_view b, const Rules& rules);

}  // namespace declaim
