#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/page.hpp"
#include "text/paragraphs.hpp"
#include "text/rule_shelf.hpp"

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

/// Sets Piece::language. A paragraph of another language than the document's must be clear, and
/// borne out by function words, its script, a neighbour or its lang attribute; a short one goes by
/// the salutations of a language, its own function words, then by its neighbours.
/// In:     the paragraphs in order; the document's languages, the main one first.
/// Errors: throws Error{data} for broken rules.
void set_languages(std::vector<Piece>& pieces, const Page& page, const Languages& languages,
                   RuleShelf& shelf);

/// Adds the one warning for a document in languages without rules.
void warn_of_languages(const Languages& languages, const std::string& path, const DataPath& data,
                       std::vector<std::string>& warnings);

}  // namespace declaim
