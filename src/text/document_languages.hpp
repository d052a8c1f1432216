#pragma once

#include <string>
#include <vector>

#include "text/language.hpp"
#include "text/page.hpp"

namespace declaim {

/// The languages of a document.
struct Languages {
    std::vector<std::string> all;  ///< BCP 47, the main one first; never empty
    bool fixed = false;            ///< the user named it: every paragraph is in the main one
};

/// Finds the languages a document is in.
/// In:     the page, of which the longer lines that are no links count.
/// Out:    the main one first; the others each have an eighth of the text at least.
/// Errors: none.
Languages find_languages(const Page& page, const std::vector<LanguageHint>& hints);

}  // namespace declaim
