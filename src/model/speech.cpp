#include "model/speech.hpp"

#include <cassert>

namespace declaim {

std::string_view name_of(BlockKind kind) noexcept {
    switch (kind) {
        case BlockKind::address:
            return "address";
        case BlockKind::paragraph:
            return "paragraph";
        case BlockKind::heading:
            return "heading";
        case BlockKind::quote:
            return "quote";
        case BlockKind::list_item:
            return "list_item";
        case BlockKind::verse:
            return "verse";
        case BlockKind::direction:
            return "direction";
        case BlockKind::speaker_label:
            return "speaker_label";
        case BlockKind::note:
            return "note";
    }
    return "paragraph";
}

bool is_spoken(BlockKind kind) noexcept {
    return kind != BlockKind::direction && kind != BlockKind::speaker_label &&
           kind != BlockKind::note;
}

std::string_view text_of(const Block& block, const Sentence& sentence) noexcept {
    assert(sentence.where.begin <= sentence.where.end && sentence.where.end <= block.text.size());
    return std::string_view(block.text).substr(sentence.where.begin, sentence.where.size());
}

}  // namespace declaim
