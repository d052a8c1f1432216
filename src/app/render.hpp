#pragma once

#include <string>
#include <vector>

#include "app/observer.hpp"
#include "app/prepare.hpp"
#include "model/audio.hpp"
#include "voice/workers.hpp"

namespace declaim {

struct RenderRequest {
    SpeechRequest speech;
    std::vector<std::string> outputs;  ///< files, FIFOs, devices, "-"; the extension says what
    int jobs = 1;
    bool no_clobber = false;
    bool make_folders = false;  ///< make the outputs' folders, once the document has been read
};

struct RenderReport {
    Metadata metadata;
    std::string language;
    double seconds = 0;
    std::size_t sentences = 0;
    std::size_t skipped = 0;
};

/// Renders one speech to all its outputs; they appear whole, after everything went well, or not at
/// all. Errors: throws Error of any kind, Interrupted, PipeClosed.
RenderReport render(const RenderRequest& request, const DataPath& data, const Observer& observer);

/// Throws Error{engine} when all sentences of the plan were skipped.
void refuse_silence(std::size_t skipped, const Prepared& ready, const std::string& input);

/// Warns of the languages of a plan that the engine has no voice for. Errors: as Workers::format.
void warn_of_voices(const Workers& voice, const Plan& plan, const std::string& input,
                    const Observer& observer);

/// The warning for a sentence that the engine could not say.
std::string skip_warning(const std::string& input, const SentenceCue& cue);

}  // namespace declaim
