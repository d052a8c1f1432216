#include "text/paragraphs.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "text/address.hpp"
#include "text/furniture.hpp"
#include "text/line_look.hpp"
#include "text/tidy.hpp"

namespace declaim {
namespace {

/// The sign before an item of a list.
struct Marker {
    bool any = false;
    int number = 0;  // of "2." and "(2)"
};

/// "1. ", "(1) ", "1) ", "a) ", "(a) ", "iv. ", "(iv) "; no year, no initial.
Marker numbering_of(std::string_view text) {
    const bool open = !text.empty() && text.front() == '(';
    if (open) text.remove_prefix(1);
    const std::size_t end = text.find_first_of(".)");
    if (end == 0 || end == std::string_view::npos || end > 4 || end + 1 >= text.size()) return {};
    if (text[end + 1] != ' ' || (open && text[end] != ')')) return {};
    const std::string_view sign = text.substr(0, end);
    if (sign.find_first_not_of("0123456789") == std::string_view::npos)
        return sign.size() > 2 ? Marker{} : Marker{true, std::atoi(std::string(sign).c_str())};
    if (sign.find_first_not_of("ivx") == std::string_view::npos) return {true, 0};
    return {sign.size() == 1 && sign[0] >= 'a' && sign[0] <= 'z' && text[end] == ')', 0};
}

Marker marker_of(std::string_view text) {
    return bullet_end(text) != 0 ? Marker{true, 0} : numbering_of(text);
}

bool is_bracketed(std::string_view text) {
    const char32_t first = first_visible(text);
    const char32_t last = last_visible(text);
    return (first == U'(' && last == U')') || (first == U'[' && last == U']');
}

/// The words of a document that stand in one and those with a hyphen, to mend cut words.
class Vocabulary {
  public:
    explicit Vocabulary(const Page& page) {
        const bool needed = std::any_of(
            page.lines.begin(), page.lines.end(),
            [](const PageLine& l) { return l.text.size() > 1 && l.text.back() == '-'; });
        if (!needed) return;
        for (const PageLine& line : page.lines) add(line.text);
    }
    [[nodiscard]] bool has(const std::string& word) const { return words_.count(word) != 0; }

  private:
    void add(std::string_view text) {
        const std::vector<Word> words = words_of(text);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool cut = i + 1 == words.size() && text.back() == '-';
            if (!cut) words_.insert(words[i].folded);
            if (i > 0 && text.substr(words[i - 1].end, words[i].begin - words[i - 1].end) == "-")
                words_.insert(words[i - 1].folded + "-" + words[i].folded);
        }
    }
    std::unordered_set<std::string> words_;
};

class Joiner {
  public:
    Joiner(const Page& page, const std::vector<std::string_view>& reasons, const Layout& layout,
           const Rules& rules, std::vector<Rewritten>& rewritten)
        : page_(page),
          reasons_(reasons),
          layout_(layout),
          rules_(rules),
          rewritten_(rewritten),
          vocabulary_(page) {}

