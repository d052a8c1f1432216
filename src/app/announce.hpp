#pragma once

#include <string>
#include <vector>

#include "base/data_path.hpp"
#include "model/plan.hpp"
#include "model/speech.hpp"

namespace declaim {

/// The sentences of a spoken introduction, from what is known of a speech: its title, who speaks,
/// where and when. What is not known is not said, and nothing twice: neither what the title tells
/// already nor a title that is the first heading read.
/// In:     the metadata; the BCP 47 tag of the language; the heading the speech begins with, or "".
/// Out:    as they are written, the date in words and numbers of the language; none where nothing
///         is known.
/// Errors: throws Error{data}.
/// Source: the templates of voices/LANG/announce.toml, else voices/und/announce.toml.
std::vector<std::string> announcement(const Metadata& metadata, const std::string& language,
                                      const std::string& heading, const DataPath& data);

/// Puts the introduction before a plan: utterances of no block (kNoBlock), in the style's manner of
/// headings, a longer pause behind them.
/// In:     the name of the style; lexicon files as for make_script.
/// Out:    false where nothing is known to say. Errors: throws Error{data}.
bool announce(Plan& plan, const Speech& speech, const std::string& style,
              const std::vector<std::string>& lexicons, const DataPath& data);

}  // namespace declaim
