#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "text/page.hpp"

namespace declaim {

/// The words of a document that stand in one and those with a hyphen, to mend cut words.
/// In:     the page, which must outlive it; it is read when it is first asked: few have a word cut in
///         two.
/// Errors: none.
class Vocabulary {
  public:
    explicit Vocabulary(const Page& page) : page_(page) {}

    /// Whether the document has a word, in lower case, within a line.
    [[nodiscard]] bool has(const std::string& word);

  private:
    void add(std::string_view text);

    const Page& page_;
    std::unordered_set<std::string> words_;
};

}  // namespace declaim
