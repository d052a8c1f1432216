#include <fmt/format.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <map>

#include "app/look.hpp"
#include "base/ascii.hpp"
#include "base/error.hpp"
#include "cli/columns.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace {

bool speaks(const std::string& voice_language, const std::string& wanted) {
    const std::string tag = lower_ascii(voice_language);
    const std::string asked = lower_ascii(wanted);
    return asked.empty() || tag == asked || tag.starts_with(asked + "-");
}

/// "Portuguese" of "pt-BR", the tag's first part where nobody knows a name.
std::string language_name(const std::string& tag) {
    std::array<UChar, 100> name{};
    std::array<char, 400> out{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getDisplayLanguage(tag.c_str(), "en", name.data(), static_cast<int32_t>(name.size()) - 1,
                            &status);
    u_strToUTF8(out.data(), static_cast<int32_t>(out.size()) - 1, nullptr, name.data(), -1,
                &status);
    return U_SUCCESS(status) ? out.data() : tag.substr(0, tag.find('-'));
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, columns(text)), ' ');
}

/// A heading for each language, under it its profiles, the usual one of each tag marked.
std::string profile_list(const std::vector<Profile>& profiles) {
    std::map<std::string, std::vector<const Profile*>> groups;
    std::size_t names = 0;
    std::size_t tags = 0;
    for (const Profile& profile : profiles) {
        groups[language_name(profile.voice.language)].push_back(&profile);
        names = std::max(names, columns(profile.name));
        tags = std::max(tags, columns(profile.voice.language));
    }
    std::string text;
    for (auto& [language, group] : groups) {
        std::sort(group.begin(), group.end(),
                  [](const Profile* a, const Profile* b) { return a->name < b->name; });
        text += (text.empty() ? "" : "\n") + language + "\n";
        for (const Profile* profile : group)
            text += fmt::format("{} {}  {}  {:3} wpm  {}\n", profile->usual ? '*' : ' ',
                                padded(profile->name, names), padded(profile->voice.language, tags),
                                profile->voice.rate_wpm, profile->description);
    }
    return text;
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
    std::vector<Profile> profiles = voice_profiles(data);
    std::erase_if(profiles, [&](const Profile& profile) {
        return !speaks(profile.voice.language, language);
    });
    text = profile_list(profiles);
    if (options.all_voices) {
        text += text.empty() ? "The engine's\n" : "\nThe engine's\n";
        const std::size_t heading = text.size();
        for (const EngineVoice& voice : engine_voices(language))
            text += fmt::format("  {:24} {:12} {}\n", voice.file, voice.language, voice.name);
        if (text.size() == heading && profiles.empty()) text.clear();
    }
    if (text.empty())
        throw Error(ErrorKind::usage,
                    fmt::format("no {} for the language '{}'; `declaim voices --all` lists all",
                                options.all_voices ? "voice" : "profile", language));
    print_result(text);
    return 0;
}

}  // namespace declaim
