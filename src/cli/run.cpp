#include "cli/run.hpp"

#include <fcntl.h>
#include <sched.h>

#include <algorithm>
#include <cstdio>
#include <new>

#include "base/error.hpp"
#include "base/signals.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace {

constexpr int kPipeClosed = 141;  // as a shell reports SIGPIPE

int run_command(const Options& options, Terminal& terminal) {
    const DataPath data = DataPath::locate(options.data_dir);
    switch (options.command) {
        case Command::render:
            return run_render(options, data, terminal);
        case Command::play:
            return run_play(options, data, terminal);
        case Command::archive:
            return run_archive(options, data, terminal);
        case Command::text:
            return run_text(options, data, terminal);
        case Command::ssml:
            return run_ssml(options, data, terminal);
        case Command::inspect:
            return run_inspect(options, data, terminal);
        case Command::check:
            return run_check(options, data, terminal);
        case Command::voices:
            return run_voices(options, data);
    }
    return 2;
}

int exit_code_of(const Error& error, Command command) {
    if (error.kind() == ErrorKind::passing && command == Command::archive) return kRunAgain;
    return error.kind() == ErrorKind::usage ? 2 : 1;
}

int run_guarded(Options options) {
    Terminal terminal(options);
    try {
        add_defaults(options);
        terminal = Terminal(options);
        return run_command(options, terminal);
    } catch (const Interrupted& stop) {
        terminal.error("stopped; nothing unfinished is left behind");
        return 128 + stop.signal();
    } catch (const PipeClosed&) {
        return kPipeClosed;
    } catch (const Error& error) {
        terminal.error(error.what());
        return exit_code_of(error, options.command);
    } catch (const std::bad_alloc&) {
        terminal.error("out of memory; free some and run again");
        return options.command == Command::archive ? kRunAgain : 1;
    } catch (const std::exception& error) {
        terminal.error(std::string("unexpected: ") + error.what());
        return 1;
    }
}

/// Opens those of the standard streams that are closed, so that no file of ours takes their place:
/// reading or writing them then fails, as on a closed one, and messages go nowhere.
void open_standard_streams() {
    constexpr int kModes[] = {O_WRONLY, O_RDONLY, O_WRONLY};  // the wrong way, but for messages
    for (int fd = 0; fd <= 2; ++fd)
        if (::fcntl(fd, F_GETFD) < 0) ::open("/dev/null", kModes[fd]);  // takes the lowest free
}

}  // namespace

int jobs_of(const Options& options) {
    if (options.jobs) return *options.jobs;
    cpu_set_t cpus;  // those this process may use, which may be fewer than the machine has
    return ::sched_getaffinity(0, sizeof cpus, &cpus) == 0 ? std::max(1, CPU_COUNT(&cpus)) : 1;
}

SpeechRequest request_for(const Options& options) {
    SpeechRequest request = options.speech;
    request.input = options.inputs.front();
    return request;
}

int run(int argc, const char* const* argv) noexcept {
    try {
        open_standard_streams();
        catch_stop_signals();
        Parsed parsed = parse_options(argc, argv);
        if (parsed.options) return run_guarded(std::move(*parsed.options));
        if (parsed.exit_code == 0)
            print_result(parsed.text);
        else
            std::fputs(parsed.text.c_str(), stderr);
        return parsed.exit_code;
    } catch (const PipeClosed&) {
        return kPipeClosed;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "declaim: %s\n", error.what());
        return 1;
    }
}

}  // namespace declaim
