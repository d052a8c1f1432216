#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "model/speech.hpp"
#include "text/overrule.hpp"

namespace declaim {

/// What a person says of one document in a file beside it, "speech.html.toml":
///
///     keep = ["^PART "]            # lines of the speech, whatever the segmenter finds
///     drop = ["^Photo: "]          # lines that are none
///     language = "fr"              # format and encoding likewise
///     [metadata]                   # title, speaker, role, date, occasion, place; "" for none
///     date = "2004-10-19"
///     [cast]                       # whose voice is which, as --cast; or cast = "none" above
///     "Q" = "stateswoman"
struct Sidecar {
    ByHand by_hand;
    std::string language;
    std::string encoding;
    std::string format;
    Metadata metadata;
    Metadata cleared;  ///< fields that are set here are to be unknown
    std::vector<std::pair<std::string, std::string>> cast;  ///< label and voice
    bool no_cast = false;                                   ///< nobody else has a voice
    bool operator==(const Sidecar&) const = default;
};

/// Where the sidecar of a document stands; empty for none: there is no file of that name, or the
/// document is standard input.
std::filesystem::path sidecar_of(const std::string& document);

/// Reads the sidecar of a document; an empty one where there is none.
/// Errors: throws Error{data} with file, line and column for whatever is wrong in it.
Sidecar read_sidecar(const std::string& document);

/// Puts its metadata over what was found.
void overwrite(Metadata& metadata, const Sidecar& sidecar);

}  // namespace declaim
