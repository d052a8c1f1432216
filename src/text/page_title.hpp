#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/page.hpp"

namespace declaim {

/// Compares and takes apart the titles of a page.
/// In:     a title; the names of the site and the headings of the page, as far as known.
/// Errors: none.

/// The words of a text alone, to compare by.
std::string bare_words(std::string_view text);

/// Whether two titles are the same, or one is all but a little of the other.
bool titles_agree(std::string_view a, std::string_view b);

/// Whether a list has a text of the same words.
bool is_listed(const std::vector<std::string>& list, std::string_view text);

/// The lines of the page's outermost headings, those of one heading joined.
std::vector<std::string> headings_of(const Page& page);

/// Whether a text is what stands behind the last separator of a title: "Ministry" of "Bread for All
/// | Ministry".
bool ends_title(std::string_view title, std::string_view text);

/// The title of a page without the name of its site: "Bread for All | Ministry" → "Bread for All".
std::string without_site(std::string_view title, const std::vector<std::string>& sites,
                         const std::vector<std::string>& headings);

}  // namespace declaim
