#include "cli/usage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/diagnostic.hpp"

namespace declaim {
namespace {

/// The names that a mistyped word may have meant.
std::vector<std::string> known_names(const CLI::App& app, bool option) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands(nullptr)) {
        if (!option) names.push_back(command->get_name());
        if (!command->parsed()) continue;
        for (const CLI::Option* each : command->get_options())
            for (const std::string& name : each->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

/// The first word of the command line that is no known name but like one.
std::string suggestion(const CLI::App& app, const std::vector<std::string>& words) {
    const bool has_command = !app.get_subcommands().empty();
    for (const std::string& each : words) {
        const std::string word = each.substr(0, each.find('='));
        const bool option = word.starts_with("--");
        if (!option && has_command) continue;
        const auto known = known_names(app, option);
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        if (const std::string like = nearest(word, known); !like.empty())
            return fmt::format("Did you mean {}?\n", like);
    }
    return "";
}

}  // namespace

std::string help_of(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app.help() : chosen.front()->help(app.get_name());
}

std::string usage_error(const CLI::App& app, const CLI::ParseError& error,
                        const std::vector<std::string>& words) {
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : chosen.front()->get_name() + " ";
    const bool mistyped = chosen.empty() && !words.empty() && !words.front().starts_with("-");
    // The parser names no word that was meant as a command.
    const std::string what = words.empty() ? "name a command, such as render"
                             : mistyped    ? fmt::format("no command '{}'", words.front())
                                           : error.what();
    return fmt::format("declaim: {}\n{}Try `declaim {}--help`.\n", what, suggestion(app, words),
                       command);
}

}  // namespace declaim
