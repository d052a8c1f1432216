#include "text/paragraphs.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>

#include "text/address.hpp"
#include "text/footnotes.hpp"
#include "text/furniture.hpp"
#include "text/list_marks.hpp"
#include "text/tag_names.hpp"
#include "text/verse.hpp"
#include "text/vocabulary.hpp"

namespace declaim {
namespace {

constexpr int kSetIn = 2;  // columns at least by which a quotation is set in

bool is_bracketed(std::string_view text) {
    const char32_t first = first_visible(text);
    const char32_t last = last_visible(text);
    return (first == U'(' && last == U')') || (first == U'[' && last == U']');
}

/// Chinese and Japanese are written without spaces.
bool is_unspaced(char32_t c) {
    const auto mark = static_cast<UChar32>(c);
    const bool wide = u_getIntPropertyValue(mark, UCHAR_EAST_ASIAN_WIDTH) == U_EA_WIDE ||
                      u_getIntPropertyValue(mark, UCHAR_EAST_ASIAN_WIDTH) == U_EA_FULLWIDTH;
    return c >= 0x1100 && wide && u_getIntPropertyValue(mark, UCHAR_HANGUL_SYLLABLE_TYPE) == 0;
}

bool joins_without_space(std::string_view above, std::string_view below) {
    return is_unspaced(last_visible(above)) && is_unspaced(first_visible(below));
}

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
        find_roles();
        find_margin();
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
        pieces_.back().starts_block = page_.lines[at].starts_block;
        if (page_.lines[at].element >= 0)
            pieces_.back().role = roles_[static_cast<std::size_t>(page_.lines[at].element)];
        const std::size_t count = address_lines(page_, reasons_, layout_, at, rules_);
        if (count == 0 && add_verse(at)) return at + verse_lines_ - 1;
        append(page_.lines[at]);
        pieces_.back().address = count != 0;
        pieces_.back().element = page_.lines[at].element;
        for (std::size_t i = at + 1; i < at + count; ++i) append(page_.lines[i]);
        return count == 0 ? at : at + count - 1;
    }

    /// Takes the lines of a stanza that begins here.
    bool add_verse(std::size_t at) {
        const Role role = pieces_.back().role;
        if (role == Role::heading || role == Role::item || page_.lines[at].note) return false;
        verse_lines_ = verse_lines(page_, reasons_, layout_, at, rules_);
        if (verse_lines_ == 0) return false;
        pieces_.back().verse = true;
        for (std::size_t i = at; i < at + verse_lines_; ++i) append(page_.lines[i]);
        return true;
    }

    [[nodiscard]] bool continues(std::size_t before, std::size_t at) const {
        const PageLine& last = page_.lines[before];
        const PageLine& line = page_.lines[at];
        std::size_t number = 0;
        if (line.by_hand != last.by_hand) return false;
        if (line.note != last.note || (line.note && note_number(line.text, number) != 0))
            return false;
        if (pieces_.back().address || pieces_.back().verse || is_bracketed(line.text) ||
            is_bracketed(last.text))
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

    /// What the element of a line, or the nearest one around it, makes of it.
    void find_roles() {
        for (const PageElement& element : page_.elements) {
            Role role =
                element.parent < 0 ? Role::none : roles_[static_cast<std::size_t>(element.parent)];
            const std::string& tag = element.tag;
            if (is_heading_tag(tag))
                role = Role::heading;
            else if (tag == "li" || tag == "dd")
                role = Role::item;
            else if (tag == "blockquote")
                role = Role::quote;
            roles_.push_back(role);
        }
    }

    /// How far most lines of the speech are set in.
    void find_margin() {
        std::map<int, std::size_t> indents;
        for (std::size_t i = 0; i < page_.lines.size(); ++i)
            if (reasons_[i].empty()) ++indents[page_.lines[i].indent];
        std::size_t most = 0;
        for (const auto& [indent, count] : indents)
            if (count > most) {
                most = count;
                margin_ = indent;
            }
    }

    /// The width of each line: that of the page, or of its block where it is set narrower.
    void find_widths() {
        const auto& lines = page_.lines;
        widths_.assign(lines.size(), layout_.width);
        if (layout_.width == 0) return;
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
        const ListMark mark = list_mark(line.text);
        if (mark.end == 0) return false;
        const char32_t c = last_visible(last.text);
        if (ends_sentence(last.text) || c == U':' || c == U';') return true;
        if (c == U',' && mark.number == 0) return true;
        const ListMark above = list_mark(pieces_.back().text);
        return above.end != 0 && (mark.number == 0 || mark.number == above.number + 1);
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
        const bool joined =
            !piece.text.empty() && !piece.verse &&
            (mend_hyphen(piece, line) || joins_without_space(piece.text, line.text));
        if (!piece.text.empty() && !joined) piece.text += piece.verse ? '\n' : ' ';
        const bool first = piece.text.empty();
        piece.indented = (first || piece.indented) && line.indent >= margin_ + kSetIn;
        if (!first) ++piece.more_lines;
        piece.starts.push_back({piece.text.size(), line.line, line.row});
        for (const LineStart& start : line.starts)
            piece.starts.push_back(
                {piece.text.size() + start.at, start.line, start.row < 0 ? line.row : start.row});
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
                              {piece.lines({text.size(), text.size()}).last, line.line},
                              piece.rows({text.size(), text.size()}).last});
        return true;
    }

    const Page& page_;
    const std::vector<std::string_view>& reasons_;
    const Layout& layout_;
    const Rules& rules_;
    std::vector<Rewritten>& rewritten_;
    Vocabulary vocabulary_;
    std::vector<std::size_t> widths_;
    std::vector<Role> roles_;  // per element
    int margin_ = 0;           // columns
    std::size_t verse_lines_ = 0;
    std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> join_lines(const Page& page, const std::vector<std::string_view>& reasons,
                              const Layout& layout, const Rules& rules,
                              std::vector<Rewritten>& rewritten) {
    return Joiner(page, reasons, layout, rules, rewritten).join();
}

}  // namespace declaim
