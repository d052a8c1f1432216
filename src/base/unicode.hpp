#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace declaim {

/// Reads the code point at byte `at` and moves `at` behind it; U+FFFD and one byte for what is not
/// UTF-8. \pre at < text.size()
char32_t next_char(std::string_view text, std::size_t& at) noexcept;

/// Whether a byte is a character of ASCII by itself: most are, and need no table of Unicode's.
inline bool is_ascii(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0x80U) == 0; }

/// Behind the bytes of ASCII that begin at `at`; of those that are printed.
std::size_t ascii_end(std::string_view text, std::size_t at) noexcept;
std::size_t printable_end(std::string_view text, std::size_t at) noexcept;

/// Reads the code point that ends before byte `at` and moves `at` to its start. \pre at > 0
char32_t previous_char(std::string_view text, std::size_t& at) noexcept;

void append_char(std::string& out, char32_t c);

/// Whether every byte belongs to well-formed UTF-8. Source: Unicode 15, table 3-7.
bool valid_utf8(std::string_view bytes) noexcept;

/// White space in the sense of Unicode's White_Space, no-break spaces included.
bool is_space(char32_t c) noexcept;

/// Without white space at both ends, and every run of white space as one space.
std::string fold_spaces(std::string_view text);

/// Simple case folding.
std::string fold_case(std::string_view text);

/// A word of a text: a run of letters, marks and digits.
struct Word {
    std::string folded;     ///< case-folded
    std::size_t begin = 0;  ///< bytes in the text
    std::size_t end = 0;
    bool letter = false;     ///< has a letter
    bool capital = false;    ///< begins with an upper-case or title-case letter
    bool caps = false;       ///< has letters, none of them lower case
    std::uint32_t hash = 0;  ///< hash_of(folded)
};

/// Of a few of its bytes: for filters.
std::uint32_t hash_of(std::string_view folded) noexcept;

/// The words of a text in order, one at a time. Apostrophes, hyphens and full stops part words.
class WordReader {
  public:
    explicit WordReader(std::string_view text) : text_(text) {}
    /// False behind the last word.
    bool next(Word& word);

  private:
    void take_ascii(Word& word);
    bool take_wide(Word& word);

    std::string_view text_;
    std::size_t at_ = 0;
};

/// All words of a text, or the first of them.
std::vector<Word> words_of(std::string_view text, std::size_t most = std::string_view::npos);

/// The number of code points.
std::size_t characters(std::string_view text) noexcept;

/// The last character that is not white space, or 0.
char32_t last_visible(std::string_view text) noexcept;
/// The first character that is not white space, or 0.
char32_t first_visible(std::string_view text) noexcept;

/// Whether the text ends as sentences do: a full stop, question or exclamation mark or ellipsis of
/// any script, closing quotes and brackets after it allowed.
bool ends_sentence(std::string_view text) noexcept;

/// Whether the first letter, opening quotes and brackets skipped, is lower case.
bool starts_lower(std::string_view text) noexcept;

/// Whether the text has letters of a script with case and none of them is lower case.
bool is_all_caps(std::string_view text) noexcept;

bool is_closing_mark(char32_t c) noexcept;  ///< closing quotes and brackets
bool is_opening_mark(char32_t c) noexcept;  ///< opening quotes and brackets

}  // namespace declaim
