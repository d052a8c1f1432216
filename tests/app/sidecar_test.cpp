#include "app/sidecar.hpp"

#include <catch2/catch.hpp>

#include "app/prepare.hpp"
#include "model/dump.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;

namespace {

constexpr const char* kSpeech =
    "Ladies and Gentlemen,\n\nWe are here to speak of the sea.\n\nPhoto: the sea\n\n"
    "It is wide, as all of us know.\n";

Speech read(SpeechRequest request) {
    return read_request(request, DataPath({DECLAIM_TEST_VOICES}));
}

}  // namespace

TEST_CASE("a sidecar says what is not to be found out") {
    const TempFolder folder;
    SpeechRequest request;
    request.input = folder.write("a.txt", kSpeech);
    request.usual_language = "de";
    CHECK(read_sidecar(request.input) == Sidecar{});
    CHECK(read(request).source.language == "de");

    folder.write("a.txt.toml",
                 "drop = '^Photo'\nlanguage = 'en'\nformat = 'text'\nencoding = 'latin1'\n"
                 "[metadata]\ntitle = 'The Sea'\nspeaker = 'Jane Doe'\nrole = 'Minister'\n"
                 "date = '2004-10'\noccasion = 'the opening'\nplace = 'York'\n");
    const Speech speech = read(request);
    CHECK(speech.blocks.size() == 3);
    CHECK(speech.source.language == "en");
    CHECK(speech.source.encoding == "windows-1252");
    CHECK(dump(speech.metadata) ==
          "title=The Sea | speaker=Jane Doe | role=Minister | date=2004-10 | occasion=the opening "
          "| place=York");

    request.keep = {"Photo"};
    request.language = "en-GB";
    CHECK(read(request).blocks.size() == 4);
    CHECK(read(request).source.language == "en-GB");
}

TEST_CASE("an empty field of a sidecar makes it unknown") {
    Sidecar sidecar;
    sidecar.cleared.title = "";
    sidecar.metadata.date = "2004";
    Metadata metadata;
    metadata.title = "A";
    metadata.place = "B";
    metadata.date = "2005";
    overwrite(metadata, sidecar);
    CHECK(dump(metadata) == "date=2004 | place=B");
}

TEST_CASE("what is wrong in a sidecar is shown at its place") {
    const TempFolder folder;
    const std::string speech = folder.write("a.txt", kSpeech);
    struct Case {
        std::string text, place, said;
    };
    const Case cases[] = {
        {"dropp = ['a']\n", ":1:1: error: ", "did you mean 'drop'?"},
        {"keep = ['a', '(b']\n", ":1:14: error: ", "'(b' is no regular expression"},
        {"keep = 3\n", ":1:8: error: ", "keep"},
        {"language = 'english'\n", ":1:12: error: ", "no language tag"},
        {"\nformat = 'htm'\n", ":2:10: error: ", "did you mean 'html'?"},
        {"encoding = 'utf-88'\n", ":1:12: error: ", "did you mean"},
        {"[metadata]\ndate = '19 May'\n", ":2:8: error: ", "2004-10-19"},
        {"[metadata]\ndate = '2004-13'\n", ":2:8: error: ", "2004-10-19"},
        {"[metadata]\ntitel = 'a'\n", ":2:1: error: ", "did you mean 'title'?"},
        {"keep = [\n", ":", "error: "},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        const std::string sidecar = folder.write("a.txt.toml", one.text);
        SpeechRequest request;
        request.input = speech;
        CHECK_THAT(failure_of([&] { read(request); }), Catch::StartsWith("data: ") &&
                                                           Contains(sidecar + one.place) &&
                                                           Contains(one.said));
    }
}

TEST_CASE("standard input and a folder of the name have no sidecar") {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "b.txt.toml");
    CHECK(sidecar_of("-").empty());
    CHECK(sidecar_of(folder / "b.txt").empty());
}
