#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/skipped.hpp"
#include "support/temp_folder.hpp"
#include "support/virtual_card.hpp"

using namespace declaim::test;
using Catch::Contains;
using namespace std::string_literals;

namespace {

constexpr const char* kGood = "The tide came in, and nobody minded it.\n";

std::string repeated(const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

/// A document that cannot be spoken is refused by every command that reads one: exit 1, a message
/// that names it and says what to do, no result, no file.
void check_refused(const TempFolder& folder, const std::string& document,
                   const std::string& remedy) {
    const std::size_t before = folder.entries();
    for (const char* command : {"render", "play", "text", "ssml", "inspect"}) {
        INFO("declaim " << command << " " << document);
        std::vector<std::string> args = {command, document};
        if (command == "render"s) args.insert(args.end(), {"-o", folder / "out.wav"});
        const Ended ended = run_program({.args = args, .seconds = 10});
        INFO(ended.err);
        CHECK(ended.code == 1);
        CHECK(ended.out == "");
        CHECK_THAT(ended.err,
                   Catch::StartsWith("declaim: ") && Contains(document) && Contains(remedy));
        CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
        CHECK(folder.entries() == before);
    }
}

}  // namespace

TEST_CASE("a document that cannot be spoken is refused, with a remedy and no file") {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "folder");
    struct Case {
        std::string document, remedy;
    };
    const Case cases[] = {
        {folder / "missing.txt", "check the name"},
        {folder / "no-folder/missing.txt", "check the name"},
        {folder / "folder", "declaim archive"},
        {folder.write("empty.txt", ""), "give one with text"},
        {folder.write("white.txt", " \n\t\n\r\n \n"), "give a document with text"},
        {folder.write("nulls.txt", repeated("text\0\1\2\3"s, 500)),
         "give a document with the text of a speech"},
        {folder.write("speech.pdf", "%PDF-1.7\n%\xE2\xE3\n1 0 obj\n"), "print it to a new PDF"},
        {folder.write("speech.docx", "PK\x03\x04\x14\0\6\0"s), "unpack it"},
        {folder.write("menu.txt", "© 2019. All rights reserved.\n"), "--raw"},
    };
    for (const Case& c : cases) check_refused(folder, c.document, c.remedy);
}

TEST_CASE("an empty standard input is refused by its name") {
    const Ended ended = run_declaim({"text", "-"});
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains("standard input") && Contains("give one with text"));
}

TEST_CASE("a document that may not be read is refused to a plain user") {
    const TempFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    const std::string secret = folder.write("secret.txt", kGood);
    std::filesystem::permissions(secret, std::filesystem::perms::none);
    if (run_program({.args = {"--version"}, .plain_user = true}).code != 0)
        return skipped("a plain user cannot run the program here");
    const Ended ended = run_program({.args = {"text", secret}, .plain_user = true});
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains(secret) && Contains("change its permissions"));
}

TEST_CASE("a sentence that kills the engine is left out, and the others are heard") {
    for (const std::string& killer : {repeated("a . ", 400), repeated("é . ", 100)}) {
        const TempFolder folder;
        const std::string speech =
            folder.write("s.txt", kGood + "\n"s + killer + "\n\nThe last words are heard too.\n");
        const Ended ended =
            run_declaim({"render", speech, "-q", "-o", folder / "s.wav", "-o", folder / "s.json"});
        CHECK(ended.code == 0);
        CHECK(ended.left == 0);
        CHECK_THAT(ended.err, Contains(speech + ": line 3: ") && Contains("left out"));
        CHECK_THAT(ended.err, !Contains("stack smashing"));

        const Samples samples = read_wav(folder / "s.wav");
        const auto timeline = read_json(folder / "s.json");
        std::size_t left_out = 0;
        for (const auto& sentence : timeline["sentences"]) {
            INFO(sentence["text"]);
            if (sentence.contains("skipped")) ++left_out;
            if (sentence["block"] == 1) continue;
            CHECK(!sentence.contains("skipped"));
            CHECK(loudness(part(samples, sentence["start"], sentence["end"])) > 300);
        }
        CHECK(timeline["sentences"].front()["text"] == "The tide came in, and nobody minded it.");
        CHECK(timeline["sentences"].back()["text"] == "The last words are heard too.");
        CHECK(left_out >= 1);
    }
}

TEST_CASE("the engine alone dies of such a sentence") {
    if (!is_installed("espeak-ng")) return skipped("espeak-ng is not installed");
    const Ended alone =
        run_program({.args = {"-w", "/dev/null", repeated("a . ", 400)}, .file = "espeak-ng"});
    CHECK(alone.signal == SIGABRT);  // else there is nothing to be protected from
}

TEST_CASE("nothing but sentences that kill the engine is an error, and leaves no file") {
    const TempFolder folder;
    const std::string speech = folder.write("s.txt", repeated("a . ", 400) + "\n");
    const Ended ended = run_declaim({"render", "--raw", speech, "-o", folder / "s.wav"});
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains(speech));
    CHECK(folder.entries() == 1);
    CHECK(ended.left == 0);
}

TEST_CASE("of several documents those that can be read are rendered") {
    const TempFolder folder;
    folder.write("a.txt", kGood);
    folder.write("c.txt", kGood);
    const Ended ended = run_program(
        {.args = {"render", "a.txt", "b.txt", "c.txt", "-d", "sounds", "--format", "wav,json,ssml"},
         .folder = folder.path()});
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains("no such file: b.txt"));
    for (const char* stem : {"sounds/a", "sounds/c"}) {
        CHECK(compare(read_wav((folder / stem).string() + ".wav"),
                      read_wav(folder / "sounds/a.wav")) == "same");
        CHECK(read_json((folder / stem).string() + ".json")["sentences"].size() == 1);
        CHECK_THAT(read_text_file((folder / stem).string() + ".ssml"), Contains("<speak"));
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder / "sounds"), {}) == 6);
}

TEST_CASE("without -o the sound goes to output/, whatever the folder") {
    const TempFolder folder;
    folder.write("deep/tide.txt", kGood);
    const Ended ended = run_program({.args = {"render", "deep/tide.txt"}, .folder = folder.path()});
    CHECK(ended.code == 0);
    CHECK(ended.out == "");
    CHECK_THAT(ended.err, Contains("output/tide.wav") && Contains("1 sentence"));
    CHECK(loudness(read_wav(folder / "output/tide.wav")) > 300);
}

TEST_CASE("playing nothing but sentences that kill the engine is an error too") {
    const TempFolder folder;
    const std::string speech = folder.write("s.txt", repeated("a . ", 400) + "\n");
    const VirtualCard card;
    const Ended ended = run_program({.args = {"play", "--raw", speech}, .seconds = 20});
    INFO(ended.err);
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains(speech) && Contains("could not say"));
    CHECK(ended.left == 0);
}

TEST_CASE("a document that is not there makes no output folder") {
    const TempFolder folder;
    for (const std::vector<std::string>& args : {std::vector<std::string>{"render", "nosuch.txt"},
                                                 {"render", "nosuch.txt", "-d", "new"}}) {
        const Ended ended = run_program({.args = args, .folder = folder.path()});
        CHECK(ended.code == 1);
        CHECK_THAT(ended.err, Contains("no such file: nosuch.txt"));
        CHECK(folder.entries() == 0);
    }
}
