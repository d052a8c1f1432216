#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/version.hpp"
#include "cli/examples.hpp"
#include "cli/usage.hpp"

namespace declaim {
namespace {

/// A check that says its bounds when it fails and not in every line of help.
CLI::Validator whole_number(int least, int most) { return CLI::Range(least, most).description(""); }

void add_common(CLI::App& command, Options& options) {
    command.add_option("--data-dir", options.data_dir, "Folder of rules, styles and voices")
        ->type_name("DIR");
    command.add_option("--config", options.config, "File of defaults (TOML)")->type_name("FILE");
    command.add_flag("-q,--quiet", options.quiet, "Only warnings and errors");
}

void add_patterns(CLI::App& command, const char* name, std::vector<std::string>& patterns,
                  const char* description) {
    command.add_option(name, patterns, description)
        ->type_name("REGEX")
        ->expected(1)
        ->allow_extra_args(false)  // "[ab]" is one
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_reading(CLI::App& command, Options& options) {
    SpeechRequest& speech = options.speech;
    command
        .add_option("--from-format", speech.format,
                    "How to read the input: text, html, markdown, epub, docx, odt or pdf; else "
                    "found out")
        ->type_name("NAME");
    command
        .add_option("--encoding", speech.encoding,
                    "Character encoding, such as windows-1252; else found out")
        ->type_name("NAME");
    command
        .add_option("-l,--language", speech.language, "Language of the speech, such as en or pt-BR")
        ->type_name("TAG");
    command.add_flag("--raw", speech.raw, "The whole input is the speech: leave nothing out");
    add_patterns(command, "--keep", speech.keep,
                 "Keep the lines this regular expression matches; may be repeated");
    add_patterns(command, "--drop", speech.drop, "Leave out the lines it matches; may be repeated");
    command
        .add_option("--lexicon", speech.lexicons,
                    "Pronunciations (PLS) that come first; may be repeated")
        ->type_name("FILE")
        ->expected(1)
        ->allow_extra_args(false)  // inputs may follow
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_flag("--speak-directions", speech.speak_directions, "Read stage directions too");
}

void add_speaking(CLI::App& command, Options& options) {
    SpeechRequest& speech = options.speech;
    command
        .add_option("-v,--voice", speech.voice,
                    "A profile, or any eSpeak NG voice, as en-us or gmw/en+f3")
        ->type_name("NAME");
    command
        .add_option(
            "--cast", speech.cast,
            "LABEL=voice: who speaks under that label has that voice; may be repeated; none: "
            "one voice for all who are not named")
        ->type_name("LABEL=NAME")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_flag("--announce", speech.announce,
                     "Begin with who speaks, where and when, as far as it is known");
    command.add_option("-s,--rate", speech.rate_wpm, "Words per minute")
        ->type_name("WPM")
        ->check(whole_number(80, 450));
    command.add_option("-p,--pitch", speech.pitch, "Pitch, 0 to 99")
        ->type_name("0-99")
        ->check(whole_number(0, 99));
}

std::string only_off(std::string& value) {
    return value == "off" ? "" : "'" + value + "' cannot be asked for yet; only 'off' can";
}

/// Every output has the engine's own level so far; a script that relies on it says so.
void add_loudness(CLI::App& command, Options& options) {
    command
        .add_option("--lufs", options.lufs, "Loudness: only 'off' so far, the engine's own level")
        ->type_name("off")
        ->check(CLI::Validator(only_off, ""));
}

void add_running(CLI::App& command, Options& options) {
    command
        .add_option("-j,--jobs", options.jobs,
                    "Processes at work at the same time; else one a processor")
        ->type_name("N")
        ->check(whole_number(1, 1024));
}

void add_progress(CLI::App& command, Options& options) {
    static const std::map<std::string, ProgressMode> modes{{"auto", ProgressMode::automatic},
                                                           {"always", ProgressMode::always},
                                                           {"never", ProgressMode::never}};
    command.add_option("--progress", options.progress, "auto (on a terminal), always or never")
        ->type_name("WHEN")
        ->transform(CLI::CheckedTransformer(modes).description(""));
}

CLI::Option& add_input(CLI::App& command, Options& options) {
    const auto take = [&options](const std::string& input) { options.inputs = {input}; };
    return *command
                .add_option_function<std::string>("INPUT", take,
                                                  "A document, or - for standard input")
                ->type_name("");
}

CLI::Option& add_inputs(CLI::App& command, Options& options, const char* description) {
    return *command.add_option("INPUT", options.inputs, description)->type_name("")->required();
}

CLI::App* add_command(CLI::App& app, const char* name, const char* description, const char* footer,
                      Command command, Options& options) {
    CLI::App* sub = app.add_subcommand(name, description);
    sub->footer(std::string(footer) + "\n");
    sub->callback([&options, command] { options.command = command; });
    add_common(*sub, options);
    return sub;
}

void add_render(CLI::App& app, Options& options) {
    CLI::App& sub = *add_command(app, "render", "Make sound files of speeches", kRenderFooter,
                                 Command::render, options);
    add_inputs(sub, options, "Documents, or - for standard input");
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
    add_loudness(sub, options);
    add_reading(sub, options);
    add_running(sub, options);
    add_progress(sub, options);
}

void add_play(CLI::App& app, Options& options) {
    CLI::App& sub = *add_command(app, "play", "Speak a speech aloud, the text following",
                                 kPlayFooter, Command::play, options);
    add_input(sub, options);
    auto* list = sub.add_flag("--list-devices", options.list_devices, "List the sound devices");
    sub.add_option("--device", options.device, "A device's name, a part of it, or its number")
        ->type_name("NAME")
        ->excludes(list);
    sub.add_option("--latency", options.latency_ms,
                   "Milliseconds of sound kept ready in the device")
        ->type_name("MS")
        ->check(whole_number(10, 2000))
        ->capture_default_str();
    sub.add_option("--from", options.speech.from_sentence,
                   "Begin with this sentence, counted from 1")
        ->type_name("N")
        ->check(whole_number(1, 1 << 30));
    sub.add_flag("--no-ui", options.no_ui, "Plain lines as they are heard (the only way so far)");
    add_speaking(sub, options);
    add_loudness(sub, options);
    add_reading(sub, options);
    add_running(sub, options);
}

void add_archive(CLI::App& app, Options& options) {
    CLI::App& sub = *add_command(app, "archive", "Render whole folders of speeches", kArchiveFooter,
                                 Command::archive, options);
    add_inputs(sub, options, "Documents, and folders of documents");
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
    add_loudness(sub, options);
    add_reading(sub, options);
    add_running(sub, options);
    add_progress(sub, options);
}

void add_looking(CLI::App& app, Options& options) {
    CLI::App& text =
        *add_command(app, "text", "Print what will be read", kTextFooter, Command::text, options);
    add_input(text, options).required();
    text.add_flag("--explain", options.explain,
                  "Every line of the source: kept (+), left out (-), rewritten (~) or said "
                  "otherwise than written (=), and why");
    text.add_flag("--spoken", options.spoken,
                  "The words as they will be spoken; with --raw one line for each line");
    add_reading(text, options);

    CLI::App& ssml = *add_command(app, "ssml", "Print the speech as SSML 1.1", kSsmlFooter,
                                  Command::ssml, options);
    add_input(ssml, options).required();
    add_speaking(ssml, options);
    add_reading(ssml, options);

    CLI::App& inspect = *add_command(app, "inspect", "Show what was understood", kInspectFooter,
                                     Command::inspect, options);
    add_input(inspect, options).required();
    inspect.add_flag("--json", options.json, "As JSON, schema declaim.speech/1");
    inspect.add_flag("--all", options.everything, "Every block, line left out and rewrite too");
    add_speaking(inspect, options);
    add_reading(inspect, options);

    CLI::App& check = *add_command(app, "check", "List words whose reading is a guess",
                                   kCheckFooter, Command::check, options);
    add_inputs(check, options, "Documents, or - for standard input");
    check.add_flag("--stub", options.stub, "Print only a lexicon of them, to be corrected");
    check
        .add_option("-v,--voice", options.speech.voice,
                    "The voice to ask for the phonemes; else by the language")
        ->type_name("NAME");
    add_reading(check, options);

    CLI::App& voices =
        *add_command(app, "voices", "List the voices", kVoicesFooter, Command::voices, options);
    voices.add_flag("--all", options.all_voices, "The engine's own voices too");
    voices.add_option("-l,--language", options.speech.language, "Only voices of this language")
        ->type_name("TAG");
    voices.add_flag("--paths", options.show_paths, "Print where rules and voices are looked for");
}

}  // namespace

Parsed parse_options(int argc, const char* const* argv) {
    Options options;
    CLI::App app("declaim turns transcripts of speeches into sound.", "declaim");
    app.footer(std::string(kProgramFooter) + "\n");
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
        return {std::nullopt, help_of(app), 0};
    } catch (const CLI::CallForVersion& version_text) {
        return {std::nullopt, std::string(version_text.what()) + "\n", 0};
    } catch (const CLI::ParseError& error) {
        return {std::nullopt, usage_error(app, error, {argv + 1, argv + argc}), 2};
    }
    for (std::string& output : options.outputs)
        if (output == "/dev/stdout" || output == "/dev/fd/1") output = "-";
    if (options.command == Command::play && !options.list_devices && options.inputs.empty())
        return {
            std::nullopt,
            "declaim: play needs a document, or - for standard input\nTry `declaim play --help`.\n",
            2};
    return {std::move(options), "", 0};
}

}  // namespace declaim
