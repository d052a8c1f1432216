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
    std::string take();

  private:
    std::string out_;
    std::string held_;  // a stress mark that waits for its vowel
    bool vowel_ = false;
};

/// Whether a text can be phonemes of the engine: visible ASCII and spaces, and nothing that would
/// end them or be taken for a tag of the markup.
bool well_formed_phonemes(std::string_view text) noexcept;

}  // namespace declaim
