#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "app/archive.hpp"
#include "app/outputs.hpp"
#include "app/render.hpp"
#include "base/error.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDefaultFolder = "output";

/// The outputs named after an input: DIR/STEM.FORMAT for each format.
std::vector<std::string> outputs_in_folder(const Options& options, const std::string& stem) {
    const fs::path folder = options.folder.empty() ? kDefaultFolder : options.folder;
    std::vector<std::string> outputs;
    for (const std::string& format :
         options.formats.empty() ? std::vector<std::string>{"wav"} : options.formats)
        outputs.push_back((folder / (stem + "." + format)).string());
    return outputs;
}

void refuse_impossible(const Options& options) {
    if (options.inputs.size() > 1 && !options.outputs.empty())
        throw Error(ErrorKind::usage, "-o is for one input; with several, use -d DIR and --format");
    for (const std::string& output : options.outputs) {
        content_of(output);
        if (output == "-" && ::isatty(STDOUT_FILENO) == 1)
            throw Error(
                ErrorKind::usage,
                "-o - would write sound to the terminal; pipe it on, as in `… -o - | aplay`");
    }
    for (const std::string& format : options.formats) content_of("x." + format);
}

void render_one(const Options& options, const ArchiveItem& item, Terminal& terminal,
                const DataPath& data) {
    RenderRequest request;
    request.speech = options.speech;
    request.speech.input = item.source;
    request.speech.cast_wherever = options.inputs.size() > 1;
    request.outputs =
        options.outputs.empty() ? outputs_in_folder(options, item.stem) : options.outputs;
    request.jobs = jobs_of(options);
    request.no_clobber = options.no_clobber;
    request.make_folders = options.outputs.empty();
    const RenderReport report = render(request, data, terminal.observer());
    for (const std::string& output : request.outputs)
        if (output != "-") terminal.say(fmt::format("{}", output));
    if (report.sentences > 0)
        terminal.say(
            fmt::format("{} sentence{}, {}{}", report.sentences, report.sentences == 1 ? "" : "s",
                        clock_time(report.seconds),
                        report.skipped > 0 ? fmt::format(", {} left out", report.skipped) : ""));
}

}  // namespace

int run_render(const Options& options, const DataPath& data, Terminal& terminal) {
    refuse_impossible(options);
    int exit_code = 0;
    for (const ArchiveItem& item : name_documents(options.inputs)) {
        try {
            render_one(options, item, terminal, data);
        } catch (const Error& error) {
            if (options.inputs.size() == 1) throw;
            terminal.error(error.what());
            exit_code = 1;
        }
    }
    return exit_code;
}

}  // namespace declaim
