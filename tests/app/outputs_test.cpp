#include "app/outputs.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Matchers::StartsWith;

TEST_CASE("the extension of an output says what it holds") {
    const TempFolder folder;
    struct Case {
        std::string path;
        OutputContent expected;
    };
    const std::string fifo = (folder / "fifo").string();
    const std::string fifo_json = (folder / "fifo.json").string();
    ::mkfifo(fifo.c_str(), 0600);
    ::mkfifo(fifo_json.c_str(), 0600);
    const Case cases[] = {
        {"-", OutputContent::wav},
        {"a.wav", OutputContent::wav},
        {"dir.d/a.b.WAV", OutputContent::wav},
        {"a.json", OutputContent::timeline},
        {"a.ssml", OutputContent::ssml},
        {"/dev/null", OutputContent::wav},
        {fifo, OutputContent::wav},
        {fifo_json, OutputContent::timeline},
    };
    for (const Case& each : cases) CHECK(content_of(each.path) == each.expected);
    for (const std::string& extension : output_extensions())
        CHECK_NOTHROW(content_of("a" + extension));
}

TEST_CASE("a kind that cannot be written is refused, with those that can") {
    for (const char* path : {"a", "a.", "wav", ".wav", "a.txt", "a.wav.zip", "dir.wav/a"})
        CHECK(failure_of([&] { content_of(path); }) ==
              "usage: cannot tell from the name '" + std::string(path) +
                  "' what to write; let it end in .wav, .json, .ssml");
    const TempFolder folder;
    CHECK_THAT(failure_of([&] { content_of(folder.path().string()); }), StartsWith("output: "));
}

TEST_CASE("outputs appear whole or not at all") {
    const TempFolder folder;
    const std::string wav = (folder / "a.wav").string();
    const std::string json = (folder / "a.json").string();
    const std::string ssml = (folder / "a.ssml").string();
    {
        const Outputs outputs = open_outputs({wav, json, ssml}, {}, false);
        CHECK(outputs.audio.size() == 1);
        CHECK(outputs.documents.size() == 2);
        CHECK(outputs.documents[0].content() == OutputContent::timeline);
        CHECK(outputs.documents[1].content() == OutputContent::ssml);
    }
    CHECK(folder.entries() == 0);
    {
        Outputs outputs = open_outputs({json, ssml}, {}, false);
        outputs.documents[0].write("{}");
        CHECK_FALSE(std::filesystem::exists(json));  // not before all are written
        outputs.documents[0].publish();
        CHECK(folder.read("a.json") == "{}");
    }
    CHECK(folder.entries() == 1);
    CHECK_THAT(failure_of([&] { open_outputs({ssml, json}, {}, true); }), StartsWith("output: "));
    CHECK_THAT(failure_of([&] { open_outputs({(folder / "none/a.json").string()}, {}, false); }),
               StartsWith("output: "));
    CHECK(folder.entries() == 1);
}
