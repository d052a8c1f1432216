#pragma once

#include "base/data_path.hpp"
#include "model/speech.hpp"
#include "text/block_languages.hpp"
#include "text/page.hpp"
#include "text/rule_shelf.hpp"

namespace declaim {

/// Numbers the lines of a page as read; copies them to `rows` unless it is null.
void number_rows(Page& page, std::vector<SourceRow>* rows);

/// Finds the speech on a page: its blocks, what was dropped and rewritten, its metadata. Every
/// visible character of the page goes to a block, to a dropped item or to a rewrite.
/// In:     the page, whose lines are tidied on the way; its languages, the main one first.
/// Out:    Speech::blocks, dropped, rewritten and metadata, and the fates of Speech::rows; the rest
///         of `speech` is left alone.
/// Errors: throws Error{data} for broken rules.
void segment(Page& page, const Languages& languages, RuleShelf& shelf, const DataPath& data,
             Speech& speech);

/// Takes every line for a paragraph, whatever it looks like, unless a person drops it: `--raw`.
void take_all(const Page& page, const Languages& languages, RuleShelf& shelf, Speech& speech);

}  // namespace declaim
