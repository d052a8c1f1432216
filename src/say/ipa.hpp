#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/data_path.hpp"
#include "say/ipa_phonemes.hpp"

namespace declaim {

/// What may stand before or after a word of a lexicon and is said with it: "'s", "l'".
struct Affix {
    std::string written;
    std::string ipa;
    std::string phonemes;
    std::vector<std::string> after;  ///< the engine's phonemes that it follows; empty: any
};

/// The International Phonetic Alphabet as phonemes of the engine, for one language.
/// Source: voices/und/ipa.toml, and over it voices/LANG/ipa.toml.
class IpaTable {
  public:
    /// The table of a language tag: the common one, "pt", then "pt-BR".
    /// Errors: throws Error{data} with file, line and column.
    static IpaTable load(const std::string& tag, const DataPath& data);

    /// A transcription as the engine takes it: stress before the vowel, '|' where two phonemes
    /// would be taken for one.
    /// In:     NFC or not; spaces part words.
    /// Errors: throws std::invalid_argument naming the sign that has no phoneme.
    [[nodiscard]] std::string phonemes(std::string_view ipa) const;
    /// The same of a part of a word: no stress but what is marked.
    [[nodiscard]] std::string part(std::string_view ipa) const;

    [[nodiscard]] const std::vector<Affix>& beginnings() const noexcept { return beginnings_; }
    [[nodiscard]] const std::vector<Affix>& endings() const noexcept { return endings_; }
    /// Every sign with its phonemes. For tests.
    [[nodiscard]] std::map<std::string, std::string> signs() const;

  private:
    enum class Kind { vowel, closed, consonant };
    struct Sign {
        std::string phonemes;
        Kind kind = Kind::consonant;
    };
    struct Found {
        const Sign* sign = nullptr;
        std::size_t length = 0;
    };
    void read(const std::filesystem::path& path);
    [[nodiscard]] PhonemeString convert(std::string_view ipa) const;
    [[nodiscard]] std::string simplified(std::string_view ipa) const;
    [[nodiscard]] Found longest(std::string_view ipa, bool closed) const;
    [[nodiscard]] bool vowel_follows(std::string_view ipa) const;

    std::unordered_map<std::string, std::string> same_;
    std::unordered_map<std::string, Sign> signs_;   // vowels and consonants
    std::unordered_map<std::string, Sign> closed_;  // vowels before a consonant or at the end
    bool last_is_stressed_ = false;
    std::vector<Affix> beginnings_;
    std::vector<Affix> endings_;
};

/// Unicode's composed form (NFC), as all text of documents is.
std::string composed(std::string_view text);

}  // namespace declaim
