#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.hpp"
#include "text/page.hpp"

namespace declaim {

/// What speaks for a language: for the document's as for that of a paragraph.
/// In:     the page, or a text; the function words of all languages with rules.
/// Errors: none.

inline constexpr std::size_t kJudgedBytes = 640;  // bytes of a paragraph that are looked at
inline constexpr int kClearPercent = 70;          // of a judgement

/// Letters, ideographs three times: they say more, and so fewer are needed. They are counted as far
/// as there are `enough`.
std::size_t language_weight(std::string_view text, std::size_t enough = std::string_view::npos);

/// What each element inherits: its language, and whether it is hidden.
struct Inherited {
    std::vector<std::string> languages;
    std::vector<bool> hidden;
};

Inherited inherited_by(const Page& page);

/// Whether function words bear out that a text is in `language` rather than in `other`: `times` as
/// many, `least` at least.
bool is_borne_out(std::string_view text, const std::string& language, const std::string& other,
                  const FunctionWords& words, int least = 3, int times = 2);

/// The same, as far as function words are known: more of them than of the other language, and many
/// more where the two are close.
bool is_worded(std::string_view text, const std::string& language, const std::string& other,
               const FunctionWords& words);

}  // namespace declaim
