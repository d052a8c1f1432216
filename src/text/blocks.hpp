#pragma once

#include <string>
#include <vector>

#include "model/speech.hpp"
#include "text/paragraphs.hpp"
#include "text/rules.hpp"
#include "text/sentences.hpp"

namespace declaim {

/// Gives every paragraph its kind and its sentences.
/// In:     paragraphs in order, the rules of their language.
/// Out:    blocks in order, whose texts together are those of the paragraphs: a salutation or a
///         speaker's label that opens a paragraph becomes a block of its own, the sign before a
///         list item is left out, which goes to `rewritten`.
/// Errors: none.
std::vector<Block> make_blocks(const std::vector<Piece>& pieces, const Rules& rules,
                               SentenceSplitter& splitter, std::vector<Rewritten>& rewritten);

/// A block of that kind with its sentences.
Block make_block(BlockKind kind, const Piece& piece, const std::string& language,
                 SentenceSplitter& splitter);

}  // namespace declaim
