#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/version.hpp"

namespace declaim {
namespace {

constexpr const char* kProgramFooter = R"(Examples:
  declaim render speech.txt -o speech.wav      make a sound file of a speech
  declaim play speech.txt                      hear it now
  declaim archive speeches/ -d archive/        render a whole folder
  declaim inspect speech.txt                   see what was understood

`declaim COMMAND --help` tells more. Results go to standard output, messages to
standard error. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some speeches of an
archive failed, 75 stopped for a passing reason (run it again), 130 interrupted.)";

constexpr const char* kRenderFooter = R"(Examples:
  declaim render speech.txt                            writes output/speech.wav
  declaim render speech.txt -o s.wav -o s.json         sound, and when each word is heard
  declaim render *.txt -d sounds --format wav,json     several at once
  declaim render speech.txt -s 150 -v en-us -o s.wav   slower, in an American voice
  curl -s URL | declaim render - -o - | aplay          from a pipe to a pipe)";

constexpr const char* kPlayFooter = R"(Examples:
  declaim play speech.txt
  declaim play speech.txt --from 20           from the 21st sentence on
  declaim play --list-devices
  declaim play speech.txt --device pulse)";

constexpr const char* kArchiveFooter = R"(Examples:
  declaim archive speeches/ -d archive/            what is there and unchanged is left alone
  declaim archive speeches/ -d archive/ --dry-run  only tell what would be rendered
  declaim archive speeches/ -d archive/ --force -j 4)";

constexpr const char* kTextFooter = R"(Examples:
  declaim text speech.txt             the words that will be read
  declaim text page.txt --raw         everything, nothing taken for furniture)";

constexpr const char* kSsmlFooter = R"(Examples:
  declaim ssml speech.txt > speech.ssml
  declaim ssml speech.txt | xmllint --format -)";

constexpr const char* kInspectFooter = R"(Examples:
  declaim inspect speech.txt
  declaim inspect speech.txt --json | jq '.dropped[]')";

constexpr const char* kVoicesFooter = R"(Examples:
  declaim voices                      the profiles
  declaim voices --all --language fr  the engine's French voices too
  declaim voices --paths              where profiles and rules are looked for)";

void add_common(CLI::App& command, Options& options) {
    command.add_option("--data-dir", options.data_dir, "Folder of rules, styles and voices")
        ->type_name("DIR");
    command.add_option("--config", options.config, "File of defaults (TOML)")->type_name("FILE");
    command.add_flag("-q,--quiet", options.quiet, "Only warnings and errors");
}

void add_reading(CLI::App& command, Options& options) {
    SpeechRequest& speech = options.speech;
    command
        .add_option("--from-format", speech.format,
                    "How to read the input, such as text; else found out")
        ->type_name("NAME");
    command
        .add_option("--encoding", speech.encoding,
                    "Character encoding, such as windows-1252; else found out")
        ->type_name("NAME");
    command
        .add_option("-l,--language", speech.language, "Language of the speech, such as en or pt-BR")
        ->type_name("TAG");
    command.add_flag("--raw", speech.raw, "The whole input is the speech: leave nothing out");
    command.add_flag("--speak-directions", speech.speak_directions, "Read stage directions too");
}

void add_speaking(CLI::App& command, Options& options) {
    SpeechRequest& speech = options.speech;
    command
        .add_option("-v,--voice", speech.voice,
                    "A profile, or any eSpeak NG voice, as en-us or gmw/en+f3")
        ->type_name("NAME");
    command.add_option("-s,--rate", speech.rate_wpm, "Words per minute")
        ->type_name("WPM")
        ->check(CLI::Range(80, 450));
    command.add_option("-p,--pitch", speech.pitch, "Pitch, 0 to 99")
        ->type_name("0-99")
        ->check(CLI::Range(0, 99));
}

void add_running(CLI::App& command, Options& options) {
    command
        .add_option("-j,--jobs", options.jobs,
                    "Processes at work at the same time; else one a processor")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
}

void add_progress(CLI::App& command, Options& options) {
    static const std::map<std::string, ProgressMode> modes{{"auto", ProgressMode::automatic},
                                                           {"always", ProgressMode::always},
                                                           {"never", ProgressMode::never}};
    command.add_option("--progress", options.progress, "auto (on a terminal), always or never")
        ->type_name("WHEN")
        ->transform(CLI::CheckedTransformer(modes).description(""));
}

void add_input(CLI::App& command, Options& options, bool several) {
    auto* input =
        command.add_option("INPUT", options.inputs, "A document, or - for standard input")
            ->required();
    if (several)
        input->expected(1, 1 << 20);
    else
        input->expected(1);
}

CLI::App* add_command(CLI::App& app, const char* name, const char* description, const char* footer,
                      Command command, Options& options) {
    CLI::App* sub = app.add_subcommand(name, description);
    sub->footer(std::string("\n") + footer + "\n");
    sub->callback([&options, command] { options.command = command; });
    add_common(*sub, options);
    return sub;
}

void add_render(CLI::App& app, Options& options) {
    CLI::App& sub = *add_command(app, "render", "Make sound files of speeches", kRenderFooter,
                                 Command::render, options);
    add_input(sub, options, true);
    auto* out = sub.add_option("-o,--output", options.outputs,
                               "Write this file (.wav, .json or .ssml), or - for WAV on standard "
                               "output; may be repeated")
                    ->type_name("FILE")
                    ->expected(1)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    sub.add_option("-d,--directory", options.folder,
                   "Write into this folder, named after the inputs")
        ->type_name("DIR")
        ->excludes(out);
    sub.add_option("--format", options.formats, "With -d: what to write, such as wav,json")
        ->type_name("LIST")
        ->delimiter(',')
        ->excludes(out);
    sub.add_flag("--no-clobber", options.no_clobber, "Refuse to replace a file");
    add_speaking(sub, options);
    add_reading(sub, options);
    add_running(sub, options);
    add_progress(sub, options);
}

