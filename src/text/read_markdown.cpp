#include <cmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/unicode.hpp"
#include "text/front_matter.hpp"
#include "text/markdown_html.hpp"
#include "text/markdown_lines.hpp"
#include "text/markdown_notes.hpp"
#include "text/page.hpp"
#include "text/page_builder.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMost = std::size_t{16} << 20;  // the parser takes up to a hundred times that
constexpr std::size_t kLongestHeading = 200;

struct FreeNode {
    void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const noexcept { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;
using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;

PageElement element(std::string_view tag, std::string_view hints = {}) {
    PageElement element;
    element.tag = tag;
    element.hints = hints;
    return element;
}

std::string_view literal_of(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// Walks the tree and tells a builder what it meets.
class Walker {
  public:
    Walker(const SourceLines& source, int above, PageBuilder& builder)
        : source_(source), above_(above), builder_(builder) {}

    void walk(cmark_node* root) {
        const Iterator iterator(cmark_iter_new(root));
        for (;;) {
            const cmark_event_type event = cmark_iter_next(iterator.get());
            if (event == CMARK_EVENT_DONE) return;
            cmark_node* node = cmark_iter_get_node(iterator.get());
            if (event == CMARK_EVENT_ENTER)
                enter(node);
            else
                leave(node);
        }
    }

  private:
    [[nodiscard]] int line_of(cmark_node* node) const {
        return cmark_node_get_start_line(node) + above_;
    }

    void enter(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        const bool block = type >= CMARK_NODE_FIRST_BLOCK && type <= CMARK_NODE_LAST_BLOCK;
        if (!block) return enter_inline(node, type);
        switch (type) {
            case CMARK_NODE_BLOCK_QUOTE:
                return builder_.open(element("blockquote"));
            case CMARK_NODE_LIST:
                return open_list(node);
            case CMARK_NODE_ITEM:
                return open_item(node);
            case CMARK_NODE_PARAGRAPH:
                return open_paragraph(node);
            case CMARK_NODE_HEADING:
                return open_heading(node);
            case CMARK_NODE_CODE_BLOCK:
                return add_code(node);
            case CMARK_NODE_HTML_BLOCK:
                in_note_ = false;
                return add_html_block(builder_, literal_of(node), line_of(node));
            case CMARK_NODE_THEMATIC_BREAK:
                builder_.open(element("hr"));
                return builder_.close();
            default:
                return;
        }
    }

    void leave(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_BLOCK_QUOTE:
            case CMARK_NODE_LIST:
            case CMARK_NODE_ITEM:
                return builder_.close();
            case CMARK_NODE_PARAGRAPH:
            case CMARK_NODE_HEADING:
                return close_leaf();
            case CMARK_NODE_LINK:
                return builder_.end_link();
            case CMARK_NODE_EMPH:
            case CMARK_NODE_STRONG:
                return builder_.end_emphasis();
            case CMARK_NODE_IMAGE:
                --images_;
                return;
            default:
                return;
        }
    }

    void open_list(cmark_node* node) {
        in_note_ = false;
        const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        builder_.open(element(ordered ? "ol" : "ul"));
    }

    /// The number of a list of one is a word of the text: "1914. The war …".
    void open_item(cmark_node* node) {
        builder_.open(element("li"));
        cmark_node* list = cmark_node_parent(node);
        if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) return;
        if (cmark_node_previous(node) != nullptr || cmark_node_next(node) != nullptr) return;
        const char mark = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.';
        number_ = fmt::format("{}{} ", cmark_node_get_list_start(list), mark);
    }

    /// cmark 0.30 does not count the line that a backslash ends.
    int inline_line(cmark_node* node) {
        const int line = line_of(node);
        uncounted_ = std::max(uncounted_, line_ - line);
        return line_ = line + uncounted_;
    }

    void open_leaf(PageElement element, int line) {
        builder_.open(std::move(element));
        leaf_open_ = true;
        line_ = line;
        if (!number_.empty()) builder_.text(number_, line);
        number_.clear();
    }

    void close_leaf() {
        end_raised();
        inline_html_.finish(builder_);
        if (leaf_open_) builder_.close();
        leaf_open_ = keep_lines_ = false;
        uncounted_ = 0;
    }

    void open_paragraph(cmark_node* node) {
        const int first = cmark_node_get_start_line(node);
        keep_lines_ = keeps_lines(source_, first, cmark_node_get_end_line(node));
        if (leaf_open_) return builder_.text(" ", line_of(node));  // goes on, see add_code()
        cmark_node* child = cmark_node_first_child(node);
        in_note_ = child != nullptr && opens_note(child);
        if (!in_note_) open_leaf(element("p"), line_of(node));
    }

    /// A paragraph above a line of dashes is a heading to CommonMark, to its author most often not.
    void open_heading(cmark_node* node) {
        in_note_ = false;
        const int first = cmark_node_get_start_line(node);
        const int last = cmark_node_get_end_line(node);
        std::size_t size = 0;
        for (int i = first; i < last && size <= kLongestHeading; ++i)
            size += source_.line(i).size();
        const bool prose = size > kLongestHeading;
        const std::string tag =
            prose ? "p" : fmt::format("h{}", cmark_node_get_heading_level(node));
        keep_lines_ = !prose;
        open_leaf(element(tag), line_of(node));
    }

    /// An indented line right above a paragraph is its first line, and an indented block below a
    /// footnote goes on with it.
    void add_code(cmark_node* node) {
        const std::string_view first = source_.line(cmark_node_get_start_line(node));
        const bool fenced = first.substr(0, 3) == "```" || first.substr(0, 3) == "~~~";
        cmark_node* next = cmark_node_next(node);
        const bool goes_on = !fenced && next != nullptr &&
                             cmark_node_get_type(next) == CMARK_NODE_PARAGRAPH &&
                             !source_.line(cmark_node_get_start_line(next) - 1).empty();
        const std::string text = with_note_brackets(literal_of(node));
        const int line = line_of(node) + (fenced ? 1 : 0);
        if (goes_on || (in_note_ && !fenced)) {
            open_leaf(in_note_ ? element("aside", "footnote") : element("p"), line);
            builder_.text(text, line);
            if (!goes_on) close_leaf();
            return;
        }
        in_note_ = false;
        const char* info = cmark_node_get_fence_info(node);
        open_leaf(element("pre", info == nullptr ? "" : info), line);
        builder_.begin_preformatted();
        builder_.text(text, line);
        builder_.end_preformatted();
        close_leaf();
    }

    void enter_inline(cmark_node* node, cmark_node_type type) {
        switch (type) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE:
                return add_text(node);
            case CMARK_NODE_SOFTBREAK:
                ++line_;
                if (keep_lines_) return builder_.line_break();
                return builder_.text(" ", line_);
            case CMARK_NODE_LINEBREAK:
                ++line_;
                return builder_.line_break();
            case CMARK_NODE_HTML_INLINE:
                return add_tag(node);
            case CMARK_NODE_LINK:
                return builder_.begin_link();
            case CMARK_NODE_EMPH:
            case CMARK_NODE_STRONG:
                return builder_.begin_emphasis();
            case CMARK_NODE_IMAGE:
                ++images_;
                return;
            default:
                return;
        }
    }

