#pragma once

#include <string>
#include <vector>

#include "text/document_languages.hpp"
#include "text/page.hpp"
#include "text/paragraphs.hpp"
#include "text/rule_shelf.hpp"

namespace declaim {

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
