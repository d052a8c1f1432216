#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/speech.hpp"
#include "text/declared.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim::speaker {

/// What a page shows to those who look for its speaker.
struct Evidence {
    Evidence(const Metadata& found, const Page& page, const std::vector<std::string_view>& reasons,
             const std::vector<Block>& blocks, const DeclaredFacts& facts, const Rules& rules);

    /// Whether a word of the name stands somewhere in lower case: "Climate Change".
    [[nodiscard]] bool is_word_of_text(std::string_view name, bool all) const;

    [[nodiscard]] bool has_genre(std::string_view text) const;

    /// "My farewell speech", "What I said at the forum".
    [[nodiscard]] bool is_own(std::string_view text) const;

    /// A line on photographers, editors and the like.
    [[nodiscard]] bool is_credit(std::string_view text) const;

    const Metadata& found;
    const Page& page;
    const std::vector<std::string_view>& reasons;  ///< per line, "" for a line of the speech
    const std::vector<Block>& blocks;
    const DeclaredFacts& facts;
    const Rules& rules;
    std::size_t first = 0;                  ///< the line that begins the speech
    std::unordered_set<std::string> small;  ///< the words in lower case at its beginning
};

/// The words of a text alone, a space before and behind each, to look for words in.
std::string folded_words(std::string_view text);

/// The parts of a line between dashes and bars.
std::vector<std::string_view> segments_of(std::string_view line);

bool is_one_of(std::string_view reason, std::initializer_list<std::string_view> list);

}  // namespace declaim::speaker
