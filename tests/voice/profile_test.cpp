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
        {"language = ", ":1:"},
    };
    for (const Case& each : cases) {
        TempFolder folder;
        folder.write("x.toml", each.text);
        CHECK_THROWS_WITH(load_profile(folder.path() / "x.toml"), Catch::Contains(each.message));
    }
}

TEST_CASE("the profiles that come with the program load") {
    CHECK_FALSE(list_profiles(DataPath({DECLAIM_TEST_VOICES})).empty());
}
