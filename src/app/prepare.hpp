#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/observer.hpp"
#include "base/data_path.hpp"
#include "model/plan.hpp"
#include "model/speech.hpp"
#include "prosody/phrasing.hpp"
#include "publish/json.hpp"
#include "voice/profile.hpp"

namespace declaim {

/// A longer document is refused: far more than any speech, it is a mistake better told at once.
constexpr std::uint64_t kLargestDocument = std::uint64_t{256} << 20;

/// Which speech, and how it is to be spoken; empty means "find out".
struct SpeechRequest {
    std::string input;  ///< a file, or "-"
    std::string format;
    std::string encoding;
    std::string language;
    std::string usual_language;  ///< where neither `language` nor the document's sidecar says
    bool raw = false;
    std::vector<std::string> keep;  ///< lines to be kept, as in text/overrule.hpp
    std::vector<std::string> drop;
    std::vector<std::string> lexicons;  ///< files that win over those of the languages
    bool rows = false;                  ///< Speech::rows is wanted
    std::string voice;
    std::optional<int> rate_wpm;
    std::optional<int> pitch;
    std::vector<std::string> cast;  ///< as add_to_cast takes them
    bool cast_wherever = false;     ///< a label in `cast` that this document has not is passed over
    bool announce = false;          ///< a spoken introduction comes first
    bool speak_directions = false;
    std::size_t from_sentence = 1;  ///< the first to be spoken, from 1
};

/// A speech read, with the voice it is to be spoken in and the plan of what is to be said.
struct Prepared {
    Speech speech;
    Profile profile;
    Plan plan;
    std::map<std::string, Phrasing> phrasing = {};  ///< by language
};

/// What messages call a document: its path, or "standard input".
std::string document_name(const std::string& input);

/// Checks what of a request can be checked without the document. Errors: throws Error{usage}.
void check_request(const SpeechRequest& request);

/// Reads and segments the document of a request as it and the document's sidecar say, the request
/// first; tells the observer what it doubts.
/// Errors: throws Error{input, usage, data}.
Speech read_request(const SpeechRequest& request, const DataPath& data,
                    const Observer& observer = {});

/// Everything up to the first sound. Errors: as read_request.
Prepared prepare(const SpeechRequest& request, const DataPath& data, const Observer& observer = {});

/// Words and likely seconds of what a plan says at the rates of its voices, within a tenth.
Estimate estimate(const Prepared& prepared);

}  // namespace declaim