void add_play(CLI::App& app, Options& options) {
    CLI::App& sub = *add_command(app, "play", "Speak a speech aloud, the text following",
                                 kPlayFooter, Command::play, options);
    add_input(sub, options, false);
    auto* list = sub.add_flag("--list-devices", options.list_devices, "List the sound devices");
    sub.get_option("INPUT")->required(false);
    sub.add_option("--device", options.device, "A device's name, a part of it, or its number")
        ->type_name("NAME")
        ->excludes(list);
    sub.add_option("--latency", options.latency_ms,
                   "Milliseconds of sound kept ready in the device")
        ->type_name("MS")
        ->check(CLI::Range(10, 2000))
        ->capture_default_str();
    sub.add_option("--from", options.speech.from_sentence,
                   "Leave out so many sentences at the start")
        ->type_name("N");
    add_speaking(sub, options);
    add_reading(sub, options);
    add_running(sub, options);
}

void add_archive(CLI::App& app, Options& options) {
    CLI::App& sub = *add_command(app, "archive", "Render whole folders of speeches", kArchiveFooter,
                                 Command::archive, options);
    add_input(sub, options, true);
    sub.get_option("INPUT")->description("Documents, and folders of documents");
    sub.add_option("-d,--directory", options.folder, "The archive's folder")
        ->type_name("DIR")
        ->required();
    sub.add_option("--format", options.formats, "What to write of each speech (wav,json)")
        ->type_name("LIST")
        ->delimiter(',');
    sub.add_flag("--force", options.force, "Render again what is there and unchanged");
    sub.add_flag("--resume", options.resume,
                 "Leave alone what is there and unchanged (the default)");
    sub.add_flag("--dry-run", options.dry_run, "Only tell what would be rendered");
    add_speaking(sub, options);
    add_reading(sub, options);
    add_running(sub, options);
    add_progress(sub, options);
}

void add_looking(CLI::App& app, Options& options) {
    CLI::App& text =
        *add_command(app, "text", "Print what will be read", kTextFooter, Command::text, options);
    add_input(text, options, false);
    add_reading(text, options);

    CLI::App& ssml = *add_command(app, "ssml", "Print the speech as SSML 1.1", kSsmlFooter,
                                  Command::ssml, options);
    add_input(ssml, options, false);
    add_speaking(ssml, options);
    add_reading(ssml, options);

    CLI::App& inspect = *add_command(app, "inspect", "Show what was understood", kInspectFooter,
                                     Command::inspect, options);
    add_input(inspect, options, false);
    inspect.add_flag("--json", options.json, "As JSON, schema declaim.speech/1");
    add_speaking(inspect, options);
    add_reading(inspect, options);

    CLI::App& voices =
        *add_command(app, "voices", "List the voices", kVoicesFooter, Command::voices, options);
    voices.add_flag("--all", options.all_voices, "The engine's own voices too");
    voices.add_option("-l,--language", options.speech.language, "Only voices of this language")
        ->type_name("TAG");
    voices.add_flag("--paths", options.show_paths, "Print where rules and voices are looked for");
}

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

/// What is wrong with a command line; the parser names no word that was meant as a command.
std::string complaint(const std::string& command, const CLI::ParseError& error, int argc,
                      const char* const* argv) {
    if (argc <= 1) return "name a command, such as render";
    if (command.empty() && argv[1][0] != '-') return fmt::format("no command '{}'", argv[1]);
    return error.what();
}

std::string usage_error(const CLI::App& app, const CLI::ParseError& error, int argc,
                        const char* const* argv) {
    std::string command;
    for (const CLI::App* sub : app.get_subcommands()) command = sub->get_name();
    std::string text = fmt::format("declaim: {}\n", complaint(command, error, argc, argv));
    for (int i = 1; i < argc; ++i) {
        const std::string word = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
        const bool option = word.starts_with("--");
        if (!option && !command.empty()) continue;
        const auto known = known_names(app, option);
        const std::string like = nearest(word, known);
        if (like.empty() || std::find(known.begin(), known.end(), word) != known.end()) continue;
        text += fmt::format("Did you mean {}?\n", like);
        break;
    }
    return text + fmt::format("Try `declaim {}{}--help`.\n", command, command.empty() ? "" : " ");
}

}  // namespace

Parsed parse_options(int argc, const char* const* argv) {
    Options options;
    CLI::App app("declaim turns transcripts of speeches into sound.", "declaim");
    app.footer(std::string("\n") + kProgramFooter + "\n");
    app.set_version_flag("--version", std::string("declaim ") + version());
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);
    add_render(app, options);
    add_play(app, options);
    add_archive(app, options);
    add_looking(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return {std::nullopt, app.help(), 0};
    } catch (const CLI::CallForVersion& version_text) {
        return {std::nullopt, std::string(version_text.what()) + "\n", 0};
    } catch (const CLI::ParseError& error) {
        return {std::nullopt, usage_error(app, error, argc, argv), 2};
    }
    if (options.command == Command::play && !options.list_devices && options.inputs.empty())
        return {
            std::nullopt,
            "declaim: play needs a document, or - for standard input\nTry `declaim play --help`.\n",
            2};
    return {std::move(options), "", 0};
}

}  // namespace declaim
