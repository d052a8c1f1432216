#include "text/furniture.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/address.hpp"
#include "text/line_look.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;

/// A header longer than this (in bytes of lines without a look) is not taken for one.
constexpr std::size_t kLongestHeader = 6000;
/// Lines looked at from either end; between them only repetition counts.
constexpr std::size_t kEdge = 400;

/// The line with each run of digits as '#'.
std::string without_numbers(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c < '0' || c > '9')
            out.push_back(c);
        else if (out.empty() || out.back() != '#')
            out.push_back('#');
    }
    return out;
}

/// What is the same on every page: the line without its numbers, of a web address the address
/// alone.
std::string running_key(std::string_view text) {
    if (text.substr(0, 4) == "http" || text.substr(0, 4) == "www.")
        return std::string(text.substr(0, text.find(' ')));
    return without_numbers(text);
}

bool is_bracketed(std::string_view text) {
    return is_opening_mark(first_visible(text)) && is_closing_mark(last_visible(text));
}

/// Running heads and feet: lines that come again and again with other numbers, or beside a page
/// mark. A refrain or salutation has neither numbers nor page marks beside it.
void drop_running_lines(const Page& page, const Rules& rules, Reasons& reasons) {
    std::unordered_map<std::string, std::vector<std::size_t>> same;
    const auto& lines = page.lines;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].text.size() < 300) same[running_key(lines[i].text)].push_back(i);
    for (const auto& [text, places] : same) {
        if (places.size() < 2 || is_bracketed(lines[places[0]].text)) continue;
        if (address_look(lines[places[0]].text, rules.address) != AddressLook::none) continue;
        int page_number = 0;
        const bool numbered = text.find('#') != std::string::npos;
        const bool url = text.find(":/") != std::string::npos || text.find("www.") == 0;
        if (is_page_mark(lines[places[0]].text, page_number)) continue;
        if (url || (numbered && places.size() >= 3 && !ends_sentence(text)))
            for (const std::size_t place : places) reasons[place] = url ? "url" : "running head";
    }
}

/// Page numbers: "3/9" with the same 9, or numbers that go up one by one, or beside a page break.
void drop_page_marks(const Page& page, Reasons& reasons) {
    const auto& lines = page.lines;
    std::vector<std::pair<std::size_t, int>> marks;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        int number = 0;
        if (is_page_mark(lines[i].text, number)) marks.emplace_back(i, number);
    }
    for (std::size_t m = 0; m < marks.size(); ++m) {
        const auto [line, number] = marks[m];
        const bool before = m > 0 && marks[m - 1].second + 1 == number;
        const bool after = m + 1 < marks.size() && marks[m + 1].second == number + 1;
        const bool at_break =
            lines[line].starts_page || (line + 1 < lines.size() && lines[line + 1].starts_page);
        const bool marked = words_of(lines[line].text).size() > 1 ||
                            lines[line].text.find_first_of("-[") != std::string::npos;
        if (before || after || at_break || marked) reasons[line] = "page mark";
    }
}

/// Lines that come again beside page marks or at the top of pages: heads without a number.
void drop_heads_beside_marks(const Page& page, const Rules& rules, Reasons& reasons) {
    const auto& lines = page.lines;
    std::unordered_map<std::string_view, std::vector<std::size_t>> beside;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!reasons[i].empty() || lines[i].text.size() > 200) continue;
        const bool near = lines[i].starts_page || (i > 0 && !reasons[i - 1].empty()) ||
                          (i + 1 < lines.size() && !reasons[i + 1].empty());
        if (near && !ends_sentence(lines[i].text) && !is_bracketed(lines[i].text) &&
            address_look(lines[i].text, rules.address) == AddressLook::none)
            beside[lines[i].text].push_back(i);
    }
    for (const auto& [text, places] : beside)
        if (places.size() >= 2)
            for (const std::size_t place : places) reasons[place] = "running head";
}

/// The text of an archive or licence around the document, parted from it by lines that say so.
void drop_frame(const Page& page, const Rules& rules, Reasons& reasons) {
    const auto& lines = page.lines;
    std::size_t begin = 0;
    std::size_t end = lines.size();
    for (std::size_t i = 0; i < end; ++i) {
        if (lines[i].text.size() > 200) continue;
        const std::vector<Word> words = words_of(lines[i].text);
        if (rules.furniture.begins_after.match(words, 0) != 0) begin = i + 1;
        if (rules.furniture.ends_before.match(words, 0) != 0 && i > begin) end = i;
    }
    if (begin >= end) return;
    std::fill_n(reasons.begin(), begin, "licence");
    std::fill(reasons.begin() + static_cast<std::ptrdiff_t>(end), reasons.end(), "licence");
}

/// The lines from `at` to the end of their block that are not yet dropped, joined.
std::string rest_of_block(const Page& page, const Reasons& reasons, std::size_t at) {
    std::string text = page.lines[at].text;
    for (std::size_t i = at + 1; i < page.lines.size() && !page.lines[i].starts_block; ++i) {
        if (text.size() > 2000) break;
        if (reasons[i].empty()) text += " " + page.lines[i].text;
    }
    return text;
}

/// Finds where the speech begins and names the lines before it.
class HeaderFinder {
  public:
    HeaderFinder(const Page& page, const Layout& layout, const Rules& rules,
                 const DateReader& dates, Reasons& reasons)
        : page_(page), layout_(layout), rules_(rules), dates_(dates), reasons_(reasons) {}

