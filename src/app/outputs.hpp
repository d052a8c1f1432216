#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audio/sink.hpp"
#include "base/files.hpp"
#include "model/audio.hpp"

namespace declaim {

/// What an output holds, told by its extension.
enum class OutputContent {
    wav,       ///< .wav: the audio
    timeline,  ///< .json: where every sentence and word lies in the audio
    ssml       ///< .ssml: the whole speech as SSML 1.1
};

/// The extensions that can be written, with their dots.
std::vector<std::string> output_extensions();

/// What an output of that name holds: WAV for "-", and for a FIFO or device without a known
/// extension. Errors: throws Error{usage} for a kind that cannot be written, naming those that can.
OutputContent content_of(const std::string& path);

/// A text to be written at the end of a run, its file opened at the beginning, so that a place that
/// cannot be written to is told before the work and not after it.
class DocumentOutput {
  public:
    /// Errors: throws Error{output}.
    DocumentOutput(const std::string& path, OutputContent content, bool no_clobber);
    [[nodiscard]] OutputContent content() const noexcept { return content_; }
    /// Writes and publishes. Errors: as write_all and AtomicFile::commit.
    void write(const std::string& text);

  private:
    std::string path_;
    OutputContent content_;
    std::unique_ptr<AtomicFile> file_;  // null for standard output, a FIFO or a device
};

struct Outputs {
    std::vector<std::unique_ptr<AudioSink>> audio;
    std::vector<DocumentOutput> documents;
};

/// Opens all outputs of a run.
Outputs open_outputs(const std::vector<std::string>& paths, AudioFormat format, bool no_clobber);

}  // namespace declaim
