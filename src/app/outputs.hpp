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
    /// Writes all of it. Errors: as write_all and AtomicFile::seal.
    void write(const std::string& text);
    /// Lets a written file appear under its name.
    void publish();

  private:
    std::string path_;
    OutputContent content_;
    std::unique_ptr<AtomicFile> file_;  // null for standard output, a FIFO or a device
};

struct Outputs {
    std::vector<std::unique_ptr<AudioSink>> audio;
    std::vector<DocumentOutput> documents;
    /// \pre all are finished and written
    void publish();
};

/// Refuses outputs that would replace the document itself, and two that are the same file.
/// Errors: throws Error{usage}.
void check_outputs(const std::string& input, const std::vector<std::string>& paths);

/// Opens all outputs of a run.
Outputs open_outputs(const std::vector<std::string>& paths, AudioFormat format, bool no_clobber);

}  // namespace declaim
