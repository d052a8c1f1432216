#include "text/running.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/address.hpp"
#include "text/line_look.hpp"
#include "text/scan.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;
using Places = std::vector<std::size_t>;

/// No page has fewer lines, blank ones too.
constexpr int kShortestPage = 20;
constexpr ByteSet kDigits("0123456789");

/// The line with each run of digits as '#'.
std::string without_numbers(std::string_view text) {
    const std::size_t first = kDigits.find(text);
    if (first == std::string_view::npos) return std::string(text);
    std::string out(text.substr(0, first));
    for (const char c : text.substr(first)) {
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

/// Whether all its numbers have four digits: "1914", "Price list 2011".
bool numbers_years(std::string_view text) {
    std::size_t digits = 0;
    bool years = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            ++digits;
        } else if (digits != 0) {
            if (digits != 4) return false;
            years = true;
            digits = 0;
        }
    }
    return years;
}

/// Says whether lines that look alike are those of pages.
class PageEvidence {
  public:
    PageEvidence(const Page& page, const Layout& layout, const Rules& rules, const Reasons& reasons)
        : page_(page), layout_(layout), rules_(rules), reasons_(reasons) {
        for (const PageLine& line : page.lines)
            if (line.text.size() < 200) ++count_[line.text];
    }

    [[nodiscard]] bool at_break(std::size_t at) const {
        return page_.lines[at].starts_page ||
               (at + 1 < page_.lines.size() && page_.lines[at + 1].starts_page);
    }

    /// Whether a sentence breaks off above and goes on below, other furniture left out.
    [[nodiscard]] bool cuts(std::size_t at) const {
        constexpr std::size_t kMost = 6;  // lines of a foot and a head together
        std::size_t before = at;
        while (before > 0 && at - before < kMost && (before == at || is_small(before))) --before;
        std::size_t after = at + 1;
        while (after < page_.lines.size() && after - at < kMost && is_small(after)) ++after;
        if (before == at || after >= page_.lines.size()) return false;
        const std::string& above = page_.lines[before].text;
        const std::string& below = page_.lines[after].text;
        if (ends_sentence(above) || last_visible(above) == U':') return false;
        const bool full = layout_.wrapped && characters(above) * 10 >= layout_.width * 6;
        return full && (starts_lower(below) || characters(below) * 10 >= layout_.width * 6);
    }

    [[nodiscard]] bool supports(const Places& places) const {
        std::size_t signs = 0;
        for (const std::size_t at : places)
            if (at_break(at) || cuts(at)) ++signs;
        if (signs > 0 && places.back() + 1 == page_.lines.size()) ++signs;
        const auto [nearest, farthest] = distances(places);
        if (nearest <= 1) return false;
        if (signs * 2 >= places.size() || (signs > 0 && nearest >= kShortestPage)) return true;
        return nearest >= kShortestPage && farthest <= nearest * 2 &&
               !std::all_of(places.begin(), places.end(),
                            [&](std::size_t at) { return is_heading(at); });
    }

  private:
    /// Furniture already, or what else may stand in a head or foot.
    [[nodiscard]] bool is_small(std::size_t at) const {
        int number = 0;
        const std::string& text = page_.lines[at].text;
        if (!reasons_[at].empty() || is_page_mark(text, rules_, number)) return true;
        const auto known = count_.find(text);
        return known != count_.end() && known->second > 1 && !ends_sentence(text);
    }

    /// The fewest and the most lines from one place to the next; the last page may be short.
    [[nodiscard]] std::pair<int, int> distances(const Places& places) const {
        int nearest = 1000000;
        int farthest = 0;
        for (std::size_t i = 1; i < places.size(); ++i) {
            if (places[i] == places[i - 1] + 1) return {1, 1};
            if (i > 1 && i + 1 == places.size()) break;
            const int distance = page_.lines[places[i]].line - page_.lines[places[i - 1]].line;
            nearest = std::min(nearest, distance);
            farthest = std::max(farthest, distance);
        }
        return {nearest, farthest};
    }

    /// A block of its own with a paragraph below.
    [[nodiscard]] bool is_heading(std::size_t at) const {
        return page_.lines[at].starts_block && at + 1 < page_.lines.size() &&
               page_.lines[at + 1].starts_block && !is_small(at + 1);
    }

    const Page& page_;
    const Layout& layout_;
    const Rules& rules_;
    const Reasons& reasons_;
    std::unordered_map<std::string_view, int> count_;
};

/// A time and nothing else, as captions have it: "00:24".
bool is_clock(std::string_view text) {
    const std::size_t digit = text.find_first_of("0123456789");
    return text.find(':') != std::string_view::npos && digit < 2 &&
           (digit == 0 || text[0] == '[' || text[0] == '(') &&
           text.find_first_not_of("0123456789:.,-> []()") == std::string_view::npos;
}

