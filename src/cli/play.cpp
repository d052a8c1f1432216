#include "app/play.hpp"

#include <fmt/format.h>

#include <optional>

#include "app/look.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace {

int list_the_devices() {
    std::string text;
    for (const AudioDevice& device : sound_devices())
        text += fmt::format("{:3}  {}{}\n", device.index, device.name,
                            device.is_default ? "  (default)" : "");
    print_result(text.empty() ? "no sound device found\n" : text);
    return 0;
}

std::string title_line(const Metadata& metadata) {
    std::string line;
    for (const auto& part : {metadata.title, metadata.speaker, metadata.occasion, metadata.date})
        if (part) line += (line.empty() ? "" : " · ") + *part;
    return line;
}

}  // namespace

int run_play(const Options& options, const DataPath& data, Terminal& terminal) {
    if (options.list_devices) return list_the_devices();
    PlayRequest request;
    request.speech = request_for(options);
    request.device = options.device;
    request.latency_ms = options.latency_ms;
    request.jobs = jobs_of(options);
    std::optional<std::size_t> block;
    const auto follow = [&](const SentenceCue& cue) {
        if (options.quiet) return;
        print_result((block && cue.block != *block ? "\n" : "") + cue.text + "\n");
        block = cue.block;
    };
    const auto announce = [&](const Metadata& metadata) {
        if (const std::string line = title_line(metadata); !line.empty()) terminal.say(line + "\n");
    };
    const PlayReport report = play(request, data, terminal.observer(), announce, follow);
    if (report.underruns > 0)
        terminal.warn(
            fmt::format("the sound stopped {} times for want of data; try a greater --latency",
                        report.underruns));
    return 0;
}

}  // namespace declaim
