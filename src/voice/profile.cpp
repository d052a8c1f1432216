#include "voice/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "base/diagnostic.hpp"
#include "base/toml_file.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDefaultStyle = "oration";
constexpr std::string_view kOwnFile = "file:";

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

/// The path of our own voice file; other engine voices as they are.
std::string engine_voice(const TomlTable& table, const std::string& engine, const DataPath& data) {
    if (!engine.starts_with(kOwnFile)) return engine;
    const std::string name = engine.substr(kOwnFile.size());
    const auto file = name.find('/') == std::string::npos ? data.find("engine/" + name)
                                                          : std::optional<fs::path>();
    if (file) return fs::absolute(*file).string();
    std::vector<std::string> names;
    for (const auto& known : data.list("engine", "")) names.push_back(known.filename().string());
    const std::string like = nearest(name, names);
    table.fail("engine",
               fmt::format("there is no voice file engine/{} beside the profiles{}", name,
                           like.empty() ? "" : fmt::format("; did you mean '{}'?", like)));
}

/// The names of voices/und/voices.toml.
std::set<std::string> usual_profiles(const DataPath& data) {
    std::set<std::string> names;
    const auto file = data.find("und/voices.toml");
    if (!file) return names;
    TomlTable table = TomlTable::open(*file);
    if (auto defaults = table.table("default"))
        for (const std::string& tag : defaults->keys())
            names.insert(defaults->text(tag).value_or(""));
    table.finish();
    return names;
}

std::string gender(TomlTable& table) {
    const std::string told = table.text("gender").value_or("");
    if (!told.empty() && told != "female" && told != "male")
        table.fail("gender", "'gender' must be \"female\" or \"male\"");
    return told;
}

/// How well a profile suits a language; negative: not at all.
int suits(const Profile& profile, const std::string& language, const std::string& gender) {
    const std::string tag = lower_ascii(profile.voice.language);
    const std::string base = base_language(language);
    if (base_language(tag) != base) return -1;
    return (!gender.empty() && profile.gender == gender ? 8 : 0) +
           (tag == lower_ascii(language) ? 4
            : tag == base                ? 2
                                         : 0) +
           (profile.usual ? 1 : 0);
}

}  // namespace

std::string base_language(const std::string& tag) {
    return lower_ascii(tag.substr(0, tag.find('-')));
}

std::string gender_of(const Profile& profile) {
    const std::string& engine = profile.voice.engine;
    const auto variant = engine.find_last_of("/+");  // the engine's own are f1 … and m1 …
    const auto is = [&](char letter) {
        return variant + 2 < engine.size() && engine[variant] == '+' &&
               engine[variant + 1] == letter && engine[variant + 2] >= '0' &&
               engine[variant + 2] <= '9';
    };
    if (!profile.gender.empty() || variant == std::string::npos) return profile.gender;
    return is('f') ? "female" : is('m') ? "male" : "";
}

Profile load_profile(const fs::path& file, const DataPath& data) {
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
    profile.voice.engine = engine_voice(table, *engine, data);
    profile.voice.language = *language;
    const VoiceSettings neutral;
    profile.voice.rate_wpm = whole(table, "rate", 80, 450, neutral.rate_wpm);
    profile.voice.pitch = whole(table, "pitch", 0, 99, neutral.pitch);
    profile.voice.range = whole(table, "range", 0, 99, neutral.range);
    profile.gender = gender(table);
    profile.lexicons = table.texts("lexicons");
    table.finish();
    return profile;
}

std::vector<Profile> list_profiles(const DataPath& data) {
    const std::set<std::string> usual = usual_profiles(data);
    std::vector<Profile> profiles;
    for (const auto& file : data.list("", ".toml")) {
        profiles.push_back(load_profile(file, data));
        profiles.back().usual = usual.count(profiles.back().name) != 0;
    }
    return profiles;
}

Profile choose_profile(const VoiceRequest& request, const DataPath& data) {
    if (!request.voice.empty()) {
        const bool plain_name = request.voice.find_first_of("/+") == std::string::npos;
        if (const auto file = data.find(request.voice + ".toml"); plain_name && file)
            return load_profile(*file, data);
        Profile profile = plain_profile(request.voice, request.language);
        profile.voice.similar = nearest(request.voice, profile_names(data));
        return profile;
    }
    return profile_for(request.language, "", data);
}

Profile profile_for(const std::string& language, const std::string& gender, const DataPath& data) {
    const std::vector<Profile> profiles = list_profiles(data);
    const auto best =
        std::max_element(profiles.begin(), profiles.end(), [&](const Profile& a, const Profile& b) {
            return suits(a, language, gender) < suits(b, language, gender);
        });
    if (best != profiles.end() && suits(*best, language, gender) >= 0) return *best;
    Profile plain = plain_profile(language, language);
    plain.voice.by_language = true;
    return plain;
}

}  // namespace declaim
