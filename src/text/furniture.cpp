#include "text/furniture.hpp"

#include <algorithm>
#include <string>

#include "text/address.hpp"
#include "text/header.hpp"
#include "text/line_look.hpp"
#include "text/person_lines.hpp"
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

bool may_bound_archive(std::string_view text, const Rules& rules) {
    Word first;
    return WordReader(text).next(first) && (rules.furniture.begins_after.may_begin_with(first) ||
                                            rules.furniture.ends_before.may_begin_with(first));
}

/// The text of an archive or licence around the document, parted from it by lines that say so.
void drop_archive(const Page& page, const Rules& rules, Reasons& reasons) {
    const auto& lines = page.lines;
    std::size_t begin = 0;
    std::size_t end = lines.size();
    for (std::size_t i = 0; i < end; ++i) {
        if (lines[i].text.size() > 200 || !may_bound_archive(lines[i].text, rules)) continue;
        const std::vector<Word> words = words_of(lines[i].text);
        if (rules.furniture.begins_after.match(words, 0) != 0) begin = i + 1;
        if (rules.furniture.ends_before.match(words, 0) != 0 && i > begin) end = i;
    }
    if (begin >= end) return;
    std::fill_n(reasons.begin(), begin, "licence");
    std::fill(reasons.begin() + static_cast<std::ptrdiff_t>(end), reasons.end(), "licence");
}

/// Words only a speaker has.
bool is_speakers(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text.substr(0, 2000));
    return rules.furniture.first_person.occurs(words) || rules.furniture.thanks.occurs(words) ||
           address_look(text, rules.address) != AddressLook::none;
}

/// "# # #", "- 30 -": where the text of a press release ends, by custom.
bool is_press_end(std::string_view text) {
    if (text.find_first_not_of("# ") == std::string_view::npos)
        return std::count(text.begin(), text.end(), '#') == 3;
    return text == "-30-" || text == "- 30 -" || text == "–30–";
}

/// A line that says a transcript begins (+1) or ends (-1), and nothing more; 0 for others.
int frame_mark(std::string_view text, const Rules& rules) {
    if (text.size() > 120) return 0;
    if (is_press_end(text)) return -1;
    Word first;
    if (!WordReader(text).next(first) || !(rules.furniture.frame_begins.may_begin_with(first) ||
                                           rules.furniture.frame_ends.may_begin_with(first)))
        return 0;
    const std::vector<Word> words = words_of(text);
    const std::size_t begins = rules.furniture.frame_begins.match(words, 0);
    const std::size_t ends = rules.furniture.frame_ends.match(words, 0);
    const std::size_t used = std::max(begins, ends);
    if (used == 0 || words.size() > (used > 1 ? used + 2 : used)) return 0;
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
            prose = prose ||
                    (is_prose(lines[i].text, rules, dates) &&
                     (rules.furniture.first_person.empty() || is_speakers(lines[i].text, rules)));
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

/// Seven digits or more that only dashes, dots and spaces part, in two groups or more, as those of
/// telephones: no speaker says them. "10 000 000" has groups of three.
bool has_long_number(std::string_view text) {
    std::size_t digits = 0;
    std::size_t dashes = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            ++digits;
        } else if (c == '-' && digits > 0) {
            ++dashes;
        } else {
            if (digits >= 7 && dashes >= 2) return true;
            digits = dashes = 0;
        }
    }
    return digits >= 7 && dashes >= 2;
}

/// A number to call, or an address for mail.
bool has_contact(std::string_view text) {
    const auto digits =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool called =
        text.find('+') != std::string_view::npos || text.find('(') != std::string_view::npos;
    return (called && digits >= 7) || has_long_number(text) ||
           text.find('@') != std::string_view::npos;
}

/// "Veterans may call 1-800-555-0100." below a speech: a sentence, but nobody's.
bool is_contact_note(std::string_view text, const Rules& rules) {
    constexpr std::size_t kLongest = 400;
    const bool contact = has_long_number(text) || text.find('@') != std::string_view::npos;
    return contact && text.size() < kLongest && !rules.furniture.first_person.empty() &&
           !is_speakers(text, rules);
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
        if (lines[i].starts_block && is_contact_note(lines[i].text, rules)) continue;
        const std::string_view text = before_directions(lines[i].text, rules);
        if (ends_sentence(text) || text.size() > 200) break;
        if (last_visible(text) == U':' && has_voice(text, rules)) break;
        if (address_look(lines[i].text, rules.address) != AddressLook::none) break;
    }
    return first;
}

/// Whether a line of the block that begins at `at` has a contact.
bool block_has_contact(const Page& page, std::size_t at) {
    for (std::size_t i = at; i < page.lines.size() && (i == at || !page.lines[i].starts_block); ++i)
        if (has_contact(page.lines[i].text)) return true;
    return false;
}

/// "About the author", "Tags: rivers": such a head, or a field of that name.
bool is_foot_head(std::string_view text, const Rules& rules) {
    if (text.size() > 120 || ends_sentence(text)) return false;
    const std::string_view name = text.substr(0, text.find(':'));
    return rules.furniture.foot_heads.is(words_of(name));
}