/// Running heads and feet: lines that come again and again with other numbers, or web addresses.
/// A refrain or salutation has neither numbers nor page marks beside it.
void drop_running_lines(const Page& page, const Layout& layout, const Rules& rules,
                        Reasons& reasons) {
    std::unordered_map<std::string, Places> same;
    const auto& lines = page.lines;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].text.size() < 300) same[running_key(lines[i].text)].push_back(i);
    const Reasons known = reasons;
    const PageEvidence evidence(page, layout, rules, known);
    for (const auto& [text, places] : same) {
        const std::string& line = lines[places[0]].text;
        if (places.size() < 2 || (is_bracketed(line) && !is_clock(line))) continue;
        if (address_look(line, rules.address) != AddressLook::none) continue;
        int page_number = 0;
        const bool numbered = text.find('#') != std::string::npos && !numbers_years(line);
        const bool url = text.find(":/") != std::string::npos || text.find("www.") == 0;
        if (is_page_mark(line, rules, page_number)) continue;
        const bool running = numbered && places.size() >= 3 && !ends_sentence(text) &&
                             !has_voice(line, rules) && evidence.supports(places);
        const bool clock = places.size() >= 3 && is_clock(line);
        if (url || running || clock)
            for (const std::size_t place : places)
                reasons[place] = url ? "url" : clock ? "time" : "running head";
    }
}

/// Page numbers of one shape: "#", "- # -", "#/9" for all of "1/9", "2/9".
std::string shape_of(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash == std::string_view::npos ? without_numbers(text)
                                           : "#" + std::string(text.substr(slash));
}

/// Page numbers: with a word that says so or dashes around; else of one shape, going up one by one
/// or at a break, where there is evidence of pages.
void drop_page_marks(const Page& page, const Layout& layout, const Rules& rules, Reasons& reasons) {
    const auto& lines = page.lines;
    std::unordered_map<std::string, std::vector<std::pair<std::size_t, int>>> shapes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        int number = 0;
        if (is_page_mark(lines[i].text, rules, number))
            shapes[shape_of(lines[i].text)].emplace_back(i, number);
    }
    const Reasons known = reasons;
    const PageEvidence evidence(page, layout, rules, known);
    for (const auto& [shape, marks] : shapes) {
        Places places;
        for (const auto& mark : marks) places.push_back(mark.first);
        const bool total = shape.find('/') != std::string::npos && marks.size() >= 3;
        const bool paged = total || (marks.size() > 1 && evidence.supports(places));
        for (std::size_t m = 0; m < marks.size(); ++m) {
            const auto [line, number] = marks[m];
            const bool before = m > 0 && marks[m - 1].second + 1 == number;
            const bool after = m + 1 < marks.size() && marks[m + 1].second == number + 1;
            const bool apart =
                lines[line].starts_block && line + 1 < lines.size() && lines[line + 1].starts_block;
            const bool counts = before || after;
            if (says_page(lines[line].text, rules) || evidence.at_break(line) ||
                ((counts || total) && paged) || ((counts || apart) && evidence.cuts(line)))
                reasons[line] = "page mark";
        }
    }
}

/// "- more -", "(continued)" at the foot of a sheet, and below it the head of the next: a short line
/// with the number of its page.
void drop_continuations(const Page& page, const Rules& rules, Reasons& reasons) {
    constexpr std::size_t kLongestHead = 80;
    const auto& lines = page.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& text = lines[i].text;
        if (text.size() > 30 || text.find_first_of("-(") != 0) continue;
        if (!rules.furniture.continued.is(words_of(text))) continue;
        reasons[i] = "page mark";
        if (i + 1 >= lines.size() || lines[i + 1].text.size() > kLongestHead) continue;
        const std::vector<Word> head = words_of(lines[i + 1].text);
        const bool numbered =
            !head.empty() && !head.back().letter && !ends_sentence(lines[i + 1].text);
        if (numbered && rules.furniture.pages.occurs(head)) reasons[i + 1] = "running head";
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
            !has_voice(lines[i].text, rules) &&
            address_look(lines[i].text, rules.address) == AddressLook::none)
            beside[lines[i].text].push_back(i);
    }
    for (const auto& [text, places] : beside)
        if (places.size() >= 2)
            for (const std::size_t place : places) reasons[place] = "running head";
}

}  // namespace

void drop_running(const Page& page, const Layout& layout, const Rules& rules, Reasons& reasons) {
    drop_running_lines(page, layout, rules, reasons);
    drop_continuations(page, rules, reasons);
    drop_page_marks(page, layout, rules, reasons);
    drop_heads_beside_marks(page, rules, reasons);
}

}  // namespace declaim
