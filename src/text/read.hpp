#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/data_path.hpp"
#include "model/speech.hpp"
#include "text/overrule.hpp"

namespace declaim {

/// How a document is to be read; empty strings mean "find out".
struct ReadOptions {
    std::string path;             ///< for messages and for SourceInfo
    std::string format;           ///< "text", "html", "markdown", "epub", "docx", "odt", "pdf"
    std::string encoding;         ///< an IANA or ICU charset name
    std::string language;         ///< BCP 47
    bool raw = false;             ///< the whole input is the body: nothing is dropped
    bool rows = false;            ///< Speech::rows is wanted
    std::vector<ByHand> by_hand;  ///< lines to be kept or dropped; the first of them wins
};

/// Checks what can be checked without the document.
/// Errors: throws Error{usage} for a format, encoding or language there is not, a wrong pattern.
void check_options(const ReadOptions& options);

/// Reads and segments a document: the speech without its furniture, with metadata.
/// In:     the bytes of the document.
/// Out:    a Speech with at least one spoken block.
/// Errors: throws Error{input} with the remedy for an empty or binary document, one without a
///         speech, an unknown charset; Error{usage} for an unknown format; Error{data} for broken
///         rules.
Speech read_speech(std::string_view bytes, const ReadOptions& options, const DataPath& data);

/// The extensions of files that are taken for documents when a folder is read, such as ".txt".
const std::vector<std::string>& readable_extensions();

}  // namespace declaim
