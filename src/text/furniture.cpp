#include "text/furniture.hpp"

#include <algorithm>
#include <string>

#include "text/address.hpp"
#include "text/header.hpp"
#include "text/line_look.hpp"
#include "text/running.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;

/// Lines looked at from the end; above them only repetition counts.
constexpr std::size_t kEdge = 400;

/// Lines of marks alone: "* * *", "-----".
void drop_separators(const Page& page, Reasons& reasons) {
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const std::string& text = page.lines[i].text;
        if (text.size() > 1 && text.find_first_not_of("*-_=#~+ ") == std::string::npos)
            reasons[i] = "separator";
    }
}

/// The text of an archive or licence around the document, parted from it by lines that say so.
void drop_archive(const Page& page, const Rules& rules, Reasons& reasons) {
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

/// A line that says a transcript begins (+1) or ends (-1), and nothing more; 0 for others.
int frame_mark(std::string_view text, const Rules& rules) {
    if (text.size() > 120) return 0;
    const std::vector<Word> words = words_of(text);
    const std::size_t begins = rules.furniture.frame_begins.match(words, 0);
    const std::size_t ends = rules.furniture.frame_ends.match(words, 0);
    const std::size_t used = std::max(begins, ends);
    if (used == 0 || words.size() > used + 2) return 0;
    return begins >= ends ? 1 : -1;
}

/// The lines that frame transcripts, and what stands outside them where no line of it is prose.
void drop_frames(const Page& page, const Rules& rules, const DateReader& dates, Reasons& reasons) {
    const auto& lines = page.lines;
    std::vector<std::pair<std::size_t, int>> marks;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (const int mark = frame_mark(lines[i].text, rules); mark != 0)
            marks.emplace_back(i, mark);
    const auto drop_outside = [&](std::size_t begin, std::size_t end) {
        bool prose = false;
        for (std::size_t i = begin; i < end; ++i)
            prose = prose || is_prose(lines[i].text, rules, dates);
        for (std::size_t i = begin; i < end; ++i) {
            const LineLook look = line_look(lines[i].text, rules, dates);
            const bool sure = look == LineLook::navigation || look == LineLook::url;
            if (reasons[i].empty() && (!prose || sure)) reasons[i] = "frame";
        }
    };
    for (std::size_t m = 0; m < marks.size(); ++m) {
        const auto [at, mark] = marks[m];
        reasons[at] = "frame";
        if (mark < 0)
            drop_outside(at + 1, m + 1 < marks.size() ? marks[m + 1].first : lines.size());
    }
}

/// Looks that may stand at the foot of a page. A byline or title there may be a signature.
bool is_footer_look(LineLook look) {
    return look == LineLook::posted || look == LineLook::navigation || look == LineLook::url ||
           look == LineLook::copyright || look == LineLook::page_mark || look == LineLook::notice ||
           look == LineLook::date;
}

/// Looks that the last item of a list or the answer to a question may have too.
bool is_doubtful_look(LineLook look) {
    return look == LineLook::date || look == LineLook::notice || look == LineLook::page_mark;
}

/// The first of the lines after the last sentence.
std::size_t foot_begin(const Page& page, const Rules& rules, const DateReader& dates,
                       const Reasons& reasons) {
    const auto& lines = page.lines;
    std::size_t first = lines.size();
    for (; first > 0 && lines.size() - first < kEdge; --first) {
        const std::size_t i = first - 1;
        if (!reasons[i].empty()) continue;
        if (is_footer_look(line_look(lines[i].text, rules, dates))) continue;
        const std::string_view text = before_directions(lines[i].text, rules);
        if (ends_sentence(text) || text.size() > 200) break;
        if (last_visible(text) == U':' && has_voice(text, rules)) break;
        if (address_look(lines[i].text, rules.address) != AddressLook::none) break;
    }
    return first;
}

/// A number to call, or an address for mail.
bool has_contact(std::string_view text) {
    const auto digits =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool called =
        text.find('+') != std::string_view::npos || text.find('(') != std::string_view::npos;
    return (called && digits >= 7) || text.find('@') != std::string_view::npos;
}

/// Whether a line of the block that begins at `at` has a contact.
bool block_has_contact(const Page& page, std::size_t at) {
    for (std::size_t i = at; i < page.lines.size() && (i == at || !page.lines[i].starts_block); ++i)
        if (has_contact(page.lines[i].text)) return true;
    return false;
}

/// Drops what stands after the last sentence, from the first line that shows it is furniture.
void drop_footer(const Page& page, const Rules& rules, const DateReader& dates, Reasons& reasons) {
    const auto& lines = page.lines;
    const std::size_t first = foot_begin(page, rules, dates, reasons);
    // "What do they need?" and "They need:" go on below.
    const char32_t last = first == 0 ? U'.' : last_visible(lines[first - 1].text);
    const bool open = last == U'?' || last == U':';
    bool footer = false;
    for (std::size_t i = first; i < lines.size(); ++i) {
        const LineLook look = line_look(lines[i].text, rules, dates);
        footer = footer || (is_footer_look(look) && !(open && is_doubtful_look(look))) ||
                 (lines[i].starts_block && block_has_contact(page, i));
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
    drop_running(page, layout, rules, reasons);
    drop_separators(page, reasons);
    drop_archive(page, rules, reasons);
    drop_frames(page, rules, dates, reasons);
    drop_header(page, layout, rules, dates, reasons);
    drop_footer(page, rules, dates, reasons);
    return reasons;
}

}  // namespace declaim
