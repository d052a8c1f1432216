#include "text/segment.hpp"

#include <algorithm>

#include "text/blocks.hpp"
#include "text/content.hpp"
#include "text/dates.hpp"
#include "text/declared.hpp"
#include "text/furniture.hpp"
#include "text/held_date.hpp"
#include "text/metadata.hpp"
#include "text/metadata_merge.hpp"
#include "text/names.hpp"
#include "text/paragraphs.hpp"
#include "text/speaker.hpp"
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

/// The reasons per line: what markup shows, then what the words of the lines that are left do.
std::vector<std::string_view> reasons_of(const Page& page, const Layout& layout,
                                         const MarkupRules& markup, const Rules& rules,
                                         const DateReader& dates) {
    if (page.elements.empty()) return find_furniture(page, layout, rules, dates);
    std::vector<std::string_view> reasons = find_content(page, markup, rules, dates);
    Page text;
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        if (reasons[i].empty()) text.lines.push_back(page.lines[i]);
    const std::vector<std::string_view> found = find_furniture(text, layout, rules, dates);
    auto next = found.begin();
    for (std::string_view& reason : reasons)
        if (reason.empty()) reason = *next++;
    return reasons;
}

bool is_cut_direction(const Rewritten& change) { return change.reason == "stage direction"; }

/// Stage directions cut out of sentences become blocks behind those they stood in.
void place_directions(Speech& speech, RuleShelf& shelf) {
    std::vector<Block> blocks;
    auto change = speech.rewritten.begin();
    const auto skip = [&] {
        change = std::find_if(change, speech.rewritten.end(), is_cut_direction);
        return change != speech.rewritten.end();
    };
    for (Block& block : speech.blocks) {
        const int last = block.lines.last;
        const std::string language = block.language;
        blocks.push_back(std::move(block));
        for (; skip() && change->lines.first <= last; ++change) {
            Piece piece;
            piece.text = change->from;
            piece.starts = {{0, change->lines.first}};
            piece.language = language;
            blocks.push_back(make_block(BlockKind::direction, piece, shelf));
        }
    }
    speech.blocks = std::move(blocks);
    speech.rewritten.erase(std::remove_if(speech.rewritten.begin(), change, is_cut_direction),
                           change);
}

/// A remark in square brackets that is not known is one of the stage's where such are the custom.
void follow_custom(std::vector<Block>& blocks, const Rules& rules) {
    constexpr std::ptrdiff_t kCustom = 3;
    constexpr std::size_t kLongest = 80;
    const auto bracketed = [](const Block& block) {
        return block.text.front() == '[' && block.text.find(']') + 1 == block.text.size();
    };
    const auto known = std::count_if(blocks.begin(), blocks.end(), [&](const Block& block) {
        return block.kind == BlockKind::direction && bracketed(block);
    });
    if (known < kCustom) return;
    for (Block& block : blocks)
        if (block.kind == BlockKind::paragraph && bracketed(block) &&
            block.text.size() < kLongest &&
            !rules.furniture.first_person.occurs(words_of(block.text)))
            block.kind = BlockKind::direction;
}

}  // namespace

void take_all(const Page& page, const Languages& languages, RuleShelf& shelf, Speech& speech) {
    std::vector<Piece> pieces;
    for (const PageLine& line : page.lines) {
        pieces.emplace_back();
        pieces.back().text = line.text;
        pieces.back().starts = {{0, line.line}};
        pieces.back().element = line.element;
    }
    set_languages(pieces, page, languages, shelf);
    for (const Piece& piece : pieces)
        speech.blocks.push_back(make_block(BlockKind::paragraph, piece, shelf));
}

void segment(Page& page, const Languages& languages, RuleShelf& shelf, const DataPath& data,
             Speech& speech) {
    const Rules rules = load_rules(languages.all, shelf.hints(), data);
    const MarkupRules markup = page.elements.empty() ? MarkupRules{} : load_markup_rules(data);
    const DateReader dates(date_language(page, rules.language));
    speech.rewritten = tidy(page, rules);
    const Layout layout = layout_of(page);
    const std::vector<std::string_view> reasons = reasons_of(page, layout, markup, rules, dates);
    std::vector<Piece> pieces = join_lines(page, reasons, layout, rules, speech.rewritten);
    set_languages(pieces, page, languages, shelf);
    speech.blocks = make_blocks(pieces, rules, shelf, speech.rewritten);
    std::stable_sort(
        speech.rewritten.begin(), speech.rewritten.end(),
        [](const Rewritten& a, const Rewritten& b) { return a.lines.first < b.lines.first; });
    place_directions(speech, shelf);
    follow_custom(speech.blocks, rules);
    speech.dropped = dropped_of(page, reasons);
    speech.metadata = find_metadata(page, reasons, rules, dates);
    if (!speech.metadata.speaker) speech.metadata.speaker = name_in_labels(speech.blocks, rules);
    speech.metadata = add_declared(std::move(speech.metadata), page, reasons, rules, dates);
    weigh_speaker(speech.metadata, page, reasons, speech.blocks, declared_facts(page, rules, dates),
                  rules);
}

}  // namespace declaim
