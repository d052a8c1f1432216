#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/prepare.hpp"

namespace declaim {

enum class Command { render, play, archive, text, ssml, inspect, check, voices };
enum class ProgressMode { automatic, always, never };

/// The command line as a plain value. Nothing has been looked up or opened yet.
struct Options {
    Command command = Command::render;
    std::vector<std::string> inputs;
    SpeechRequest speech;  ///< its input is filled in per document
    std::string data_dir;
    std::string config;
    std::optional<int> jobs;
    std::optional<ProgressMode> progress;
    bool quiet = false;

    std::vector<std::string> outputs;  ///< render -o
    std::string folder;                ///< render -d, archive -d
    std::vector<std::string> formats;  ///< render --format, archive --format
    bool no_clobber = false;
    bool force = false;
    bool resume = false;  ///< the default; named for scripts that say so
    bool dry_run = false;

    std::string lufs = "off";  ///< the only value so far

    std::string device;
    int latency_ms = 200;
    bool list_devices = false;
    bool no_ui = false;  ///< the only way so far

    bool json = false;
    bool everything = false;  ///< inspect --all
    bool explain = false;     ///< text --explain
    bool spoken = false;      ///< text --spoken
    bool stub = false;        ///< check --stub

    bool all_voices = false;
    bool show_paths = false;
};

/// What parsing gave: options to run with, or a text to print and an exit code.
struct Parsed {
    std::optional<Options> options;
    std::string text;
    int exit_code = 0;
};

/// Parses the command line. Touches no file. Errors: none; a usage error is a text for standard
/// error and exit code 2, with the nearest name suggested for a mistyped one.
Parsed parse_options(int argc, const char* const* argv);

/// Fills what the command line left open from a TOML file of defaults: `options.config`, else
/// $XDG_CONFIG_HOME/declaim/config.toml if it is there.
/// Errors: throws Error{data} with file, line and column; Error{usage} for a named file that is
/// absent.
void add_defaults(Options& options);

}  // namespace declaim
