#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/page.hpp"

namespace declaim {

/// Builds a Page from the events of a document with markup, in document order. Block elements, line
/// breaks and preformatted line ends part lines; white space is folded; elements without text leave
/// no trace.
///
///     builder.open({.tag = "p"});
///     builder.text("Ladies and", 14);
///     builder.close();
class PageBuilder {
  public:
    /// Opens a block element below the one that is open; `parent` is set by the builder.
    void open(PageElement element);
    /// \pre an element is open
    void close();

    /// Text of the open element. In: UTF-8, entities resolved; `line` is that of its first byte, and
    /// every '\n' in it is a line end of the source.
    void text(std::string_view text, int line);
    /// <br>: a new line of the same block. Two in a row make a new block.
    void line_break();
    /// What follows is on another page of paper.
    void page_break();

    // Inline markup; calls nest.
    void begin_link() { ++links_; }
    void end_link() { --links_; }
    /// A link to another place of the same document.
    void begin_inner_link() { ++links_, ++inner_links_; }
    void end_inner_link() { --links_, --inner_links_; }
    void begin_emphasis() { ++emphases_; }
    void end_emphasis() { --emphases_; }
    /// A reference to a note: "[1]", "*".
    void begin_mark();
    void end_mark();
    /// White space and line ends count: <pre>.
    void begin_preformatted() { ++preformatted_; }
    void end_preformatted();

    /// Something the document says of itself; empty values are left out, white space is folded
    /// unless `raw`.
    void declare(std::string_view from, std::string_view name, std::string_view value,
                 bool raw = false);

    /// The page; the builder is then empty.
    Page finish();

  private:
    struct Open {
        PageElement element;
        int index = -1;  // in page_.elements, once it holds text
    };
    void end_line();
    void end_block();
    void add(std::string_view visible, int line);
    int element_index();

    Page page_;
    std::vector<Open> stack_;
    PageLine current_;
    bool space_ = false;         // white space since the last character
    bool space_linked_ = false;  // inside a link
    bool starts_block_ = true;   // for the next line
    bool starts_page_ = false;
    int breaks_ = 0;  // <br> since the last character
    int indent_ = 0;
    int links_ = 0;
    int inner_links_ = 0;
    int emphases_ = 0;
    int preformatted_ = 0;
    std::size_t mark_begin_ = std::string::npos;
};

}  // namespace declaim
