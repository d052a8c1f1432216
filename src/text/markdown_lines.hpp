#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace declaim {

/// Stands for the bracket that opens the definition of a footnote, which CommonMark has no notion of
/// and might take for that of a link: U+FDD0, a code point that is no character.
constexpr std::string_view kNoteBracket = "\xEF\xB7\x90";

/// Prepares Markdown for a parser, line by line, so that it takes linear time and memory whatever the
/// text: containers that nest more than a few dozen deep become text, brackets that open by the
/// hundred too, and definitions of links are cut off from their use where they would be copied more
/// than the document is worth. The number of lines stays the same.
/// In:     UTF-8.
/// Out:    the same text, footnote definitions marked with kNoteBracket.
/// Errors: none.
/// Source: CommonMark 0.30, 5.1 to 5.3, 4.7; Pandoc's manual, footnotes.
std::string tame_markdown(std::string_view text);

/// The lines of a text by their numbers, from 1.
class SourceLines {
  public:
    /// \pre `text` outlives it
    explicit SourceLines(std::string_view text);
    /// Without white space at both ends; empty for a line that is not there.
    [[nodiscard]] std::string_view line(int number) const;

  private:
    std::string_view text_;
    std::vector<std::size_t> begins_;
};

/// Whether the line ends of a paragraph are meant: it is a table, or all its lines are short, none
/// ends a sentence and each begins with a capital, as those of a header.
bool keeps_lines(const SourceLines& source, int first, int last);

/// Whether what is raised is a number or sign behind a word or a sentence, a reference to a note:
/// "bread" and "2", not "19" and "th" nor "m" and "2".
bool is_note_sign(std::string_view before, std::string_view raised);

}  // namespace declaim
