#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "text/page.hpp"

namespace declaim {

/// The words of a document that stand in one and those with a hyphen, to mend cut words.
/// In:     the page; one without a line that ends in a hyphen needs no words.
/// Errors: none.
class Vocabulary {
  public:
    explicit Vocabulary(const Page& page);

    /// Whether the document has a word, in lower case, within a line.
    [[nodiscard]] bool has(const std::string& word) const { return words_.count(word) != 0; }

  private:
    void add(std::string_view text);

    std::unordered_set<std::string> words_;
};

}  // namespace declaim
