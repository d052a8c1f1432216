#pragma once

#include <string>
#include <vector>

#include "model/speech.hpp"
#include "text/paragraphs.hpp"
#include "text/rule_shelf.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Gives every paragraph its kind and its sentences.
/// In:     paragraphs in order, their languages set; the rules of the document; the shelf, for the
///         sentences of each language.
/// Out:    blocks in order, whose texts together are those of the paragraphs: a salutation or a
///         speaker's label that opens a paragraph becomes a block of its own, the sign before a
///         list item is left out, which goes to `rewritten`.
/// Errors: none.
std::vector<Block> make_blocks(const std::vector<Piece>& pieces, const Rules& rules,
                               RuleShelf& shelf, std::vector<Rewritten>& rewritten);

/// A block of that kind with its sentences, split as its language has them.
Block make_block(BlockKind kind, const Piece& piece, RuleShelf& shelf);

}  // namespace declaim
