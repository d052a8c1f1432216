#pragma once

#include <cstddef>
#include <string_view>

#include "text/rules.hpp"

namespace declaim {

/// How sure it is that a line is a salutation.
enum class AddressLook {
    none,
    weak,   ///< an office and a name, which bylines have too: "President of the Assembly,"
    strong  ///< "Ladies and Gentlemen", "Mr. President,", "My fellow citizens:"
};

/// Tells a salutation from body text and from headings by its words and its shape.
/// In:     one line or the lines of one salutation joined; the rules of its language.
/// Out:    none for anything with a word only sentences have, for text after its closing mark, for
///         words that are neither of the vocabulary nor parts of a name.
/// Errors: none.
AddressLook address_look(std::string_view text, const AddressRules& rules);

/// Whether the first words of a line show that neither it nor the line with others behind it is a
/// salutation: enough for most text, and cheap.
bool begins_otherwise(std::string_view text, const AddressRules& rules);

/// Whether the text ends in a mark that closes a salutation: comma, colon, exclamation mark, stop.
bool ends_address(std::string_view text) noexcept;

/// Finds the salutation a paragraph opens with: "Mr President, " of "Mr President, I rise".
/// In:     a paragraph that is not an address as a whole.
/// Out:    the bytes the salutation takes, its mark included; 0 where there is none or doubt.
/// Errors: none.
std::size_t opening_address(std::string_view text, const AddressRules& rules);

}  // namespace declaim
