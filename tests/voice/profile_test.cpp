#include "voice/profile.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using declaim::test::TempFolder;

TEST_CASE("a profile is chosen by name, by language, or made from an engine voice") {
    TempFolder folder;
    folder.write("amy.toml", "language = \"en-US\"\nengine = \"gmw/en-US\"\nrate = 140\n");
    folder.write("bob.toml", "language = \"en\"\nengine = \"gmw/en\"\n");
    folder.write("carl.toml", "language = \"en\"\nengine = \"gmw/en+m3\"\n");
    const DataPath data({folder.path()});
    struct Case {
        const char* voice;
        const char* language;
        const char* profile;
        const char* engine;
    };
    const Case cases[] = {
        {"carl", "en", "carl", "gmw/en+m3"},
        {"", "en", "bob", "gmw/en"},
        {"", "en-us", "amy", "gmw/en-US"},
        {"", "en-NZ", "bob", "gmw/en"},
        {"", "fr", "fr", "fr"},
        {"gmw/en+f3", "en", "gmw/en+f3", "gmw/en+f3"},
        {"de", "en", "de", "de"},
        {"../bob", "en", "../bob", "../bob"},
    };
    for (const Case& each : cases) {
        const Profile profile = choose_profile({each.voice, each.language}, data);
        CHECK(profile.name == each.profile);
        CHECK(profile.voice.engine == each.engine);
        CHECK(profile.style == "oration");
    }
    CHECK(choose_profile({"amy", "en"}, data).voice.rate_wpm == 140);
}

TEST_CASE("a user's profile hides the system's of the same name") {
    TempFolder user;
    TempFolder system;
    user.write("bob.toml", "language = \"en\"\nengine = \"mine\"\n");
    system.write("bob.toml", "language = \"en\"\nengine = \"theirs\"\n");
    system.write("amy.toml", "language = \"en\"\nengine = \"theirs\"\n");
    const auto profiles = list_profiles(DataPath({user.path(), system.path()}));
    REQUIRE(profiles.size() == 2);
    CHECK(profiles[1].voice.engine == "mine");
}

TEST_CASE("what is wrong in a profile is shown at its place") {
    struct Case {
        const char* text;
        const char* message;
    };
    const Case cases[] = {
        {"language = \"en\"", "a profile needs engine"},
        {"engine = \"en\"", "a profile needs language"},
        {"language = \"en\"\nengine = \"en\"\nrate = 20",
         ":3:8: error: 'rate' must lie between 80 and 450"},
        {"language = \"en\"\nengine = \"en\"\nrte = 100",
         ":3:1: error: unknown key 'rte'; did you mean 'rate'?\n  rte = 100\n  ^"},
        {"language = \"en\"\nengine = 7", "'engine' must be a text in quotes"},
        {"language = \"en\"\nengine = \"en\"\npitch = 5.5", "whole number"},
        {"language = \"en\"\nengine = \"en\"\ngender = \"femal\"", "\"female\" or \"male\""},
        {"language = \"en\"\nengine = \"file:depp\"",
         ":2:10: error: there is no voice file engine/depp beside the profiles; did you mean "
         "'deep'?"},
        {"language = \"en\"\nengine = \"file:../x\"", "there is no voice file"},
        {"language = ", ":1:"},
    };
    for (const Case& each : cases) {
        TempFolder folder;
        folder.write("x.toml", each.text);
        folder.write("engine/deep", "language en\n");
        CHECK_THROWS_WITH(load_profile(folder.path() / "x.toml", DataPath({folder.path()})),
                          Catch::Contains(each.message));
    }
}

TEST_CASE("a voice is found for a language, by its gender where that is told") {
    TempFolder folder;
    folder.write("anna.toml", "language = \"pt-BR\"\nengine = \"a\"\ngender = \"female\"\n");
    folder.write("bob.toml", "language = \"pt-BR\"\nengine = \"b\"\ngender = \"male\"\n");
    folder.write("carl.toml", "language = \"pt-BR\"\nengine = \"c\"\ngender = \"male\"\n");
    folder.write("und/voices.toml", "[default]\npt-BR = \"carl\"\n");
    folder.write("dora.toml", "language = \"pt\"\nengine = \"d\"\ngender = \"female\"\n");
    folder.write("erik.toml", "language = \"sv\"\nengine = \"e\"\ngender = \"male\"\n");
    const DataPath data({folder.path()});
    struct Case {
        const char* language;
        const char* gender;
        const char* profile;
    };
    const Case cases[] = {
        {"pt-BR", "", "carl"},       {"pt-br", "male", "carl"}, {"pt-BR", "female", "anna"},
        {"pt", "", "dora"},          {"pt", "male", "carl"},    {"pt-PT", "female", "dora"},
        {"sv-FI", "female", "erik"}, {"is", "", "is"},
    };
    for (const Case& each : cases) {
        INFO(each.language << " " << each.gender);
        CHECK(profile_for(each.language, each.gender, data).name == each.profile);
    }
    CHECK(profile_for("is", "male", data).voice.by_language);
}

TEST_CASE("a gender is told by the profile, or by the engine's variant") {
    struct Case {
        const char* gender;
        const char* engine;
        const char* expected;
    };
    const Case cases[] = {{"female", "gmw/en+m3", "female"},
                          {"", "gmw/en+f3", "female"},
                          {"", "en+m1", "male"},
                          {"", "gmw/en", ""},
                          {"", "gmw/en+fast", ""},
                          {"", "a+b/f3", ""}};
    for (const Case& each : cases) {
        Profile profile;
        profile.gender = each.gender;
        profile.voice.engine = each.engine;
        CHECK(gender_of(profile) == each.expected);
    }
}

TEST_CASE("the profiles that come with the program load") {
    const auto profiles = list_profiles(DataPath({DECLAIM_TEST_VOICES}));
    for (const Profile& profile : profiles) {
        INFO(profile.name);
        CHECK_FALSE(profile.gender.empty());
        CHECK(profile.description.size() > 10);
        CHECK(profile.description.size() < 60);
        for (const Profile& other : profiles)  // one is the usual one of its language
            if (profile.usual && other.usual && other.voice.language == profile.voice.language)
                CHECK(other.name == profile.name);
    }
    for (const char* language :
         {"en", "en-GB", "en-US", "fr", "de", "es", "it", "pt", "pt-BR", "nl", "pl", "ru"}) {
        const Profile usual = profile_for(language, "", DataPath({DECLAIM_TEST_VOICES}));
        CHECK(usual.usual);
        CHECK(usual.voice.language == language);
        CHECK(profile_for(language, "female", DataPath({DECLAIM_TEST_VOICES})).gender == "female");
    }
}

TEST_CASE("a profile hands its lexicons on, and its voice file as an absolute path") {
    TempFolder folder;
    folder.write("engine/deep", "language en\n");
    folder.write("x.toml",
                 "language = \"en\"\nengine = \"file:deep\"\nlexicons = [\"a.pls\", \"b.pls\"]\n");
    const Profile profile = load_profile(folder.path() / "x.toml", DataPath({folder.path()}));
    CHECK(profile.lexicons == std::vector<std::string>{"a.pls", "b.pls"});
    CHECK(profile.voice.engine ==
          std::filesystem::absolute(folder.path() / "engine/deep").string());
}
