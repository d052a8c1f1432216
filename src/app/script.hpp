#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/data_path.hpp"
#include "model/script.hpp"
#include "model/speech.hpp"
#include "say/rules.hpp"

namespace declaim {

/// How every sentence of a speech is said, each block in its language.
/// In:     lexicon files that win over those of the languages.
/// Errors: throws Error{data}.
Script make_script(const Speech& speech, const DataPath& data,
                   const std::vector<std::string>& lexicons = {});

/// The words of the speech, a paragraph for each block that is read aloud; with `directions` also
/// the stage directions.
std::string spoken_words(const Speech& speech, const Script& script, bool directions);

/// The lines of a document as they are said, one for one, in the language of the document.
/// In:     a speech with its rows. Errors: throws Error{data}.
std::string spoken_lines(const Speech& speech, const DataPath& data,
                         const std::vector<std::string>& lexicons = {});

}  // namespace declaim