    void drop() {
        Reasons header = reasons_;
        std::size_t plain = 0;
        std::size_t seen = 0;
        for (std::size_t i = 0; i < page_.lines.size() && seen < kEdge; ++i) {
            if (!reasons_[i].empty()) continue;
            ++seen;
            const std::string& text = page_.lines[i].text;
            if (is_address(i)) return commit(header, i);
            const LineLook look = line_look(text, rules_, dates_);
            if (look == LineLook::plain) {
                if (is_speech(i)) return commit(header, i);
                plain += text.size();
            }
            if (plain > kLongestHeader) break;
            header[i] = look == LineLook::plain ? "title" : reason_of(look);
        }
        drop_what_has_a_look();
    }

  private:
    /// A weak salutation counts only where another or a sentence follows.
    [[nodiscard]] bool is_address(std::size_t at) const {
        const std::size_t count = address_lines(page_, reasons_, layout_, at, rules_);
        if (count == 0) return false;
        if (address_look(page_.lines[at].text, rules_.address) == AddressLook::strong) return true;
        for (std::size_t next = at + count; next < page_.lines.size(); ++next)
            if (reasons_[next].empty())
                return address_lines(page_, reasons_, layout_, next, rules_) != 0 ||
                       is_speech(next);
        return false;
    }

    [[nodiscard]] bool is_speech(std::size_t at) const {
        const std::string& line = page_.lines[at].text;
        if (is_prose(line, rules_, dates_) || opens_sentence(line)) return true;
        return layout_.wrapped && is_prose(rest_of_block(page_, reasons_, at), rules_, dates_);
    }

    /// "I call on the parties:" has no full stop and is a sentence none the less.
    [[nodiscard]] bool opens_sentence(std::string_view line) const {
        const char32_t last = last_visible(line);
        if (last != U':' && last != U',' && last != U';') return false;
        const std::vector<Word> words = words_of(line.substr(0, 1000));
        return words.size() >= 3 && rules_.address.sentence_words.match(words, 0) != 0;
    }

    void commit(const Reasons& header, std::size_t end) {
        std::copy_n(header.begin(), end, reasons_.begin());
    }

    /// There is no sentence to be seen: only lines that show what they are go, at the very top.
    void drop_what_has_a_look() {
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!reasons_[i].empty()) continue;
            const LineLook look = line_look(page_.lines[i].text, rules_, dates_);
            if (look == LineLook::plain) return;
            reasons_[i] = reason_of(look);
        }
    }

    const Page& page_;
    const Layout& layout_;
    const Rules& rules_;
    const DateReader& dates_;
    Reasons& reasons_;
};

/// Looks that may stand at the foot of a page. A byline or title there may be a signature.
bool is_footer_look(LineLook look) {
    return look == LineLook::posted || look == LineLook::navigation || look == LineLook::url ||
           look == LineLook::copyright || look == LineLook::page_mark || look == LineLook::notice ||
           look == LineLook::date;
}

/// Drops what stands after the last sentence, from the first line that shows it is furniture.
void drop_footer(const Page& page, const Rules& rules, const DateReader& dates, Reasons& reasons) {
    const auto& lines = page.lines;
    std::size_t first = lines.size();  // of the lines after the last sentence
    for (; first > 0 && lines.size() - first < kEdge; --first) {
        const std::size_t i = first - 1;
        if (!reasons[i].empty()) continue;
        if (is_footer_look(line_look(lines[i].text, rules, dates))) continue;
        if (ends_sentence(lines[i].text) || lines[i].text.size() > 200) break;
        if (address_look(lines[i].text, rules.address) != AddressLook::none) break;
    }
    bool footer = false;
    for (std::size_t i = first; i < lines.size(); ++i) {
        const LineLook look = line_look(lines[i].text, rules, dates);
        footer = footer || is_footer_look(look);
        if (footer && reasons[i].empty())
            reasons[i] = is_footer_look(look) ? reason_of(look) : "footer";
    }
}

}  // namespace

std::size_t address_lines(const Page& page, const Reasons& reasons, const Layout& layout,
                          std::size_t at, const Rules& rules) {
    constexpr std::size_t kMost = 6;
    std::string text;
    for (std::size_t i = at; i < page.lines.size() && i < at + kMost; ++i) {
        if (!reasons[i].empty() || (i > at && page.lines[i].starts_block)) return 0;
        text += (i > at ? " " : "") + page.lines[i].text;
        if (text.size() > 1000) return 0;
        const bool last =
            i + 1 >= page.lines.size() || page.lines[i + 1].starts_block || !reasons[i + 1].empty();
        const bool closed = ends_address(page.lines[i].text) || last || !layout.wrapped;
        if (closed && address_look(text, rules.address) != AddressLook::none) return i + 1 - at;
    }
    return 0;
}

std::vector<std::string_view> find_furniture(const Page& page, const Layout& layout,
                                             const Rules& rules, const DateReader& dates) {
    Reasons reasons(page.lines.size());
    drop_running_lines(page, rules, reasons);
    drop_page_marks(page, reasons);
    drop_heads_beside_marks(page, rules, reasons);
    drop_frame(page, rules, reasons);
    HeaderFinder(page, layout, rules, dates, reasons).drop();
    drop_footer(page, rules, dates, reasons);
    return reasons;
}

}  // namespace declaim
