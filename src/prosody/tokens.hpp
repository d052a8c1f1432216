#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"

namespace declaim {

/// What stands behind a word.
enum class Mark { none, comma, semicolon, colon, dash, ellipsis, line, end };

/// A word of a sentence with the marks around it, for phrasing. What is said otherwise than it is
/// written is never parted.
struct Token {
    ByteRange where;          ///< in the text; tokens touch and cover it
    std::string word;         ///< its first word, case-folded
    std::size_t letters = 0;  ///< that are said
    Mark mark = Mark::none;
    bool capital = false;  ///< the first word begins with a capital
    bool opens_bracket = false;
    bool closes_bracket = false;
};

/// In:     an utterance with text and spans.
std::vector<Token> tokens_of(const Utterance& utterance);

/// Passages in quotation marks, without the marks; one that is not closed is none. The language
/// does not matter: a mark before a word opens, the next one after a word closes.
std::vector<ByteRange> quotations(std::string_view text);

/// The sentence's own end: '?', '!' or another, closing quotes and brackets aside; 0 without one.
char32_t end_mark(std::string_view text) noexcept;

}  // namespace declaim
