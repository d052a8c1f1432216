#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/data_path.hpp"

namespace declaim {

/// What words of a language are not spelled with.
/// Source: voices/LANG/spelling.toml; a language without one knows no foreign words.
struct Spelling {
    std::string letters;              ///< those of the language, in small letters; empty: unknown
    std::vector<std::string> begin;   ///< no word begins so
    std::vector<std::string> within;  ///< or has this
    std::vector<std::string> end;     ///< or ends so
};

/// Errors: throws Error{data} with file, line and column.
Spelling load_spelling(const std::string& tag, const DataPath& data);

/// Whether a word has a letter that the language does not.
bool has_foreign_letter(std::string_view folded, const Spelling& spelling);

/// Whether a word has a sequence of letters that the language does not.
bool has_foreign_sequence(std::string_view folded, const Spelling& spelling);

}  // namespace declaim
