#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_path.hpp"
#include "model/script.hpp"
#include "say/ipa.hpp"
#include "say/rules.hpp"

namespace declaim {

/// How a word of the lexicon is said.
struct Pronunciation {
    std::string alias = {};     ///< words said for it; empty: those written
    std::string phonemes = {};  ///< the engine's
    std::string ipa = {};
};

/// The words whose pronunciation is laid down, for one language.
///
/// A grapheme matches whole words: letters, marks and digits up to the next other character. Of
/// several the longest wins, of equals the first added. Case counts, but a grapheme in small
/// letters is also found with a capital at the start of a sentence, and one with small letters in
/// a passage in capitals. Spaces, apostrophes and hyphens match all of their kind. What the
/// language's table says may stand before or after it ("'s", "l'") is said with it.
class Lexicon {
  public:
    Lexicon();
    explicit Lexicon(const IpaTable& table);
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;
    ~Lexicon();

    void add(std::string_view grapheme, Pronunciation said);
    [[nodiscard]] bool empty() const noexcept;

    /// The words of a sentence that it knows; linear in its length.
    /// In:     NFC UTF-8. Out: ascending, disjoint; rule "lexicon"; `words` as written or the alias.
    [[nodiscard]] SpokenSentence find(std::string_view sentence) const;

  private:
    struct Index;
    std::unique_ptr<Index> index_;
};

/// The lexicon of a language: of `files` those for it, the first first, then voices/TAG/*.pls, then
/// those of the wider language ("en" after "en-GB").
/// Errors: throws Error{data} with file, line and column: as read_pls, an IPA sign without a
///         phoneme, a file in the folder of a language that is for another one.
Lexicon load_lexicon(const std::string& tag, const DataPath& data,
                     const std::vector<std::string>& files);

}  // namespace declaim
