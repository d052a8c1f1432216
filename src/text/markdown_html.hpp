#pragma once

#include <string_view>

#include "text/page_builder.hpp"

namespace declaim {

/// Adds a block of HTML in a Markdown document: what read_html makes of it, or, where that refuses
/// it, its text without tags.
/// In:     the block as it stands in the source, which may be less than an element; its line.
/// Errors: none.
void add_html_block(PageBuilder& builder, std::string_view html, int line);

/// The tags among the words of a Markdown paragraph: what parts lines, stresses or links the words
/// around is kept, and every other tag is left out.
///
/// Use: `add` each tag in order, `finish` at the end of the paragraph.
class InlineHtml {
  public:
    /// In: one tag or comment. Errors: none.
    void add(PageBuilder& builder, std::string_view tag);
    /// Ends what is still open.
    void finish(PageBuilder& builder);
    /// Whether what stands here is shown to no one: the text of a script.
    [[nodiscard]] bool hides() const noexcept { return hidden_ > 0; }

  private:
    int emphases_ = 0;
    int links_ = 0;
    int hidden_ = 0;
};

}  // namespace declaim
