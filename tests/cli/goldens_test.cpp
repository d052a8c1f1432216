#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/run_program.hpp"
#include "support/skipped.hpp"
#include "support/xmllint.hpp"

using namespace declaim::test;
using Catch::Contains;

namespace {

/// A command line and what must come of it. A run that succeeds says nothing on standard error
/// that is not named here, and one that fails prints no result.
struct Row {
    std::string command;  ///< the arguments, parted by spaces; run in tests/data
    int code;
    std::string golden;  ///< the file in tests/cli/goldens that standard output must equal, or ""
    std::vector<std::string> out = {};  ///< what standard output must contain
    std::vector<std::string> err = {};  ///< what standard error must contain
};

// To add a test, add a line. `DECLAIM_UPDATE_GOLDENS=1 ctest --preset dev -R golden` writes the
// files anew; read their differences before you commit them.
const Row kRows[] = {
    {"text sample-speech.txt", 0, "text.txt"},
    {"inspect sample-speech.txt", 0, "inspect.txt"},
    {"inspect --json sample-speech.txt", 0, "inspect.json"},
    {"ssml sample-speech.txt", 0, "sample.ssml"},
    {"text --explain sample-speech.txt", 0, "explain.txt"},
    {"text --help", 0, "", {"--explain", "--keep", "--drop", "DOCUMENT.toml", "markdown", "pdf"}},
    {"text --drop=(a sample-speech.txt", 2, "", {}, {"--drop '(a'", "character 2"}},
    {"text --raw sample-speech.txt", 0, "", {"Updated: 14-May-2019", "All rights reserved."}},
    {"voices", 0, "", {"English\n", "* english", "wpm", "\nFrench\n", "statesman"}},
    {"voices --language en", 0, "", {"english"}},
    {"voices --language pt-br", 0, "", {"Portuguese\n* brazilian"}},
    {"voices --all --language fr", 0, "", {"roa/fr", "French"}},
    {"voices --language tlh", 2, "", {}, {"'tlh'", "`declaim voices --all`"}},
    {"voices --paths", 0, "", {"/voices\n"}},
    {"--help", 0, "", {"render", "play", "archive", "text", "ssml", "inspect", "voices", "130"}},
    {"render --help", 0, "", {"--output", "--no-clobber", "--voice", "--rate", "-o s.wav"}},
    {"--version", 0, "", {"declaim 0."}},
    {"", 2, "", {}, {"declaim: ", "Try `declaim --help`."}},
    {"rendr x", 2, "", {}, {"'rendr'", "Did you mean render?", "Try `declaim --help`."}},
    {"render x --ouput y", 2, "", {}, {"--ouput", "Did you mean --output?", "render --help`"}},
    {"ssml sample-speech.txt --announce", 0, "", {"<p>\n<s>"}},
    {"render sample-speech.txt -o /dev/null --cast x", 2, "", {}, {"'x'", "LABEL=voice"}},
    {"render sample-speech.txt -o /dev/null --cast Bob=x", 2, "", {}, {"'Bob'", "no labels"}},
    {"play --help", 0, "", {"--announce", "--cast"}},
    {"render x -o y.wav -s 1000", 2, "", {}, {"1000", "80", "450", "render --help`"}},
    {"render", 2, "", {}, {"INPUT", "render --help`"}},
    {"play", 2, "", {}, {"document", "play --help`"}},
    {"archive x", 2, "", {}, {"--directory", "archive --help`"}},
    {"render sample-speech.txt -o /dev/null -v englsh",
     1,
     "",
     {},
     {"'englsh'", "'english'", "`declaim voices"}},
    {"render sample-speech.txt -o /dev/null -v qqqqq", 1, "", {}, {"'qqqqq'", "`declaim voices"}},
    {"text sample-speech.txt --from-format txt", 2, "", {}, {"'txt'", "'text'"}},
    {"text sample-speech.txt --encoding utf-88", 2, "", {}, {"utf-88"}},
    {"text no-such-speech.txt", 1, "", {}, {"no-such-speech.txt", "check the name"}},
    {"render sample-speech.txt -o speech.xyz", 2, "", {}, {"speech.xyz", ".wav", ".json", ".ssml"}},
    {"render a b -o speech.wav", 2, "", {}, {"-o is for one input", "-d DIR"}},
    {"render sample-speech.txt -o - -o -", 2, "", {}, {"-o - ", "once"}},
    {"play sample-speech.txt --from 1000", 1, "", {}, {"sample-speech.txt", "smaller --from"}},
};

std::vector<std::string> words_of(const std::string& command) {
    std::istringstream in(command);
    return {std::istream_iterator<std::string>(in), {}};
}

std::string content_of_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The first line in which two texts differ; "" when they are the same.
std::string first_difference(const std::string& got, const std::string& wanted) {
    std::istringstream left(got);
    std::istringstream right(wanted);
    std::string here;
    std::string there;
    for (int line = 1; got != wanted; ++line) {
        const bool more = static_cast<bool>(std::getline(left, here));
        if (!std::getline(right, there) && !more) return "the end of the last line";
        if (here != there)
            return "line " + std::to_string(line) + ": \"" + here + "\" for \"" + there + "\"";
        if (!more) return "the end";
    }
    return "";
}

void check_golden(const std::string& name, const std::string& out) {
    const std::string path = std::string(DECLAIM_TEST_DATA "/../cli/goldens/") + name;
    if (const char* update = std::getenv("DECLAIM_UPDATE_GOLDENS"); update != nullptr && *update) {
        std::ofstream(path, std::ios::binary) << out;
        WARN("written anew: " << path);
    }
    CHECK(first_difference(out, content_of_file(path)) == "");
}

}  // namespace

TEST_CASE("every command line has its golden end") {
    for (const Row& row : kRows) {
        INFO("declaim " << row.command);
        const Ended ended =
            run_program({.args = words_of(row.command), .folder = DECLAIM_TEST_DATA});
        INFO("standard error:\n" << ended.err);
        CHECK(ended.code == row.code);
        if (!row.golden.empty()) check_golden(row.golden, ended.out);
        for (const std::string& fragment : row.out) CHECK_THAT(ended.out, Contains(fragment));
        for (const std::string& fragment : row.err) CHECK_THAT(ended.err, Contains(fragment));
        if (row.code == 0 && row.err.empty()) CHECK(ended.err == "");
        if (row.code != 0) CHECK(ended.out == "");
    }
}

TEST_CASE("a document is read from standard input as from a file") {
    const std::string text = content_of_file(DECLAIM_TEST_DATA "/sample-speech.txt");
    const Ended piped = run_program({.args = {"text", "-"}, .input = text});
    CHECK(piped.code == 0);
    CHECK(piped.out == run_declaim({"text", DECLAIM_TEST_DATA "/sample-speech.txt"}).out);
}

TEST_CASE("the markup is valid SSML 1.1") {
    if (!declaim::test::has_xmllint()) return skipped("xmllint is not installed");
    for (const std::string options : {"", "-v en-us", "--raw", "-s 120 -p 30"}) {
        INFO("declaim ssml " << options);
        const auto args = words_of("ssml sample-speech.txt " + options);
        const Ended markup = run_program({.args = args, .folder = DECLAIM_TEST_DATA});
        REQUIRE(markup.code == 0);
        CHECK(declaim::test::ssml_faults(markup.out) == "");
    }
}
