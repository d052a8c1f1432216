#include "app/outputs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "audio/file_sink.hpp"
#include "base/ascii.hpp"
#include "base/error.hpp"

namespace declaim {
namespace {

constexpr std::pair<const char*, OutputContent> kKinds[] = {{".wav", OutputContent::wav},
                                                            {".json", OutputContent::timeline},
                                                            {".ssml", OutputContent::ssml}};

std::optional<OutputContent> content_of_extension(const std::string& written) {
    const std::string extension = lower_ascii(written);
    for (const auto& [known, content] : kKinds)
        if (extension == known) return content;
    return std::nullopt;
}

}  // namespace

std::vector<std::string> output_extensions() {
    std::vector<std::string> all;
    for (const auto& [extension, content] : kKinds) all.emplace_back(extension);
    return all;
}

OutputContent content_of(const std::string& path) {
    if (path == "-") return OutputContent::wav;
    if (const auto content = content_of_extension(std::filesystem::path(path).extension().string()))
        return *content;
    if (output_kind(path) == OutputKind::stream) return OutputContent::wav;
    throw Error(ErrorKind::usage,
                fmt::format("cannot tell from the name '{}' what to write; let it end in {}", path,
                            fmt::join(output_extensions(), ", ")));
}

DocumentOutput::DocumentOutput(const std::string& path, OutputContent content, bool no_clobber)
    : path_(path), content_(content) {
    if (path != "-" && output_kind(path) == OutputKind::fresh)
        file_ = std::make_unique<AtomicFile>(path, no_clobber);
}

void DocumentOutput::write(const std::string& text) {
    if (!file_) return write_output(path_, text, false);
    write_all(file_->fd(), text, path_);
    file_->seal();
}

void DocumentOutput::publish() {
    if (file_) file_->commit();
}

void Outputs::publish() {
    for (const auto& sink : audio) sink->publish();
    for (DocumentOutput& document : documents) document.publish();
}

void check_outputs(const std::string& input, const std::vector<std::string>& paths) {
    std::set<std::string> seen;
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (input != "-" && std::filesystem::is_regular_file(input, ignored) &&
            std::filesystem::equivalent(input, path, ignored))
            throw Error(
                ErrorKind::usage,
                fmt::format("{} would replace the document itself; name another file", path));
        const std::string place = path == "-" ? path
                                              : std::filesystem::weakly_canonical(
                                                    std::filesystem::absolute(path), ignored)
                                                    .string();
        if (!seen.insert(place).second)
            throw Error(ErrorKind::usage,
                        fmt::format("the output -o {} is given twice; give it once", path));
    }
}

Outputs open_outputs(const std::vector<std::string>& paths, AudioFormat format, bool no_clobber) {
    Outputs outputs;
    for (const std::string& path : paths) {
        const OutputContent content = content_of(path);
        if (content == OutputContent::wav)
            outputs.audio.push_back(open_wav_sink(path, format, no_clobber));
        else
            outputs.documents.emplace_back(path, content, no_clobber);
    }
    return outputs;
}

}  // namespace declaim
