#include "app/archive.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"

namespace declaim {
namespace {

constexpr int kSomeFailed = 3;

void tell(const CatalogueEntry& entry, Terminal& terminal) {
    for (const std::string& warning : entry.warnings) terminal.warn(warning);
    if (!entry.ok) terminal.error(entry.error);
}

}  // namespace

int run_archive(const Options& options, const DataPath& data, Terminal& terminal) {
    ArchiveRequest request;
    request.inputs = options.inputs;
    request.folder = options.folder;
    request.formats =
        options.formats.empty() ? std::vector<std::string>{"wav", "json"} : options.formats;
    request.speech = options.speech;
    request.jobs = jobs_of(options);
    request.force = options.force;
    request.dry_run = options.dry_run;
    const ArchiveReport report =
        archive(request, data, terminal.observer(),
                [&](const CatalogueEntry& entry) { tell(entry, terminal); });
    if (options.dry_run) {
        for (const std::string& source : report.to_do) print_result(source + "\n");
        terminal.say(
            fmt::format("{} to render, {} unchanged", report.to_do.size(), report.unchanged));
        return 0;
    }
    terminal.say(fmt::format(
        "{} rendered ({} of speech), {} unchanged, {} failed: {}/catalogue.jsonl", report.rendered,
        clock_time(report.seconds), report.unchanged, report.failed, options.folder));
    if (report.stopped) {
        terminal.error(
            "stopped before the end; mend what is said above and run the same command again");
        return kRunAgain;
    }
    return report.failed > 0 ? kSomeFailed : 0;
}

}  // namespace declaim
