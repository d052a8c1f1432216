#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/dates.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// What a document says of itself outside its text, sorted by how far it can be believed.
struct DeclaredFacts {
    Metadata written;  ///< front matter: by a person, for this document. The speaker and the date
                       ///< only where the key says just that
    std::optional<std::string> author;     ///< front matter; a person's name
    std::optional<std::string> date;       ///< front matter, "date": held or put out
    std::vector<std::string> titles;       ///< of the page, best first: social, JSON-LD, <title>
    std::vector<std::string> file_titles;  ///< of a file of a book or office
    std::vector<std::string> authors;      ///< of the page or file; persons' names
    std::vector<std::string> sites;
    std::vector<std::string> times;     ///< ISO dates of <time>, each once
    std::vector<std::string> posted;    ///< ISO dates
    std::optional<std::string> issued;  ///< ISO date of the page, held or put out
    Metadata event;                     ///< JSON-LD: date, occasion and place of what it names
};

/// Sorts Page::declared.
/// In:     the page as its reader made it; names are those of voices/und/declared.toml.
/// Out:    values with white space folded and character references resolved; dates in ISO 8601;
///         nothing that looks like the name of a file for a title.
/// Errors: none; JSON-LD that is broken, too long or too deep is passed over.
/// Source: The Open Graph protocol, schema.org, Dublin Core (DCMI Terms), OPF 3.3.
DeclaredFacts declared_facts(const Page& page, const Rules& rules, const DateReader& dates);

/// A date in ISO 8601 of one as programs and people write it: "2004-10-19T12:00:00Z", "20041019",
/// "19 October 2004"; nothing where there is none, or more than one.
std::optional<std::string> iso_date(std::string_view value, const DateReader& dates);

}  // namespace declaim
