#pragma once

#include <string>
#include <vector>

#include "app/prepare.hpp"
#include "model/script.hpp"
#include "say/rules.hpp"

namespace declaim {

/// A word whose reading is a guess.
struct Doubt {
    std::string written;
    /// "acronym", "letters and digits", "foreign letters", "foreign spelling", or "phonemes of a
    /// lexicon", which the voice does not know
    std::string why;
    std::string language;  ///< of the block it stands in
    std::string words;     ///< what is said for it, where that is not what is written
    int line = 0;          ///< of the source, where it stands first
    std::size_t times = 0;
    std::string phonemes;  ///< the engine's
    std::string ipa;
    std::string failure;  ///< why there are none
};

/// What is to be checked in one document, in the order of its lines.
struct Checked {
    std::string input;
    std::string language;
    std::vector<Doubt> doubts;
};

/// Lists the words of a document whose reading is a guess: acronyms read by their shape, letters
/// with digits that no rule knows, words with letters or spellings that the language does not have.
/// What a lexicon has is none of them. The engine says in a process of its own how it reads them.
/// Errors: as read_request, make_script and transcribe.
/// \pre this process has one thread
Checked check_document(const SpeechRequest& request, const DataPath& data,
                       const Observer& observer = {});

/// A lexicon (PLS 1.0) of what was found in one language, to be corrected by hand: acronyms as
/// words, the others as they are spoken now, in IPA where that says the same.
std::string lexicon_stub(const std::vector<Checked>& documents, const std::string& language,
                         const DataPath& data);

/// The languages of what was found, the one with the most first; that of the first document where
/// nothing was.
std::vector<std::string> languages_of(const std::vector<Checked>& documents);

}  // namespace declaim
