#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/speech.hpp"
#include "text/page.hpp"

namespace declaim {

/// What markup says of a text.
enum class Role { none, heading, item, quote };

/// A stretch of text and which line of the source each part of it comes from.
struct Piece {
    std::string text;
    std::vector<LineStart> starts;  ///< ascending, the first at 0
    bool address = false;           ///< the lines of one salutation
    int element = -1;               ///< of its first line, in Page::elements
    std::string language;           ///< BCP 47; empty until set_languages
    bool note = false;              ///< a footnote
    bool starts_block = true;       ///< a blank line stands before it
    bool verse = false;             ///< '\n' parts its lines
    bool indented = false;          ///< every line is set in
    std::size_t more_lines = 0;     ///< besides the first
    Role role = Role::none;

    [[nodiscard]] LineRange lines(const ByteRange& range) const;
    [[nodiscard]] LineRange rows(const ByteRange& range) const;  ///< in Speech::rows
    /// The part of it, spaces at both ends left out.
    [[nodiscard]] Piece part(ByteRange range) const;
};

}  // namespace declaim
