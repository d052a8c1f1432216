#include <algorithm>
#include <numeric>

#include "base/unicode.hpp"
#include "text/page.hpp"

namespace declaim {
namespace {

constexpr int kTabWidth = 8;
/// Nobody wraps prose narrower than this.
constexpr std::size_t kNarrowest = 32;
/// A line longer than this was not wrapped by a program or by hand.
constexpr std::size_t kLongestWrapped = 200;

int indent_of(std::string_view line) {
    int columns = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = next_char(line, at);
        if (!is_space(c)) break;
        columns += c == '\t' ? kTabWidth - columns % kTabWidth : 1;
        if (columns > 1000) break;
    }
    return columns;
}

/// What the inner lines of blocks (those with another line below them) look like.
struct InnerLines {
    std::size_t count = 0;
    std::size_t closed = 0;  // end like a sentence
    std::size_t lengthy = 0;
    std::size_t bytes = 0;
    std::size_t characters = 0;
    std::vector<std::size_t> lengths;
    std::vector<std::size_t> open;  // lengths of those that do not end like a sentence, with
                                    // nothing below that shows the sentence goes on
    std::size_t going_on = 0;       // that do, in lower case
};

InnerLines inner_lines(const Page& page) {
    InnerLines inner;
    const auto& lines = page.lines;
    for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
        for (end = begin + 1; end < lines.size() && !lines[end].starts_block; ++end) {
        }
        // A stack of titles or names is no prose: no line of it ends like a sentence.
        const bool prose =
            std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                        lines.begin() + static_cast<std::ptrdiff_t>(end),
                        [](const PageLine& line) { return ends_sentence(line.text); });
        if (end - begin < 2 || !prose) continue;
        for (std::size_t i = begin; i + 1 < end; ++i) {
            ++inner.count;
            const std::size_t length = characters(lines[i].text);
            if (ends_sentence(lines[i].text))
                ++inner.closed;
            else if (starts_lower(lines[i + 1].text))
                ++inner.going_on;
            else
                inner.open.push_back(length);
            if (length > kLongestWrapped) ++inner.lengthy;
            inner.lengths.push_back(length);
            inner.bytes += lines[i].text.size();
            inner.characters += length;
        }
    }
    return inner;
}

}  // namespace

Page read_text(std::string_view text) {
    Page page;
    int number = 1;
    bool blank = true;
    bool new_page = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
        const std::string_view raw = text.substr(begin, end - begin);
        std::string folded = fold_spaces(raw);
        if (folded.empty()) {
            blank = true;
        } else {
            PageLine& line = page.lines.emplace_back();
            line.text = std::move(folded);
            line.line = number;
            line.indent = indent_of(raw);
            line.starts_block = blank;
            line.starts_page = new_page;
            blank = new_page = false;
        }
        if (end < text.size() && text[end] == '\f') new_page = true;
        if (end < text.size() && text[end] == '\n') ++number;
        begin = end + 1;
    }
    return page;
}

Layout layout_of(const Page& page) {
    InnerLines inner = inner_lines(page);
    if (inner.count == 0 || inner.lengthy * 5 > inner.count) return {};
    if (inner.closed * 10 > inner.count * 6) return {};
    std::sort(inner.lengths.begin(), inner.lengths.end());
    const std::size_t width = inner.lengths[inner.lengths.size() * 9 / 10];
    // An ideograph, of three bytes, is twice as wide.
    const bool wide = inner.bytes * 2 > inner.characters * 5;
    if (width < (wide ? kNarrowest / 2 : kNarrowest)) return {};
    // A few short lines among long ones are verse or a list.
    std::size_t over = 0;  // characters
    for (const PageLine& line : page.lines) {
        const std::size_t length = line.text.size() > width ? characters(line.text) : 0;
        if (length * 2 > width * 3) over += length;
    }
    if (over * 2 > std::accumulate(inner.lengths.begin(), inner.lengths.end(), std::size_t{0}))
        return {};
    // Where lines are wrapped, what goes on below is full; salutations and lists are not.
    const auto full = std::count_if(inner.open.begin(), inner.open.end(),
                                    [&](std::size_t length) { return length * 10 >= width * 7; });
    if ((static_cast<std::size_t>(full) + inner.going_on) * 2 < inner.open.size() + inner.going_on)
        return {};
    return {true, width};
}

}  // namespace declaim
