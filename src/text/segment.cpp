#include "text/segment.hpp"

#include <algorithm>

#include "text/blocks.hpp"
#include "text/bracket_custom.hpp"
#include "text/content.hpp"
#include "text/dates.hpp"
#include "text/declared.hpp"
#include "text/furniture.hpp"
#include "text/held_date.hpp"
#include "text/metadata.hpp"
#include "text/metadata_merge.hpp"
#include "text/names.hpp"
#include "text/overrule.hpp"
#include "text/paragraphs.hpp"
#include "text/speaker.hpp"
#include "text/tag_names.hpp"
#include "text/tidy.hpp"

namespace declaim {
namespace {

std::vector<Dropped> dropped_of(const Page& page, const std::vector<std::string_view>& reasons) {
    std::vector<Dropped> dropped;
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        if (!reasons[i].empty())
            dropped.push_back({page.lines[i].text,
                               std::string(reasons[i]),
                               {page.lines[i].line, page.lines[i].line}});
    return dropped;
}

std::string_view tag_of(const Page& page, std::size_t line) {
    const int element = page.lines[line].element;
    return element < 0 ? std::string_view() : page.elements[static_cast<std::size_t>(element)].tag;
}

/// The heading right above the text is the first of its parts, not the title, where headings of its
/// rank go on below and a title stands above.
void keep_first_heading(const Page& page, std::vector<std::string_view>& reasons) {
    const auto first = static_cast<std::size_t>(
        std::find(reasons.begin(), reasons.end(), std::string_view()) - reasons.begin());
    if (first == 0 || first >= reasons.size() || reasons[first - 1] != "title") return;
    const std::string_view tag = tag_of(page, first - 1);
    if (!is_heading_tag(tag) || tag == "h1") return;
    bool titled = false;
    for (std::size_t i = 0; i + 1 < first; ++i) titled = titled || reasons[i] == "title";
    for (std::size_t i = first; titled && i < reasons.size(); ++i)
        if (reasons[i].empty() && tag_of(page, i) == tag) {
            reasons[first - 1] = "";
            return;
        }
}

/// The reasons per line: what markup shows, then what the words of the lines that are left do.
std::vector<std::string_view> reasons_of(Page& page, const Layout& layout,
                                         const MarkupRules& markup, const Rules& rules,
                                         const DateReader& dates) {
    if (page.elements.empty()) return find_furniture(page, layout, rules, dates);
    std::vector<std::string_view> reasons = find_content(page, markup, rules, dates);
    Page text;  // the lines that are left; they are only lent
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        if (reasons[i].empty()) text.lines.push_back(std::move(page.lines[i]));
    const std::vector<std::string_view> found = find_furniture(text, layout, rules, dates);
    for (std::size_t i = 0, next = 0; i < page.lines.size(); ++i)
        if (reasons[i].empty()) {
            page.lines[i] = std::move(text.lines[next]);
            reasons[i] = found[next++];
        }
    keep_first_heading(page, reasons);
    return reasons;
}

/// Tells the rows that a line was made of what became of it.
void note_fate(const PageLine& line, std::string_view reason, std::vector<SourceRow>& rows) {
    const auto note = [&](int row) {
        if (row < 0 || rows.empty()) return;
        rows[static_cast<std::size_t>(row)].reason = reason;
        rows[static_cast<std::size_t>(row)].by_hand = line.by_hand == Verdict::keep;
    };
    note(line.row);
    for (const LineStart& start : line.starts) note(start.row);
}

}  // namespace

void number_rows(Page& page, std::vector<SourceRow>* rows) {
    int next = 0;
    for (PageLine& line : page.lines) {
        line.row = next++;
        if (rows != nullptr) rows->push_back({line.line, line.text, "", false});
    }
}

void take_all(const Page& page, const Languages& languages, RuleShelf& shelf, Speech& speech) {
    std::vector<Piece> pieces;
    for (const PageLine& line : page.lines) {
        if (line.by_hand == Verdict::drop) {
            speech.dropped.push_back(
                {line.text, std::string(kDroppedByHand), {line.line, line.line}});
            note_fate(line, kDroppedByHand, speech.rows);
            continue;
        }
        pieces.emplace_back();
        pieces.back().text = line.text;
        pieces.back().starts = {{0, line.line, line.row}};
        pieces.back().element = line.element;
    }
    set_languages(pieces, page, languages, shelf);
    for (const Piece& piece : pieces)
        speech.blocks.push_back(make_block(BlockKind::paragraph, piece, shelf));
}

void segment(Page& page, const Languages& languages, RuleShelf& shelf, const DataPath& data,
             Speech& speech) {
    const Rules& rules = shelf.rules(languages.all);
    const MarkupRules markup = page.elements.empty() ? MarkupRules{} : load_markup_rules(data);
    const DateReader dates(date_language(page, rules.language));
    speech.rewritten = tidy(page, rules);
    const Layout layout = layout_of(page);
    std::vector<std::string_view> reasons = reasons_of(page, layout, markup, rules, dates);
    Overrule::settle(page, reasons);
    std::vector<Piece> pieces = join_lines(page, reasons, layout, rules, speech.rewritten);
    set_languages(pieces, page, languages, shelf);
    speech.blocks = make_blocks(pieces, rules, shelf, speech.rewritten);
    std::stable_sort(
        speech.rewritten.begin(), speech.rewritten.end(),
        [](const Rewritten& a, const Rewritten& b) { return a.lines.first < b.lines.first; });
    follow_bracket_custom(speech.blocks, rules);
    speech.dropped = dropped_of(page, reasons);
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        note_fate(page.lines[i], reasons[i], speech.rows);
    speech.metadata = find_metadata(page, reasons, rules, dates);
    if (!speech.metadata.speaker) speech.metadata.speaker = name_in_labels(speech.blocks, rules);
    speech.metadata = add_declared(std::move(speech.metadata), page, reasons, rules, dates);
    weigh_speaker(speech.metadata, page, reasons, speech.blocks, declared_facts(page, rules, dates),
                  rules);
}

}  // namespace declaim
