#include "voice/profile.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/diagnostic.hpp"
#include "base/toml_file.hpp"

namespace declaim {
namespace {

constexpr const char* kDefaultStyle = "oration";

std::string base_language(const std::string& tag) { return tag.substr(0, tag.find('-')); }

Profile plain_profile(const std::string& engine_voice, const std::string& language) {
    Profile profile;
    profile.name = engine_voice;
    profile.style = kDefaultStyle;
    profile.voice.name = engine_voice;
    profile.voice.engine = engine_voice;
    profile.voice.language = language;
    return profile;
}

int whole(TomlTable& table, const char* key, int least, int most, int otherwise) {
    const auto value = table.number(key, least, most);
    if (!value) return otherwise;
    if (*value != static_cast<int>(*value))
        table.fail(key, std::string(key) + " must be a whole number");
    return static_cast<int>(*value);
}

std::vector<std::string> profile_names(const DataPath& data) {
    std::vector<std::string> names;
    for (const auto& file : data.list("", ".toml")) names.push_back(file.stem().string());
    return names;
}

bool same_language(const std::string& a, const std::string& b) {
    return lower_ascii(a) == lower_ascii(b);
}

}  // namespace

Profile load_profile(const std::filesystem::path& file) {
    TomlTable table = TomlTable::open(file);
    Profile profile;
    profile.name = file.stem().string();
    profile.file = file.string();
    profile.description = table.text("description").value_or("");
    profile.style = table.text("style").value_or(kDefaultStyle);
    profile.voice.name = profile.name;
    const auto engine = table.text("engine");
    const auto language = table.text("language");
    if (!engine || engine->empty())
        table.fail("engine",
                   "a profile needs engine = \"…\", an eSpeak NG voice such as \"gmw/en\"");
    if (!language || language->empty())
        table.fail("language", "a profile needs language = \"…\", a tag such as \"en-GB\"");
    profile.voice.engine = *engine;
    profile.voice.language = *language;
    const VoiceSettings neutral;
    profile.voice.rate_wpm = whole(table, "rate", 80, 450, neutral.rate_wpm);
    profile.voice.pitch = whole(table, "pitch", 0, 99, neutral.pitch);
    profile.voice.range = whole(table, "range", 0, 99, neutral.range);
    table.finish();
    return profile;
}

std::vector<Profile> list_profiles(const DataPath& data) {
    std::vector<Profile> profiles;
    for (const auto& file : data.list("", ".toml")) profiles.push_back(load_profile(file));
    return profiles;
}

Profile choose_profile(const VoiceRequest& request, const DataPath& data) {
    if (!request.voice.empty()) {
        const bool plain_name = request.voice.find_first_of("/+") == std::string::npos;
        if (const auto file = data.find(request.voice + ".toml"); plain_name && file)
            return load_profile(*file);
        Profile profile = plain_profile(request.voice, request.language);
        profile.voice.similar = nearest(request.voice, profile_names(data));
        return profile;
    }
    const std::vector<Profile> profiles = list_profiles(data);
    for (const std::string& tag : {request.language, base_language(request.language)}) {
        const auto found = std::find_if(
            profiles.begin(), profiles.end(),
            [&](const Profile& profile) { return same_language(profile.voice.language, tag); });
        if (found != profiles.end()) return *found;
    }
    Profile plain = plain_profile(request.language, request.language);
    plain.voice.by_language = true;
    return plain;
}

}  // namespace declaim
