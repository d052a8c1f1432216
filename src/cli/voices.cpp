#include <fmt/format.h>

#include "app/look.hpp"
#include "base/error.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace {

bool speaks(const std::string& voice_language, const std::string& wanted) {
    return wanted.empty() || voice_language == wanted || voice_language.starts_with(wanted + "-");
}

}  // namespace

int run_voices(const Options& options, const DataPath& data) {
    std::string text;
    if (options.show_paths) {
        for (const auto& folder : data.folders()) text += folder.string() + "\n";
        print_result(text);
        return 0;
    }
    const std::string& language = options.speech.language;
    for (const Profile& profile : voice_profiles(data))
        if (speaks(profile.voice.language, language))
            text += fmt::format("{:16} {:8} {:3} wpm  {}\n", profile.name, profile.voice.language,
                                profile.voice.rate_wpm, profile.description);
    if (options.all_voices)
        for (const EngineVoice& voice : engine_voices(language))
            text += fmt::format("{:24} {:12} {}\n", voice.file, voice.language, voice.name);
    if (text.empty())
        throw Error(ErrorKind::usage,
                    fmt::format("no {} for the language '{}'; `declaim voices --all` lists all",
                                options.all_voices ? "voice" : "profile", language));
    print_result(text);
    return 0;
}

}  // namespace declaim
