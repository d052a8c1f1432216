#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/speech.hpp"

namespace declaim::test {

/// An English speech of blocks of one sentence each: "JANE DOE:" is a label, "# One" a heading,
/// "(Laughter)" a direction, "fr| Un." in French.
inline Speech labelled_speech(const std::vector<const char*>& texts) {
    Speech speech;
    speech.source.language = "en";
    for (std::string_view text : texts) {
        Block block;
        block.language = "en";
        if (text.size() > 4 && text.substr(2, 2) == "| ") {
            block.language = text.substr(0, 2);
            text.remove_prefix(4);
        }
        block.kind = text.ends_with(':')      ? BlockKind::speaker_label
                     : text.starts_with("# ") ? BlockKind::heading
                     : text.starts_with('(')  ? BlockKind::direction
                                              : BlockKind::paragraph;
        block.text = text;
        block.sentences = {{{0, text.size()}, {1, 1}}};
        speech.blocks.push_back(std::move(block));
    }
    return speech;
}

}  // namespace declaim::test
