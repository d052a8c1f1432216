#include "text/bracket_custom.hpp"

#include <algorithm>

namespace declaim {

void follow_bracket_custom(std::vector<Block>& blocks, const Rules& rules) {
    constexpr std::ptrdiff_t kCustom = 3;
    constexpr std::size_t kLongest = 40;  // bytes; a longer remark may say what is not to be heard
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

}  // namespace declaim
