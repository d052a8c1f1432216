#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/data_path.hpp"
#include "text/rules.hpp"

namespace declaim {

/// voices/und/markup.toml: what the markup of a page says about its parts.
struct MarkupRules {
    struct Kind {
        std::string reason;  ///< for dropping: "navigation", "comments", …
        bool sure = false;   ///< even where most of the page is marked so
        std::unordered_set<std::string> tags;
        Phrases words;
    };
    std::vector<Kind> furniture;
    Kind body;  ///< parts that hold the text
};

/// Errors: throws Error{data} with file, line and column for a missing or wrong file.
MarkupRules load_markup_rules(const DataPath& data);

/// The words of class names and the like, in lower case: "post", "content" of "post-content",
/// "postContent" or "post_content".
std::vector<Word> hint_words(std::string_view hints);

}  // namespace declaim
