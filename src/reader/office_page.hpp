#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/page_builder.hpp"

namespace declaim {

/// What a style makes of a paragraph or of words in it.
struct OfficeStyle {
    std::string tag = "p";  ///< "h1" … "h6", "title", "blockquote", "li", "nav"
    std::string name;       ///< of the style, for hints
    std::string language;
    bool emphasised = false;
    bool raised = false;  ///< superscript
    bool hidden = false;
    bool page_break = false;  ///< before it
};

/// The tag of a built-in style by its name, which does not depend on the language of the program:
/// "heading 2", "Quotations". Empty for others.
std::string tag_of_style(std::string_view name);
/// "h1" for level 1; "h6" for deeper ones.
std::string heading_tag(int level);

/// The page that a word processor's document becomes: paragraphs are numbered from 1, and these
/// numbers stand for lines of the source.
class OfficePage {
  public:
    explicit OfficePage(std::string path) : path_(std::move(path)) {}

    PageBuilder& builder() noexcept { return builder_; }
    void open(std::string tag, std::string hints = {}, bool hidden = false);
    void close() { builder_.close(); }
    /// Ended by `close`.
    void open_paragraph(const OfficeStyle& style);
    /// Text as a part has it: characters that cannot be seen are left out.
    void text(std::string_view text);
    /// The reference to a note, or its own number before its text.
    void mark(std::string_view text);
    /// Superscript text: a number or sign behind a word refers to a note that was set by hand.
    void raised(std::string_view text);
    void line_break();
    /// Something the document says of itself.
    void declare(std::string_view from, std::string_view name, std::string_view value);

  private:
    std::string path_;
    PageBuilder builder_;
    int number_ = 1;       // of the paragraph
    bool filled_ = false;  // it has text
    std::string last_;     // its last text
};

/// A foot- or endnote that was referred to, to stand after the text.
struct OfficeNote {
    pugi::xml_node node;
    std::string number;
    bool end = false;  ///< an endnote
};

}  // namespace declaim
