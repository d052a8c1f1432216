#include <catch2/catch.hpp>

#include "support/run_program.hpp"
#include "support/temp_folder.hpp"
#include "support/xmllint.hpp"

using namespace declaim::test;
using Catch::Contains;

namespace {

constexpr const char* kText = "We met Zhvania in Tskhinvali.\n\nThen Zhvania left us for London.\n";

std::string pls(const std::string& lexemes) {
    return "<lexicon version='1.0' alphabet='ipa' xml:lang='en' "
           "xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'>\n" +
           lexemes + "</lexicon>";
}

}  // namespace

TEST_CASE("check lists words and prints a lexicon") {
    const TempFolder folder;
    const std::string file = folder.write("a.txt", kText);
    const Ended ended = run_program({{"check", "--raw", "-l", "en", file}});
    CHECK(ended.code == 0);
    CHECK(ended.err.empty());
    CHECK_THAT(ended.out, Contains("a.txt: 2 words to check"));
    CHECK_THAT(ended.out, Contains("    1      2  Zhvania "));
    CHECK_THAT(ended.out, Contains("<grapheme>Tskhinvali</grapheme>"));
}

TEST_CASE("check --stub prints a lexicon and nothing else") {
    const TempFolder folder;
    const std::string file = folder.write("a.txt", kText);
    const Ended ended = run_program({{"check", "--stub", "--raw", "-l", "en", file}});
    CHECK(ended.code == 0);
    if (has_xmllint()) CHECK(pls_faults(ended.out).empty());
    const std::string own = folder.write("own.pls", ended.out);
    const Ended again = run_program({{"check", "--raw", "-l", "en", file, "--lexicon", own}});
    CHECK_THAT(again.out, Contains("a.txt: nothing to check"));
    const Ended none =
        run_program({{"check", "--stub", "--raw", "-l", "en", file, "--lexicon", own}});
    if (has_xmllint()) CHECK(pls_faults(none.out).empty());
}

TEST_CASE("check goes on after a document that cannot be read") {
    const TempFolder folder;
    const std::string file = folder.write("a.txt", kText);
    const Ended ended =
        run_program({{"check", "--raw", "-l", "en", (folder / "none.txt").string(), file}});
    CHECK(ended.code == 1);
    CHECK_THAT(ended.err, Contains("none.txt"));
    CHECK_THAT(ended.out, Contains("2 words to check"));
}

TEST_CASE("a lexicon says words otherwise, the first file first") {
    const TempFolder folder;
    const std::string file = folder.write("a.txt", "Mr Zhvania’s NGO met 3 times.\n");
    const std::string one = folder.write(
        "one.pls", pls("<lexeme><grapheme>NGO</grapheme><alias>organisation</alias></lexeme>"));
    const std::string two = folder.write(
        "two.pls", pls("<lexeme><grapheme>NGO</grapheme><alias>no</alias></lexeme>"
                       "<lexeme><grapheme>Zhvania</grapheme><alias>Smith</alias></lexeme>"));
    const Ended ended = run_program(
        {{"text", "--spoken", "--raw", "-l", "en", file, "--lexicon", one, "--lexicon", two}});
    CHECK(ended.out == "Mr Smith's organisation met three times.\n");
    // Inputs may follow the option.
    const std::string other = folder.write("b.txt", "The second.\n");
    const Ended many = run_program({{"check", "--raw", "-l", "en", "--lexicon", two, file, other}});
    CHECK(many.code == 0);
}

TEST_CASE("a lexicon that is wrong is told with its place") {
    const TempFolder folder;
    const std::string file = folder.write("a.txt", kText);
    const std::string bad = folder.write(
        "bad.pls", pls("<lexeme><grapheme>a</grapheme><phoneme>kǃa</phoneme></lexeme>"));
    for (const char* command : {"text", "check"}) {
        std::vector<std::string> args{command, "--raw", "-l", "en", file, "--lexicon", bad};
        if (args[0] == "text") args.emplace_back("--spoken");
        const Ended ended = run_program({args});
        CHECK(ended.code == 1);
        CHECK_THAT(ended.err, Contains("bad.pls:2:"));
        CHECK_THAT(ended.err, Contains("'ǃ' has no phoneme"));
    }
    const Ended missing = run_program({{"text", "--spoken", "--raw", "-l", "en", file, "--lexicon",
                                        (folder / "no.pls").string()}});
    CHECK(missing.code == 1);
    CHECK_THAT(missing.err, Contains("no.pls"));
}
