#include "app/check.hpp"

#include <catch2/catch.hpp>

#include "support/temp_folder.hpp"
#include "support/xmllint.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;

namespace {

const DataPath kData({DECLAIM_TEST_VOICES});

Checked check(const TempFolder& folder, const std::string& text, const std::string& language = "en",
              const std::vector<std::string>& lexicons = {}) {
    SpeechRequest request;
    request.input = folder.write("speech.txt", text);
    request.raw = true;
    request.language = language;
    request.lexicons = lexicons;
    return check_document(request, kData);
}

/// "Zhvania 2 3 foreign spelling|…": the word, how often, the line, why.
std::string shown(const Checked& checked) {
    std::string out;
    for (const Doubt& doubt : checked.doubts)
        out += (out.empty() ? "" : "|") + doubt.written + " " + std::to_string(doubt.times) + " " +
               std::to_string(doubt.line) + " " + doubt.why;
    return out;
}

std::string pls(const std::string& lexemes) {
    return "<lexicon version='1.0' alphabet='ipa' xml:lang='en' "
           "xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'>" +
           lexemes + "</lexicon>";
}

}  // namespace

TEST_CASE("words whose reading is a guess are listed", "[check]") {
    const TempFolder folder;
    struct Row {
        std::string language, text, shown;
    };
    const std::vector<Row> rows{
        {"en", "We met Zhvania.\n\nAnd Zhvania met us.\n", "Zhvania 2 1 foreign spelling"},
        {"en", "Zhvania spoke.\n", ""},  // a capital that every first word has
        {"en", "Zhvania spoke, and Zhvania left.\n", "Zhvania 2 1 foreign spelling"},
        {"en", "We met in Réunion and in a café.\n",
         "Réunion 1 1 foreign letters|café 1 1 foreign letters"},
        {"en", "We saw the zhvania of it.\n", ""},
        {"en", "We met Mr Brown in London on 3 May 2004.\n", ""},
        {"en", "We met Mr Chirac and Xi Jinping's friends.\n", ""},  // our lexicon has them
        {"en", "ZHVANIA MET THE PRESIDENT TODAY\n", ""},
        {"fr", "Nous avons vu Schüssel à Paris.\n", "Schüssel 1 1 foreign spelling"},
        {"es", "Vimos a Schmidt.\n", "Schmidt 1 1 foreign spelling"},
        {"sv", "Vi såg Zhvania.\n", ""},
        {"en", "", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        if (!row.text.empty()) CHECK(shown(check(folder, row.text, row.language)) == row.shown);
    }
}

TEST_CASE("acronyms that no rule knows are listed", "[check]") {
    const TempFolder folder;
    CHECK_THAT(shown(check(folder, "We of the QXRT agree with the QXRT.\n")),
               Contains("QXRT 2 1 acronym"));
    // Said as it stands, which a rule knows.
    CHECK(shown(check(folder, "We of NATO and of the EU agree.\n")).empty());
}

TEST_CASE("letters with digits that no rule knows are listed", "[check]") {
    const TempFolder folder;
    const Checked checked = check(folder, "We saw the Qx7w3 there.\n");
    REQUIRE(shown(checked) == "Qx7w3 1 1 letters and digits");
    CHECK(checked.doubts[0].words.find_first_of("0123456789") == std::string::npos);
}

TEST_CASE("the phonemes are the engine's", "[check]") {
    const TempFolder folder;
    const Checked checked = check(folder, "We met Tskhinvali people.\n");
    REQUIRE(checked.doubts.size() == 1);
    CHECK(checked.doubts[0].phonemes == "t'@skhInv'A:li");
    CHECK(checked.doubts[0].ipa == "tˈəskhɪnvˈɑːli");
}

TEST_CASE("what a lexicon has is no guess", "[check]") {
    const TempFolder folder;
    const std::string own = folder.write(
        "own.pls", pls("<lexeme><grapheme>Zhvania</grapheme><phoneme>ˈʒvɑːniə</phoneme></lexeme>"));
    CHECK(shown(check(folder, "We met Zhvania.\n", "en", {own})).empty());
}

TEST_CASE("phonemes of a lexicon that the voice does not know are listed", "[check]") {
    const TempFolder folder;
    const std::string own = folder.write(
        "own.pls", pls("<lexeme><grapheme>Smith</grapheme><phoneme alphabet='x-espeak'>"
                       "sm'y~qqT</phoneme></lexeme><lexeme><grapheme>Brown</grapheme>"
                       "<phoneme alphabet='x-espeak'>br'aUn</phoneme></lexeme>"));
    const Checked checked = check(folder, "We met Smith and Brown.\n", "en", {own});
    CHECK(shown(checked) == "Smith 1 1 phonemes of a lexicon");
    REQUIRE(checked.doubts.size() == 1);
    CHECK(checked.doubts[0].failure == "the voice does not know all of sm'y~qqT");
    if (has_xmllint()) CHECK(pls_faults(lexicon_stub({checked}, "en", kData)).empty());
}

TEST_CASE("the stub is a valid lexicon that says what is said now", "[check]") {
    const TempFolder folder;
    const Checked checked =
        check(folder, "We met Tskhinvali and Zhvania of the QXRT, the Qx7w3 -- and Réunion.\n");
    const std::string stub = lexicon_stub({checked, checked}, "en", kData);
    CHECK_THAT(stub, Contains("<grapheme>Tskhinvali</grapheme><phoneme>tˈəskhɪnvˈɑːli</phoneme>"));
    CHECK(stub.find("Tskhinvali") == stub.rfind("Tskhinvali"));
    CHECK_THAT(stub, Contains("<grapheme>Zhvania</grapheme><phoneme alphabet=\"x-espeak\">"));
    CHECK_THAT(stub, Contains("<grapheme>Qx7w3</grapheme><alias>"));
    if (has_xmllint()) CHECK(pls_faults(stub).empty());
    const std::string own = folder.write("own.pls", stub);
    CHECK(
        shown(check(folder, "We met Tskhinvali and Zhvania and Réunion.\n", "en", {own})).empty());
}

TEST_CASE("a stub leaves out what a lexicon refuses", "[check]") {
    const TempFolder folder;
    const Checked checked = check(folder, "Lord " + std::string(500, 'Q') + " of Zhvania.\n");
    const std::string stub = lexicon_stub({checked}, "en", kData);
    CHECK(stub.find("QQQ") == std::string::npos);
    CHECK(shown(check(folder, "We met Zhvania.\n", "en", {folder.write("own.pls", stub)})).empty());
}

TEST_CASE("a stub is valid whatever the names are", "[check]") {
    Checked checked{"a--b<&>-", "en", {}};
    checked.doubts.push_back({"A&B<--", "acronym", "en", "a & b", 1, 1, {}, {}, {}});
    checked.doubts.push_back({"x", "y", "en", "", 1, 1, {}, {}, "the engine crashed (SIGABRT)"});
    checked.doubts.push_back({"z", "y", "en", "", 1, 1, "a]]b", "(en)a", {}});
    checked.doubts.push_back({"w", "y", "fr", "", 1, 1, "w", "w", {}});
    const std::string stub = lexicon_stub({checked}, "en", kData);
    if (has_xmllint()) CHECK(pls_faults(stub).empty());
    CHECK(stub.find("<grapheme>w<") == std::string::npos);
    CHECK(languages_of({checked}) == std::vector<std::string>{"en", "fr"});
    CHECK(languages_of({Checked{"a", "de", {}}}) == std::vector<std::string>{"de"});
    CHECK(languages_of({}).empty());
}
