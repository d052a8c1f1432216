#include "text/placed_directions.hpp"

#include <algorithm>

#include "text/blocks.hpp"

namespace declaim {
namespace {

bool is_cut_direction(const Rewritten& change) { return change.reason == "stage direction"; }

/// Puts the directions cut out of sentences behind the blocks they stood in.
void place_cut(Speech& speech, RuleShelf& shelf) {
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
            piece.starts = {{0, change->lines.first, change->row}};
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

void place_directions(Speech& speech, const Rules& rules, RuleShelf& shelf) {
    place_cut(speech, shelf);
    follow_custom(speech.blocks, rules);
}

}  // namespace declaim
