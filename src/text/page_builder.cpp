#include "text/page_builder.hpp"

#include <cassert>

#include "base/unicode.hpp"

namespace declaim {
namespace {

constexpr int kTabWidth = 8;
constexpr int kWidest = 1000;

}  // namespace

void PageBuilder::open(PageElement element) {
    end_block();
    element.parent = -1;
    stack_.push_back({std::move(element), -1});
}

void PageBuilder::close() {
    assert(!stack_.empty());
    end_block();
    stack_.pop_back();
}

int PageBuilder::element_index() {
    int parent = -1;
    // Only what is not yet in the page; most often nothing.
    std::size_t first = stack_.size();
    while (first > 0 && stack_[first - 1].index < 0) --first;
    if (first > 0) parent = stack_[first - 1].index;
    for (std::size_t i = first; i < stack_.size(); ++i) {
        stack_[i].element.parent = parent;
        parent = stack_[i].index = static_cast<int>(page_.elements.size());
        page_.elements.push_back(stack_[i].element);
    }
    return parent;
}

void PageBuilder::end_line() {
    space_ = false;
    indent_ = 0;
    if (current_.text.empty()) return;
    if (mark_begin_ != std::string::npos) {
        if (mark_begin_ < current_.text.size())
            current_.marks.push_back({mark_begin_, current_.text.size()});
        mark_begin_ = 0;
    }
    current_.element = element_index();
    current_.starts_block = starts_block_;
    current_.starts_page = starts_page_;
    starts_block_ = starts_page_ = false;
    breaks_ = 0;
    page_.lines.push_back(std::move(current_));
    current_ = {};
}

void PageBuilder::end_block() {
    end_line();
    starts_block_ = true;
    breaks_ = 0;
}

void PageBuilder::line_break() {
    end_line();
    if (++breaks_ > 1) starts_block_ = true;
}

void PageBuilder::page_break() {
    end_line();
    starts_page_ = true;
}

void PageBuilder::begin_mark() {
    if (mark_begin_ == std::string::npos) mark_begin_ = current_.text.size();
}

void PageBuilder::end_mark() {
    if (mark_begin_ != std::string::npos && mark_begin_ < current_.text.size())
        current_.marks.push_back({mark_begin_, current_.text.size()});
    mark_begin_ = std::string::npos;
}

void PageBuilder::end_preformatted() {
    --preformatted_;
    end_line();
}

void PageBuilder::add(std::string_view visible, int line) {
    if (current_.text.empty()) {
        current_.line = line;
        current_.indent = indent_;
    } else {
        if (space_) {
            if (mark_begin_ == current_.text.size()) ++mark_begin_;
            current_.text.push_back(' ');
            if (space_linked_) ++current_.linked;
            if (space_linked_ && inner_links_ > 0) ++current_.linked_inside;
        }
        const int last = current_.starts.empty() ? current_.line : current_.starts.back().line;
        if (line != last) current_.starts.push_back({current_.text.size(), line});
    }
    space_ = false;
    current_.text += visible;
    if (links_ > 0) current_.linked += visible.size();
    if (inner_links_ > 0) current_.linked_inside += visible.size();
    if (emphases_ > 0) current_.emphasised += visible.size();
}

void PageBuilder::text(std::string_view text, int line) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        std::size_t end = at;
        while (end < text.size()) {  // a run of what is visible
            if (is_ascii(text[end]) && text[end] > ' ') {
                ++end;
                continue;
            }
            // A single space between words of ASCII needs no folding.
            if (end > begin && text[end] == ' ' && preformatted_ == 0 && end + 1 < text.size() &&
                is_ascii(text[end + 1]) && text[end + 1] > ' ') {
                ++end;
                continue;
            }
            std::size_t next = end;
            if (is_space(next_char(text, next))) break;
            end = next;
        }
        if (end > begin) {
            add(text.substr(begin, end - begin), line);
            at = end;
            continue;
        }
        const char32_t c = next_char(text, at);
        if (c == U'\n') ++line;
        if (preformatted_ > 0 && (c == U'\n' || c == U'\f')) {
            if (c == U'\n')
                line_break();
            else
                page_break();
            continue;
        }
        space_ = true;
        space_linked_ = links_ > 0 && current_.linked > 0;
        if (current_.text.empty() && preformatted_ > 0 && indent_ < kWidest)
            indent_ += c == U'\t' ? kTabWidth - indent_ % kTabWidth : 1;
    }
}

void PageBuilder::declare(std::string_view from, std::string_view name, std::string_view value,
                          bool raw) {
    std::string folded = raw ? std::string(value) : fold_spaces(value);
    if (!folded.empty())
        page_.declared.push_back({std::string(from), std::string(name), std::move(folded)});
}

Page PageBuilder::finish() {
    end_block();
    Page page = std::move(page_);
    *this = {};
    return page;
}

}  // namespace declaim
