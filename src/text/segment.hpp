#pragma once

#include "base/data_path.hpp"
#include "model/speech.hpp"
#include "text/block_languages.hpp"
#include "text/page.hpp"
#include "text/rule_shelf.hpp"

namespace declaim {

/// Finds the speech on a page: its blocks, what was dropped and rewritten, its metadata. Every
/// visible character of the page goes to a block, to a dropped item or to a rewrite.
/// In:     the page, whose lines are tidied on the way; its languages, the main one first.
/// Out:    Speech::blocks, dropped, rewritten and metadata; the rest of `speech` is left alone.
/// Errors: throws Error{data} for broken rules.
void segment(Page& page, const Languages& languages, RuleShelf& shelf, const DataPath& data,
             Speech& speech);

/// Takes every line for a paragraph, whatever it looks like: `--raw`.
void take_all(const Page& page, const Languages& languages, RuleShelf& shelf, Speech& speech);

}  // namespace declaim
