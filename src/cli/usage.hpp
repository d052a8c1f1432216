#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace declaim {

/// The help of the command that was named, else of the program.
std::string help_of(const CLI::App& app);

/// What is wrong with a command line, the nearest name to a mistyped one, and where to read on.
/// In:     the words after the program's name.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error,
                        const std::vector<std::string>& words);

}  // namespace declaim
