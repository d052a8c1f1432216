#include <filesystem>

#include "base/data_path.hpp"
#include "base/error.hpp"
#include "base/toml_file.hpp"
#include "cli/options.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

fs::path default_file() {
    const fs::path folder = config_folder();
    return folder.empty() ? folder : folder / "config.toml";
}

ProgressMode progress_mode(const TomlTable& table, const std::string& name) {
    if (name == "auto") return ProgressMode::automatic;
    if (name == "always") return ProgressMode::always;
    if (name == "never") return ProgressMode::never;
    table.fail("progress", "'progress' must be auto, always or never");
}

}  // namespace

void add_defaults(Options& options) {
    const fs::path file = options.config.empty() ? default_file() : fs::path(options.config);
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        if (options.config.empty()) return;
        throw Error(ErrorKind::usage, "no such file: " + options.config + "; correct --config");
    }
    TomlTable table = TomlTable::open(file);
    SpeechRequest& speech = options.speech;
    const auto voice = table.text("voice");
    const auto language = table.text("language");
    const auto rate = table.number("rate", 80, 450);
    const auto pitch = table.number("pitch", 0, 99);
    const auto jobs = table.number("jobs", 1, 1024);
    const auto progress = table.text("progress");
    const auto quiet = table.flag("quiet");
    const auto announce = table.flag("announce");
    const auto data_dir = table.text("data-dir");
    table.finish();
    if (speech.voice.empty()) speech.voice = voice.value_or("");
    if (options.command == Command::voices && speech.language.empty())
        speech.language = language.value_or("");
    speech.usual_language = language.value_or("");
    if (!speech.rate_wpm && rate) speech.rate_wpm = static_cast<int>(*rate);
    if (!speech.pitch && pitch) speech.pitch = static_cast<int>(*pitch);
    if (!options.jobs && jobs) options.jobs = static_cast<int>(*jobs);
    if (!options.progress && progress) options.progress = progress_mode(table, *progress);
    options.quiet = options.quiet || quiet.value_or(false);
    speech.announce = speech.announce || announce.value_or(false);
    if (options.data_dir.empty()) options.data_dir = data_dir.value_or("");
}

}  // namespace declaim
