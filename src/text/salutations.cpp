#include "text/salutations.hpp"

#include <algorithm>

namespace declaim {
namespace {

constexpr std::size_t kLongest = 160;  // bytes
constexpr std::size_t kMostWords = 16;

bool is_comma(char32_t c) { return c == U',' || c == U'，' || c == U'、' || c == U'،'; }

class Marker {
  public:
    Marker(std::vector<Block>& blocks, const Rules& rules) : blocks_(blocks), rules_(rules) {}

    void mark() {
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (is_open(i) && fits(i) && (is_dear(i) || is_closed(i)))
                blocks_[i].kind = BlockKind::address;
        mark_rows();
    }

  private:
    /// Ends in a mark that salutations end in.
    [[nodiscard]] bool is_open(std::size_t i) const {
        const char32_t last = last_visible(blocks_[i].text);
        return is_comma(last) || last == U':' || last == U'!';
    }

    /// Short, and none of its words makes a sentence.
    [[nodiscard]] bool fits(std::size_t i) const {
        const Block& block = blocks_[i];
        const bool plain = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
        if (!plain || block.text.size() > kLongest || block.lines.first != block.lines.last)
            return false;
        const std::vector<Word> words = words_of(block.text);
        if (words.empty() || words.size() > kMostWords) return false;
        for (std::size_t w = 0; w < words.size(); ++w)
            if (rules_.address.sentence_words.match(words, w) != 0 && head_at(words, w) == 0)
                return false;
        return true;
    }

    [[nodiscard]] std::size_t head_at(const std::vector<Word>& words, std::size_t at) const {
        const AddressRules& rules = rules_.address;
        return std::max({rules.openers.match(words, at), rules.nouns.match(words, at),
                         rules.offices.match(words, at), rules.dears.match(words, at)});
    }

    /// "Dear readers:", "beste mensen,".
    [[nodiscard]] bool is_dear(std::size_t i) const {
        const std::vector<Word> words = words_of(blocks_[i].text);
        return rules_.address.dears.match(words, 0) != 0 && words.size() > 1 && opens_above(i);
    }

    /// "Friends, colleagues, listeners," above the text.
    [[nodiscard]] bool is_closed(std::size_t i) const {
        return is_comma(last_visible(blocks_[i].text)) &&
               head_at(words_of(blocks_[i].text), 0) != 0 && opens_above(i);
    }

    /// No list goes on here, and something follows.
    [[nodiscard]] bool opens_above(std::size_t i) const {
        if (i + 1 >= blocks_.size()) return false;
        if (i == 0 || !is_spoken(blocks_[i - 1].kind)) return true;
        return blocks_[i - 1].kind == BlockKind::address || ends_sentence(blocks_[i - 1].text) ||
               blocks_[i - 1].kind == BlockKind::heading;
    }

    /// What fits between two salutations is one too.
    void mark_rows() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].kind != BlockKind::address) continue;
            std::size_t end = i + 1;
            while (end < blocks_.size() && fits(end) && !ends_sentence(blocks_[end].text)) ++end;
            if (end < blocks_.size() && blocks_[end].kind == BlockKind::address)
                for (std::size_t k = i + 1; k < end; ++k) blocks_[k].kind = BlockKind::address;
        }
    }

    std::vector<Block>& blocks_;
    const Rules& rules_;
};

}  // namespace

void mark_salutations(std::vector<Block>& blocks, const Rules& rules) {
    Marker(blocks, rules).mark();
}

}  // namespace declaim