/// Drops all from a line that heads what stands below a speech, where nothing below is a speaker's.
void drop_below_head(const Page& page, const Rules& rules, Reasons& reasons) {
    constexpr std::size_t kMost = 40;
    const auto& lines = page.lines;
    std::size_t first = lines.size();
    for (std::size_t i = lines.size(); i > 1 && lines.size() - i < kMost; --i) {
        if (!reasons[i - 1].empty() || lines[i - 1].note) continue;
        if (is_speakers(lines[i - 1].text, rules)) break;
        const bool open = last_visible(lines[i - 2].text) == U':';
        if (!open && lines[i - 1].starts_block && is_foot_head(lines[i - 1].text, rules))
            first = i - 1;
    }
    for (std::size_t i = first; i < lines.size(); ++i)
        if (reasons[i].empty()) reasons[i] = "footer";
}

/// The name of the speaker below the last sentence: it stands in the header too, or above an
/// office.
void drop_signature(const Page& page, const Rules& rules, Reasons& reasons) {
    constexpr std::size_t kMost = 4;  // lines
    const auto& lines = page.lines;
    std::size_t end = lines.size();
    while (end > 0 && !reasons[end - 1].empty()) --end;
    std::size_t first = end;
    while (first > 0 && !lines[first - 1].starts_block && end - first < kMost) --first;
    if (first < 2 || end - (first - 1) > kMost || !lines[first - 1].starts_block) return;
    --first;
    if (!ends_sentence(lines[first - 1].text)) return;
    for (std::size_t i = first; i < end; ++i)
        if (!reasons[i].empty() || ends_sentence(lines[i].text) || lines[i].note ||
            !is_title_case(lines[i].text, rules) || is_speakers(lines[i].text, rules))
            return;
    const std::string& name = lines[first].text;
    bool known = first + 1 < end && is_office(lines[first + 1].text, rules);
    for (std::size_t i = 0; i < first && !reasons[i].empty() && !known; ++i)
        known = words_of(name).size() > 1 && lines[i].text.find(name) != std::string::npos;
    for (std::size_t i = first; known && i < end; ++i) reasons[i] = "signature";
}

/// The head of a mail above all: lines of fields, one with an address.
void drop_mail_head(const Page& page, const Rules& rules, Reasons& reasons) {
    const auto& lines = page.lines;
    std::size_t end = 0;
    bool mail = false;
    for (; end < lines.size() && (end == 0 || !lines[end].starts_block); ++end) {
        const std::size_t colon = lines[end].text.find(": ");
        if (colon > 20 || words_of(lines[end].text.substr(0, colon)).size() > 3) return;
        mail = mail || lines[end].text.find('@') != std::string::npos;
    }
    if (!mail || end < 3) return;
    for (std::size_t i = 0; i < end; ++i) {
        const std::string_view name =
            std::string_view(lines[i].text).substr(0, lines[i].text.find(':'));
        reasons[i] = rules.furniture.subjects.is(words_of(name)) ? "title" : "mail header";
    }
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

/// A salutation but for the mark that is missing.
bool is_unmarked_address(std::string_view text, const Rules& rules) {
    return text.size() < 120 && !ends_sentence(text) && last_visible(text) != U':' &&
           address_look(std::string(text) + ",", rules.address) != AddressLook::none;
}

/// Whether a line without a mark is one of a stack of salutations: so is each line from there to
/// one that is a salutation beyond doubt.
bool is_stacked_address(const Page& page, const Reasons& reasons, std::size_t at,
                        const Rules& rules) {
    constexpr std::size_t kMost = 20;
    const auto& lines = page.lines;
    const auto fits = [&](std::size_t i) {
        return reasons[i].empty() && is_unmarked_address(lines[i].text, rules);
    };
    const auto sure = [&](std::size_t i) {
        return address_look(lines[i].text, rules.address) == AddressLook::strong;
    };
    if (!fits(at)) return false;
    const bool more = at + 1 < lines.size() && !lines[at + 1].starts_block;
    if (more && (starts_lower(lines[at + 1].text) || !fits(at + 1))) return false;
    const bool stacked = (at > 0 && !lines[at].starts_block && fits(at - 1)) ||
                         (at + 1 < lines.size() && !lines[at + 1].starts_block && fits(at + 1));
    if (!stacked) return false;
    for (std::size_t i = at; i < lines.size() && i < at + kMost && fits(i); ++i) {
        if (i > at && lines[i].starts_block) break;
        if (sure(i)) return true;
    }
    for (std::size_t i = at; i > 0 && at - i < kMost && !lines[i].starts_block && fits(i - 1); --i)
        if (sure(i - 1)) return true;
    return false;
}

}  // namespace

std::size_t address_lines(const Page& page, const Reasons& reasons, const Layout& layout,
                          std::size_t at, const Rules& rules) {
    constexpr std::size_t kMost = 6;
    if (begins_otherwise(page.lines[at].text, rules.address)) return 0;
    if (is_stacked_address(page, reasons, at, rules)) return 1;
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
    drop_mail_head(page, rules, reasons);
    drop_running(page, layout, rules, reasons);
    drop_separators(page, reasons);
    drop_archive(page, rules, reasons);
    drop_frames(page, rules, dates, reasons);
    drop_header(page, layout, rules, dates, reasons);
    drop_footer(page, rules, dates, reasons);
    drop_below_head(page, rules, reasons);
    drop_signature(page, rules, reasons);
    return reasons;
}

}  // namespace declaim
