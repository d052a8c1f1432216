#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// Puts the engine's phonemes one after the other: a stress mark moves to the next vowel, and '|'
/// parts two that would be read as one ("a" and "I" are not "aI").
class PhonemeString {
  public:
    void stress(char mark);
    void space();
    void add(std::string_view phonemes, bool vowel);
    /// The whole. Dictionaries leave the stress of "bʊʃ" unmarked, the engine would leave it out:
    /// where nothing is marked it goes to the last full vowel, if no word has more than one or the
    /// language always has it there.
    std::string take(bool last_is_stressed);
    std::string take_as_marked();

  private:
    std::string out_;
    bool marked_ = false;
    bool longer_ = false;          // a word has more than one vowel
    int vowels_ = 0;               // of the word so far
    std::size_t full_ = kNowhere;  // where the last full vowel stands in out_
    std::size_t any_ = kNowhere;   // and the last of all
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
    std::string held_;  // a stress mark that waits for its vowel
    bool vowel_ = false;
};

/// Whether a text can be phonemes of the engine: visible ASCII and spaces, and nothing that would
/// end them or be taken for a tag of the markup.
bool well_formed_phonemes(std::string_view text) noexcept;

}  // namespace declaim
