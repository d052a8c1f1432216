#include "text/notes.hpp"

#include <string_view>

#include "base/unicode.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMost = 4;  // blocks at the foot that may be notes

bool gives_thanks(const Block& block, const Rules& rules) {
    return rules.furniture.thanks.occurs_in(block.text);
}

bool is_speakers(const Block& block, const Rules& rules) {
    if (block.kind == BlockKind::address) return true;
    return rules.furniture.first_person.occurs_in(block.text) ||
           rules.furniture.thanks.occurs_in(block.text);
}

/// "Note:", "Editors' note:" at the head.
bool opens_note(const Block& block, const Rules& rules) {
    const std::string_view head = std::string_view(block.text).substr(0, 60);
    const std::size_t colon = head.find(':');
    return colon != std::string_view::npos && block.kind == BlockKind::paragraph &&
           rules.furniture.notes.is(words_of(head.substr(0, colon)));
}

/// Says how somebody spoke; speaks of him by role, or names a day or a document by number.
bool is_third_person(const Block& block, const Rules& rules) {
    const std::vector<Word> words = words_of(block.text);
    if (!rules.furniture.reports.occurs(words)) return false;
    for (const Word& word : words)
        if (!word.letter) return true;
    return rules.furniture.roles.occurs(words);
}

bool follows_thanks(const std::vector<Block>& blocks, std::size_t at, const Rules& rules) {
    return at > 0 && gives_thanks(blocks[at - 1], rules);
}

/// "Thank you very much.": thanks in few words close a speech.
bool closes(const Block& block, const Rules& rules) {
    constexpr std::size_t kMostWords = 12;
    return words_of(block.text, kMostWords + 1).size() <= kMostWords && gives_thanks(block, rules);
}

/// Prose on the speech ("These remarks were given in May."): what is no speaker's says how
/// they were given.
bool is_on_speech(const Block& block, const Rules& rules) {
    if (block.kind != BlockKind::paragraph || !ends_sentence(block.text)) return false;
    const std::vector<Word> words = words_of(block.text);
    if (words.size() < 5 || rules.address.offices.match(words, 0) == words.size()) return false;
    return rules.furniture.reports.occurs(words);
}

}  // namespace

void mark_notes(std::vector<Block>& blocks, const Rules& rules) {
    std::size_t first = blocks.size();  // of the blocks at the foot that nobody says
    while (first > 1 && blocks.size() - first < kMost && !is_speakers(blocks[first - 1], rules))
        --first;
    for (std::size_t i = first; i < blocks.size(); ++i) {
        const bool remark = i == first && first > 0 && closes(blocks[first - 1], rules) &&
                            is_on_speech(blocks[i], rules);
        if (!remark && !opens_note(blocks[i], rules)) continue;
        if (!remark && !is_third_person(blocks[i], rules) && !follows_thanks(blocks, i, rules))
            continue;
        for (; i < blocks.size(); ++i) blocks[i].kind = BlockKind::note;
    }
}

}  // namespace declaim