    void add_tag(cmark_node* node) {
        const std::string tag = lower_ascii(std::string(literal_of(node)));
        if (tag == "<sup>" && raises_note(node)) {
            builder_.begin_mark();
            raised_ = true;
        } else if (tag == "</sup>") {
            end_raised();
        } else {
            inline_html_.add(builder_, tag);
        }
    }

    void end_raised() {
        if (raised_) builder_.end_mark();
        raised_ = false;
    }

    static bool raises_note(cmark_node* node) {
        cmark_node* above = cmark_node_previous(node);
        cmark_node* below = cmark_node_next(node);
        if (above == nullptr || below == nullptr) return false;
        if (cmark_node_get_type(below) == CMARK_NODE_LINK) below = cmark_node_first_child(below);
        return below != nullptr && is_note_sign(literal_of(above), literal_of(below));
    }

    static bool opens_note(cmark_node* node) {
        return cmark_node_get_type(node) == CMARK_NODE_TEXT &&
               literal_of(node).substr(0, kNoteBracket.size()) == kNoteBracket;
    }

    void add_text(cmark_node* node) {
        if (images_ > 0 || inline_html_.hides()) return;
        std::string text = with_note_brackets(literal_of(node));
        const int line = inline_line(node);
        if (opens_note(node)) {
            in_note_ = true;
            close_leaf();
            open_leaf(element("aside", "footnote"), line);
            text.erase(0, std::min(text.find("]:") + 2, text.size()));
        }
        add_note_marks(builder_, text, line);
    }

    const SourceLines& source_;
    int above_ = 0;  // lines of the front matter
    PageBuilder& builder_;
    InlineHtml inline_html_;
    std::string number_;  // of the item, to stand before its text
    int line_ = 0;        // of the text last read
    int uncounted_ = 0;   // lines of the paragraph that cmark does not know of
    bool leaf_open_ = false;
    bool keep_lines_ = false;
    bool in_note_ = false;
    bool raised_ = false;  // within <sup>, and a reference
    int images_ = 0;       // open around the text
};

}  // namespace

Page read_markdown(std::string_view text, const std::string& path) {
    if (text.size() > kMost)
        throw Error(ErrorKind::input,
                    fmt::format("{}: more than {} MiB of Markdown; split it, or read it as text "
                                "with --from-format text",
                                path, kMost >> 20));
    PageBuilder builder;
    const FrontMatter front = read_front_matter(text);
    for (const auto& [key, value] : front.fields) builder.declare("front matter", key, value);
    text.remove_prefix(front.bytes);
    const std::string tamed = tame_markdown(text);
    const Tree tree(cmark_parse_document(tamed.data(), tamed.size(), CMARK_OPT_SOURCEPOS));
    cmark_consolidate_text_nodes(tree.get());
    Walker(SourceLines(tamed), front.lines, builder).walk(tree.get());
    return builder.finish();
}

}  // namespace declaim
