#pragma once

#include "base/data_path.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"

namespace declaim {

/// The exit code of an archive run that stopped for a passing reason (EX_TEMPFAIL of sysexits.h).
constexpr int kRunAgain = 75;

// One function a command, one file each; they return the exit code.
// Errors: throw Error, Interrupted, PipeClosed.
int run_render(const Options& options, const DataPath& data, Terminal& terminal);
int run_play(const Options& options, const DataPath& data, Terminal& terminal);
int run_archive(const Options& options, const DataPath& data, Terminal& terminal);
int run_text(const Options& options, const DataPath& data, Terminal& terminal);
int run_ssml(const Options& options, const DataPath& data, Terminal& terminal);
int run_inspect(const Options& options, const DataPath& data, Terminal& terminal);
int run_check(const Options& options, const DataPath& data, Terminal& terminal);
int run_voices(const Options& options, const DataPath& data);

/// The number of jobs asked for, else one a processor.
int jobs_of(const Options& options);

/// The reasons for what was left out and how often each came, the most frequent first.
std::vector<std::pair<std::string, std::size_t>> by_reason(const std::vector<Dropped>& dropped);

/// The request for the one document of a command that takes one.
SpeechRequest request_for(const Options& options);

}  // namespace declaim
