#include "say/pls.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "say/lexicon.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"
#include "support/xmllint.hpp"

namespace fs = std::filesystem;
using namespace declaim;
using declaim::test::failure_of;

namespace {

const DataPath kData({DECLAIM_TEST_VOICES});

std::string lexicon(const std::string& inside, const std::string& attributes = "alphabet=\"ipa\"") {
    return "<?xml version=\"1.0\"?>\n<lexicon version=\"1.0\" " + attributes +
           " xml:lang=\"en\"\n  xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\">\n" +
           inside + "\n</lexicon>\n";
}

std::string text_of_file(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a lexicon file is read", "[pls]") {
    const PlsLexicon read = parse_pls(
        lexicon("<meta name='x' content='y'/><!-- a comment -->"
                "<lexeme xml:id='a'><grapheme> New \n York </grapheme><grapheme>NY</grapheme>"
                "<phoneme>njuː ˈjɔːrk</phoneme><phoneme>x</phoneme><example>y</example></lexeme>"
                "<lexeme><grapheme>EU</grapheme><alias>European Union</alias></lexeme>"
                "<lexeme><grapheme>A&amp;B</grapheme><phoneme>a</phoneme>"
                "<phoneme prefer='true' alphabet='x-espeak'>eI@nb'i:</phoneme></lexeme>"),
        "x.pls");
    CHECK(read.language == "en");
    REQUIRE(read.lexemes.size() == 3);
    CHECK(read.lexemes[0].graphemes == std::vector<std::string>{"New York", "NY"});
    CHECK(read.lexemes[0].phonemes == "njuː ˈjɔːrk");
    CHECK(read.lexemes[0].alphabet == "ipa");
    CHECK(read.lexemes[1].alias == "European Union");
    CHECK(read.lexemes[2].graphemes == std::vector<std::string>{"A&B"});
    CHECK(read.lexemes[2].phonemes == "eI@nb'i:");
    CHECK(read.lexemes[2].alphabet == "x-espeak");
}

TEST_CASE("a lexicon file may use a prefix", "[pls]") {
    const PlsLexicon read = parse_pls(
        "<p:lexicon version='1.0' alphabet='ipa' xml:lang='de-AT' "
        "xmlns:p='http://www.w3.org/2005/01/pronunciation-lexicon'><p:lexeme><p:grapheme>a</"
        "p:grapheme>"
        "<p:alias>b</p:alias></p:lexeme></p:lexicon>",
        "x.pls");
    CHECK(read.language == "de-AT");
    CHECK(read.lexemes.size() == 1);
}

TEST_CASE("what is wrong with a lexicon file is told with its place", "[pls]") {
    struct Row {
        std::string text, place, message;
    };
    const std::string lexeme = "<lexeme><grapheme>a</grapheme>";
    const std::vector<Row> rows{
        {"", "x.pls:1:1", "not XML"},
        {"just words", "x.pls:1:", "not XML"},
        {"<!DOCTYPE lexicon [<!ENTITY a \"b\">]>\n" + lexicon("").substr(22),
         "x.pls:1:", "entities"},
        {lexicon("<lexeme>\n<grapheme>a</lexeme>"), "x.pls:5:", "not XML"},
        {"\xFF\xFE<\0l", "x.pls:1:1", "must be UTF-8"},
        {"<speak/>", "x.pls:1:", "not <speak>"},
        {"<lexicon xml:lang='en'/>", "x.pls:1:", "namespace"},
        {"<lexicon xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'/>",
         "x.pls:1:", "needs xml:lang"},
        {"<lexicon xml:lang='english_GB' xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'/>",
         "x.pls:1:", "'english_GB' is no language tag"},
        {lexicon("", "alphabet='sampa'"), "x.pls:2:", "unknown alphabet 'sampa'"},
        {lexicon(lexeme + "<phoneme alphabet='x-sampa'>a</phoneme></lexeme>"),
         "x.pls:4:", "unknown alphabet 'x-sampa'"},
        {lexicon(lexeme + "<phoneme>a</phoneme></lexeme>", ""), "x.pls:4:", "say which alphabet"},
        {lexicon("<lexeme><phoneme>a</phoneme></lexeme>"), "x.pls:4:", "needs a <grapheme>"},
        {lexicon("<lexeme><grapheme> </grapheme><phoneme>a</phoneme></lexeme>"),
         "x.pls:4:", "<grapheme> is empty"},
        {lexicon(lexeme + "</lexeme>"), "x.pls:4:", "needs a <phoneme> or an <alias>"},
        {lexicon(lexeme + "\n<phoneme/></lexeme>"), "x.pls:5:", "<phoneme> is empty"},
        {lexicon(lexeme + "<phoneme alphabet='x-espeak'>a]] b</phoneme></lexeme>"),
         "x.pls:4:", "'a]] b' cannot be phonemes"},
    };
    for (const Row& row : rows) {
        const std::string message = failure_of([&] { parse_pls(row.text, "x.pls"); });
        INFO(message);
        CHECK(message.find("data: " + row.place) == 0);
        CHECK(message.find(row.message) != std::string::npos);
    }
}

TEST_CASE("a sign that the engine cannot say is told with its place", "[pls]") {
    const test::TempFolder folder;
    const std::string path = folder.write(
        "x.pls", lexicon("<lexeme><grapheme>a</grapheme>\n<phoneme>kǃa</phoneme></lexeme>"));
    const std::string message = failure_of([&] { load_lexicon("en", kData, {path}); });
    CHECK(message.find("x.pls:5:") != std::string::npos);
    CHECK(message.find("'ǃ' has no phoneme") != std::string::npos);
}

TEST_CASE("deep and long lexicon files end well", "[pls]") {
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += "<a>";
    CHECK(failure_of([&] { parse_pls(lexicon(deep), "x.pls"); }).find("not XML") !=
          std::string::npos);
    std::string closed = deep;
    for (int i = 0; i < 200'000; ++i) closed += "</a>";
    CHECK(parse_pls(lexicon(closed), "x.pls").lexemes.empty());
}

TEST_CASE("our lexicons are valid, and every word of them can be said", "[pls]") {
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(DECLAIM_TEST_VOICES)) {
        if (entry.path().extension() != ".pls") continue;
        INFO(entry.path());
        ++files;
        if (test::has_xmllint()) CHECK(test::pls_faults(text_of_file(entry.path())).empty());
        const std::string language = entry.path().parent_path().filename();
        CHECK_FALSE(load_lexicon(language, kData, {}).empty());
    }
    CHECK(files >= 4);
}
