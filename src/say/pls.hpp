#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace declaim {

/// A longer <grapheme> is refused. Bytes.
inline constexpr std::size_t kLongestGrapheme = 400;

/// One <lexeme> of a pronunciation lexicon.
struct PlsLexeme {
    std::vector<std::string> graphemes;  ///< NFC, white space folded
    std::string alias;                   ///< said instead; may be empty
    std::string phonemes;                ///< a transcription; may be empty
    std::string alphabet;                ///< of it: "ipa" or "x-espeak"
    std::size_t offset = 0;              ///< of the transcription in the file, for messages
};

/// A pronunciation lexicon.
struct PlsLexicon {
    std::string name;      ///< of the file, for messages
    std::string text;      ///< of the file, for messages
    std::string language;  ///< BCP 47
    std::vector<PlsLexeme> lexemes;
};

/// Reads a lexicon file.
/// Out:    of several pronunciations the preferred one, else the first; of <alias> and <phoneme>
///         both are kept. Roles, metadata and examples are not looked at.
/// Errors: throws Error{data} with file, line and column for a file that is not UTF-8 or not XML,
///         has another root or namespace, a wrong language tag, a lexeme without grapheme or
///         pronunciation, or an alphabet that is neither "ipa" nor "x-espeak".
/// Source: Pronunciation Lexicon Specification (PLS) 1.0, W3C Recommendation, section 4.
PlsLexicon read_pls(const std::filesystem::path& path);
PlsLexicon parse_pls(std::string text, const std::string& name);

/// An error at a place of a lexicon.
[[noreturn]] void fail_at(const PlsLexicon& lexicon, std::size_t offset,
                          const std::string& message);

}  // namespace declaim
