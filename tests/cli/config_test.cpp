#include <catch2/catch.hpp>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

using namespace declaim::test;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSpeech = "The tide came in, and nobody minded it.\n";

/// How long a speech takes with these options, in frames.
std::size_t frames_with(const TempFolder& folder, std::vector<std::string> options,
                        std::vector<std::pair<std::string, std::string>> env = {}) {
    const std::string speech = folder.write("speech.txt", kSpeech);
    const std::string wav = folder / "speech.wav";
    options.insert(options.begin(), {"render", speech, "-q", "-o", wav});
    const Ended ended = run_program({.args = options, .env = env});
    INFO(ended.err);
    REQUIRE(ended.code == 0);
    return read_wav(wav).size();
}

}  // namespace

TEST_CASE("defaults come from --config, else from the user's folder; the command line wins") {
    const TempFolder folder;
    const std::string slow = folder.write("slow.toml", "rate = 100\n");
    const TempFolder user;
    user.write("declaim/config.toml", "rate = 300\n");
    const std::vector<std::pair<std::string, std::string>> env = {{"XDG_CONFIG_HOME", user.path()}};

    const std::size_t plain = frames_with(folder, {});
    const std::size_t at100 = frames_with(folder, {"-s", "100"});
    const std::size_t at300 = frames_with(folder, {"-s", "300"});
    CHECK(at300 < plain);
    CHECK(plain < at100);
    CHECK(frames_with(folder, {"--config", slow}) == at100);
    CHECK(frames_with(folder, {"--config", slow, "-s", "300"}) == at300);
    CHECK(frames_with(folder, {}, env) == at300);
    CHECK(frames_with(folder, {"--config", slow}, env) == at100);
}

TEST_CASE("what is wrong with a file of defaults is shown at its place") {
    const TempFolder folder;
    const std::string speech = folder.write("speech.txt", kSpeech);
    struct Case {
        std::string text, place, said;
    };
    const Case cases[] = {
        {"rate = 100\nrat = 100\n", ":2:1: error: ", "unknown key 'rat'; did you mean 'rate'?"},
        {"rate = 1000\n", ":1:8: error: ", "'rate' must lie between 80 and 450"},
        {"rate = \"fast\"\n", ":1:8: error: ", "'rate' must be a number"},
        {"\nquiet = 1\n", ":2:9: error: ", "'quiet' must be true or false"},
        {"progress = \"loud\"\n", ":1:12: error: ", "auto, always or never"},
        {"voice = english\n", ":1:9: error: ", ""},
        {"voice = \"englsh\"\n", "", "'englsh'; did you mean 'english'?"},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        const std::string config = folder.write("config.toml", c.text);
        const Ended ended =
            run_declaim({"render", speech, "-o", folder / "out.wav", "--config", config});
        CHECK(ended.code == 1);
        CHECK_THAT(ended.err, Contains(c.said));
        if (!c.place.empty()) CHECK_THAT(ended.err, Contains(config + c.place) && Contains("^"));
        CHECK(!fs::exists(folder / "out.wav"));
    }
    const Ended missing = run_declaim({"text", speech, "--config", folder / "none.toml"});
    CHECK(missing.code == 2);
    CHECK_THAT(missing.err, Contains("none.toml") && Contains("correct --config"));
}

TEST_CASE("rule data that is not there is an error with a remedy") {
    const TempFolder folder;
    const std::string speech = folder.write("speech.txt", kSpeech);
    const std::string none = folder / "none";
    const std::string wrong = folder.path();  // a folder, but not of rule data
    struct Case {
        Program program;
        std::string named, remedy;
    };
    const Case cases[] = {
        {{.args = {"text", speech, "--data-dir", none}}, none, "correct --data-dir"},
        {{.args = {"text", speech}, .env = {{"DECLAIM_DATA", none}}}, none, "DECLAIM_DATA"},
        {{.args = {"text", speech, "--data-dir", wrong}}, wrong, "check --data-dir"},
        {{.args = {"text", speech}, .env = {{"DECLAIM_DATA", wrong}}}, wrong, "DECLAIM_DATA"},
    };
    for (const Case& c : cases) {
        const Ended ended = run_program(c.program);
        INFO(ended.err);
        CHECK(ended.code == 1);
        CHECK(ended.out == "");
        CHECK_THAT(ended.err, Contains(c.named) && Contains(c.remedy));
    }
}

TEST_CASE("rule data is found from any folder, and --data-dir comes before DECLAIM_DATA") {
    const TempFolder folder;
    folder.write("speech.txt", kSpeech);
    fs::create_directory_symlink(DECLAIM_TEST_VOICES, folder / "voices");
    for (const std::string where : {"/", "/tmp"}) {
        const Ended ended = run_program({.args = {"text", folder / "speech.txt"}, .folder = where});
        CHECK(ended.code == 0);
        CHECK(ended.out == kSpeech);
    }
    const Ended relative = run_program({.args = {"text", "speech.txt", "--data-dir", "voices"},
                                        .env = {{"DECLAIM_DATA", "/nonexistent"}},
                                        .folder = folder.path()});
    INFO(relative.err);
    CHECK(relative.code == 0);
    CHECK(relative.out == kSpeech);
    const Ended paths = run_program(
        {.args = {"voices", "--paths", "--data-dir", "voices"}, .folder = folder.path()});
    CHECK_THAT(paths.out, Catch::EndsWith("voices\n"));
}

TEST_CASE("a user's own profile comes before the one of the same name") {
    const TempFolder folder;
    const TempFolder user;
    user.write("declaim/voices/english.toml",
               "language = \"en\"\nengine = \"gmw/en\"\nrate = 300\ndescription = \"mine\"\n");
    const std::vector<std::pair<std::string, std::string>> env = {{"XDG_CONFIG_HOME", user.path()}};
    CHECK(frames_with(folder, {}, env) < frames_with(folder, {}));
    CHECK_THAT(run_program({.args = {"voices"}, .env = env}).out, Contains("mine"));
}
