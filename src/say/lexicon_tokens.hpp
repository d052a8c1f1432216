#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/source.hpp"

namespace declaim {

struct LexiconToken {
    std::string text;  ///< one kind of apostrophe, hyphen and space
    ByteRange where;
    bool word = false;  ///< letters, marks and digits; else one other character or a run of spaces
};

/// A text as the lexicon compares it.
class LexiconTokens {
  public:
    explicit LexiconTokens(std::string_view text, bool fold = false);
    [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
    const LexiconToken& operator[](std::size_t i) const { return tokens_[i]; }
    [[nodiscard]] std::vector<std::string> texts() const;

  private:
    std::vector<LexiconToken> tokens_;
};

/// "Quay" as "quay": a capital followed by small letters only; else as it is.
std::string with_small_first(const std::string& word);

}  // namespace declaim
