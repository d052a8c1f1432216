#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/rules.hpp"

namespace declaim {

/// What speaks for the language of a text beside the text. It settles doubt between languages
/// that are close and does not win against clear text.
struct LanguageEvidence {
    std::string declared;  ///< BCP 47, as in <html lang>; may be empty or wrong
    std::string domain;    ///< the last label of the host it came from: "no"; may be empty
};

/// What the words of a stretch of text say of its language.
struct Judgement {
    std::string language;  ///< BCP 47; empty in doubt
    int percent = 0;       ///< of the text
};

/// The function words of all languages that have some, for a vote among languages.
class FunctionWords {
  public:
    explicit FunctionWords(const std::vector<LanguageHint>& hints);
    /// How often words of each language occur; languages without any are left out.
    [[nodiscard]] std::unordered_map<std::string, int> votes(std::string_view text) const;
    [[nodiscard]] bool has(const std::string& language) const;
    /// Whether the head of a text has several words that only this language has, and few that only
    /// others have: far cheaper than to judge it, and enough for most paragraphs.
    [[nodiscard]] bool speaks_only(const std::string& language, std::string_view text) const;

  private:
    [[nodiscard]] const std::vector<std::size_t>* languages_of(const Word& word) const;

    std::unordered_map<std::string, std::vector<std::size_t>> languages_of_;
    HashFilter known_;
    std::vector<std::string> tags_;
};

/// Chooses the language of a document.
/// In:     its text; the hints of voices/und/languages.toml; what else is known.
/// Out:    a BCP 47 language subtag; "en" where nothing speaks for another.
/// Errors: none.
/// Source: CLD2 (quadgrams, Naïve Bayes); where it is in doubt what is declared, if that fits the
///         script, else a vote of function words among the languages of that script.
std::string guess_language(std::string_view text, const std::vector<LanguageHint>& hints,
                           const LanguageEvidence& evidence = {});

/// Judges a stretch of text by itself; of a long one, the beginning. \pre `text` is UTF-8.
Judgement judge_language(std::string_view text, const LanguageEvidence& evidence = {});

/// Whether two languages are so near that a paragraph alone does not tell them apart.
bool are_close(const std::string& a, const std::string& b);

/// The tag as the rules and the engine name that language: "zh-Hant" → "cmn", "iw" → "he".
std::string known_tag(std::string_view tag);

/// ISO 15924 of most of its letters, "Jpan" for Japanese; "Latn" where there are none.
std::string main_script(std::string_view text);

/// The first bytes of a text, no more than `most`, whole characters only.
std::string_view head_of(std::string_view text, std::size_t most);

}  // namespace declaim
