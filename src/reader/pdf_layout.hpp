#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/page.hpp"

namespace declaim {

/// A rectangle on a sheet, in points from its top left corner.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    [[nodiscard]] double width() const noexcept { return right - left; }
    [[nodiscard]] double height() const noexcept { return bottom - top; }
    [[nodiscard]] double middle() const noexcept { return (top + bottom) / 2; }
};

/// A word of print and where it stands.
struct PrintWord {
    std::string text;  ///< NFC UTF-8 without white space
    Box box;
    double size = 0;           ///< of its font, in points
    int turn = 0;              ///< quarter turns clockwise
    bool emphasised = false;   ///< bold or italics
    bool space_after = false;  ///< the document has a space behind it
};

struct Sheet {
    double width = 0;
    double height = 0;
    std::vector<PrintWord> words;
};

/// What a line of a sheet is for.
enum class Role { header, body, note, footer };

/// A line of print.
struct PrintLine {
    std::string text;
    Box box;
    double size = 0;        ///< of most of its characters
    double base = 0;        ///< the lower edge of those
    double first_word = 0;  ///< its width
    int column = 0;         ///< on the sheet, in reading order
    bool right_to_left = false;
    std::size_t emphasised = 0;    ///< bytes
    std::vector<ByteRange> marks;  ///< small raised numbers and signs
    Role role = Role::body;
};

struct SheetLines {
    double width = 0;
    double height = 0;
    std::vector<PrintLine> lines;  ///< in reading order
};

/// The white strip between two columns of print.
struct Gutter {
    double left = 0;
    double right = 0;
};

/// Parts the words of one sheet into columns and other areas of the sheet, in reading order.
/// In:     upright words; the gutters of earlier sheets, where little text is enough to be sure;
///         new ones are added.
/// Out:    the places of the words, every one once.
/// Errors: none.
std::vector<std::vector<std::size_t>> find_columns(const std::vector<PrintWord>& words,
                                                   std::vector<Gutter>& known);

/// Makes lines of the words of one column.
/// In:     upright words with finite boxes.
/// Out:    lines from top to bottom; every word is in one of them.
/// Errors: none.
std::vector<PrintLine> make_lines(std::vector<PrintWord> words);

/// Both of the above, turned text after the rest. Any boxes will do.
SheetLines lay_out(Sheet sheet, std::vector<Gutter>& known);

/// The size of the print that most of the text is in, at least 1.
double body_size(const std::vector<SheetLines>& sheets);

/// Finds running heads and feet, numbers of pages, and notes: sets PrintLine::role.
void find_roles(std::vector<SheetLines>& sheets, double body_size);

/// Whether a line begins like a note: "1 See", "12. See", "* See", "[3] See".
bool starts_note(std::string_view text);

/// Makes one page of all sheets. Elements: "header" and "footer" (hints "running") for what stands
/// at the same height of sheet after sheet and for numbers of pages, "aside" (hints "footnote") for
/// small print at the foot that begins with a number, "h1" to "h3" for larger print, else "p".
/// Notes stand behind the text of their sheet.
Page page_of(std::vector<SheetLines> sheets);

}  // namespace declaim