    std::vector<Piece> join() {
        find_widths();
        std::size_t previous = page_.lines.size();
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!reasons_[i].empty()) continue;
            const bool first = previous == page_.lines.size();
            if (!first && continues(previous, i)) {
                append(page_.lines[i]);
                previous = i;
            } else {
                previous = start(i);
                i = previous;
            }
        }
        return std::move(pieces_);
    }

  private:
    /// Begins a paragraph at a line, or takes all lines of a salutation. Returns the last line
    /// used.
    std::size_t start(std::size_t at) {
        pieces_.push_back({});
        pieces_.back().note = page_.lines[at].note;
        pieces_.back().element = page_.lines[at].element;
        const std::size_t count = address_lines(page_, reasons_, layout_, at, rules_);
        append(page_.lines[at]);
        pieces_.back().address = count != 0;
        for (std::size_t i = at + 1; i < at + count; ++i) append(page_.lines[i]);
        return count == 0 ? at : at + count - 1;
    }

    [[nodiscard]] bool continues(std::size_t before, std::size_t at) const {
        const PageLine& last = page_.lines[before];
        const PageLine& line = page_.lines[at];
        std::size_t number = 0;
        if (line.note != last.note || (line.note && note_number(line.text, number) != 0))
            return false;
        if (pieces_.back().address || is_bracketed(line.text) || is_bracketed(last.text))
            return false;
        const bool cut = at != before + 1;  // furniture stood between
        bool block_between = line.starts_block;
        for (std::size_t i = before + 1; i < at; ++i)
            block_between = block_between || page_.lines[i].starts_block;
        if (block_between) return is_broken(last, line, cut);
        if (!layout_.wrapped) return false;
        if (opens_item(last, line)) return false;
        if (line.indent >= last.indent + 2 && ends_sentence(last.text)) return false;
        return !ends_early(last, line) && !is_hard_break(before, at);
    }

    /// The width of each line: that of the page, or of its block where it is set narrower.
    void find_widths() {
        const auto& lines = page_.lines;
        widths_.assign(lines.size(), layout_.width);
        for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
            std::size_t width = characters(lines[begin].text);
            for (end = begin + 1; end < lines.size() && !lines[end].starts_block; ++end)
                width = std::max(width, characters(lines[end].text));
            if (width < layout_.width && is_narrow(begin, end, width))
                std::fill(widths_.begin() + static_cast<std::ptrdiff_t>(begin),
                          widths_.begin() + static_cast<std::ptrdiff_t>(end), width);
        }
    }

    /// Whether the lines [begin, end) are prose at that width: all but the last are full, and most
    /// go on in lower case, which verse and lists do not.
    [[nodiscard]] bool is_narrow(std::size_t begin, std::size_t end, std::size_t width) const {
        if (end - begin < 3) return false;
        std::size_t lower = 0;
        for (std::size_t i = begin; i + 1 < end; ++i) {
            if (characters(page_.lines[i].text) * 10 < width * 7) return false;
            if (starts_lower(page_.lines[i + 1].text)) ++lower;
        }
        return lower * 2 > end - begin - 1;
    }

    /// A line so short that the next word would have stood on it: verse, a list, a title.
    [[nodiscard]] bool is_hard_break(std::size_t before, std::size_t at) const {
        const PageLine& last = page_.lines[before];
        const PageLine& line = page_.lines[at];
        if (last.text.back() == '-' || last_visible(last.text) == U'–') return false;
        if (last.text.find_first_not_of("0123456789./ ") == std::string::npos) return false;
        const std::size_t needed =
            characters(last.text) + 1 +
            characters(std::string_view(line.text).substr(0, line.text.find(' ')));
        const std::size_t share = starts_lower(line.text) ? 5 : 7;  // tenths
        return needed * 10 < widths_[before] * share;
    }

    /// An item of a list begins: after a mark or another item. A dash or number inside a sentence
    /// that happens to begin a line is none.
    [[nodiscard]] bool opens_item(const PageLine& last, const PageLine& line) const {
        const Marker marker = marker_of(line.text);
        if (!marker.any) return false;
        const char32_t c = last_visible(last.text);
        if (ends_sentence(last.text) || c == U':' || c == U';') return true;
        if (c == U',' && marker.number == 0) return true;
        const Marker above = marker_of(pieces_.back().text);
        return above.any && (marker.number == 0 || marker.number == above.number + 1);
    }

    /// A sentence that goes on behind a blank line.
    [[nodiscard]] bool is_broken(const PageLine& last, const PageLine& line, bool cut) const {
        if (!cut && !layout_.wrapped) return false;
        const char32_t c = last_visible(last.text);
        const bool open =
            !ends_sentence(last.text) && c != U':' && c != U';' && !is_closing_mark(c);
        if (!open || is_all_caps(last.text)) return false;
        if (starts_lower(line.text)) return cut || c != U',';
        return cut && layout_.wrapped && characters(last.text) * 10 > layout_.width * 7 &&
               address_look(line.text, rules_.address) == AddressLook::none;
    }

    /// A sentence ends far from the right margin and a new one begins below.
    [[nodiscard]] bool ends_early(const PageLine& last, const PageLine& line) const {
        return ends_sentence(last.text) && !starts_lower(line.text) &&
               characters(last.text) * 10 < layout_.width * 6;
    }

    void append(const PageLine& line) {
        Piece& piece = pieces_.back();
        if (!piece.text.empty() && !mend_hyphen(piece, line)) piece.text += ' ';
        piece.starts.push_back({piece.text.size(), line.line});
        for (const LineStart& start : line.starts)
            piece.starts.push_back({piece.text.size() + start.at, start.line});
        piece.text += line.text;
    }

    /// Whether the next line goes on without a space; takes a hyphen away that only cut the word.
    bool mend_hyphen(Piece& piece, const PageLine& line) {
        std::string& text = piece.text;
        const std::string_view next = line.text;
        if (text.back() != '-' || !starts_lower(next)) return false;
        const std::vector<Word> tail = words_of(std::string_view(text).substr(
            text.size() > 80 ? text.find(' ', text.size() - 80) + 1 : 0));
        const std::vector<Word> head = words_of(next.substr(0, 200));
        if (tail.empty() || head.empty() || head[0].begin != 0) return false;
        if (text.size() < 2 || text[text.size() - 2] == ' ' || text[text.size() - 2] == '-')
            return false;
        const std::string& left = tail.back().folded;
        const std::string& right = head[0].folded;
        const bool spelt_apart = vocabulary_.has(left + "-" + right) ||
                                 (vocabulary_.has(left) && vocabulary_.has(right));
        if (spelt_apart && !vocabulary_.has(left + right)) return true;
        const std::string cut = text.substr(text.rfind(' ') + 1);
        const std::string rest(next.substr(0, head[0].end));
        text.pop_back();
        rewritten_.push_back({cut + " " + rest,
                              cut.substr(0, cut.size() - 1) + rest,
                              "hyphen",
                              {piece.lines({text.size(), text.size()}).last, line.line}});
        return true;
    }

    const Page& page_;
    const std::vector<std::string_view>& reasons_;
    const Layout& layout_;
    const Rules& rules_;
    std::vector<Rewritten>& rewritten_;
    Vocabulary vocabulary_;
    std::vector<std::size_t> widths_;
    std::vector<Piece> pieces_;
};

}  // namespace

LineRange Piece::lines(const ByteRange& range) const {
    const auto line_at = [&](std::size_t at) {
        const auto next = std::upper_bound(
            starts.begin(), starts.end(), at,
            [](std::size_t value, const LineStart& start) { return value < start.at; });
        return next == starts.begin() ? starts.front().line : std::prev(next)->line;
    };
    return {line_at(range.begin), line_at(range.end > range.begin ? range.end - 1 : range.end)};
}

Piece Piece::part(ByteRange range) const {
    while (range.begin < range.end && text[range.begin] == ' ') ++range.begin;
    while (range.begin < range.end && text[range.end - 1] == ' ') --range.end;
    Piece out;
    out.note = note;
    out.element = element;
    out.text = text.substr(range.begin, range.size());
    out.starts.push_back({0, lines(range).first});
    for (const LineStart& start : starts)
        if (start.at > range.begin && start.at < range.end)
            out.starts.push_back({start.at - range.begin, start.line});
    return out;
}

std::vector<Piece> join_lines(const Page& page, const std::vector<std::string_view>& reasons,
                              const Layout& layout, const Rules& rules,
                              std::vector<Rewritten>& rewritten) {
    return Joiner(page, reasons, layout, rules, rewritten).join();
}

}  // namespace declaim
