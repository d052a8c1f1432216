#include "say/lexicon.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "say/lexicon_spans.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using declaim::test::failure_of;

namespace {

const DataPath kData({DECLAIM_TEST_VOICES});

/// Graphemes, each with itself in angle brackets as its phonemes.
Lexicon lexicon_of(const std::vector<std::string>& graphemes, const std::string& language = "en") {
    Lexicon lexicon(IpaTable::load(language, kData));
    for (const std::string& grapheme : graphemes)
        lexicon.add(grapheme, {{}, "{" + grapheme + "}", {}});
    return lexicon;
}

/// The sentence with phonemes for what was found, or the words where there are none.
std::string said(const std::string& sentence, const Lexicon& lexicon) {
    std::string out;
    std::size_t at = 0;
    for (const SpokenSpan& span : lexicon.find(sentence)) {
        out += sentence.substr(at, span.written.begin - at);
        out += span.phonemes.empty() ? span.words : span.phonemes;
        at = span.written.end;
    }
    return out + sentence.substr(at);
}

struct Row {
    std::string written;
    std::string said;
};

}  // namespace

TEST_CASE("a lexicon finds whole words, the longest first", "[lexicon]") {
    const Lexicon lexicon = lexicon_of({"Koizumi", "New York", "New", "York", "quay", "U.S.", "x",
                                        "O'Brien", "Guinea-Bissau", "Guinea", "F-16", "Ağrı"});
    const std::vector<Row> rows{
        {"Mr Koizumi spoke.", "Mr {Koizumi} spoke."},
        {"Koizumism and aKoizumi", "Koizumism and aKoizumi"},
        {"Koizumi.Koizumi,Koizumi", "{Koizumi}.{Koizumi},{Koizumi}"},
        {"in New York and New  York", "in {New York} and {New York}"},
        {"New Yorkers, New Yor", "{New} Yorkers, {New} Yor"},
        {"New New York York", "{New} {New York} {York}"},
        {"Quay and Quay", "{quay} and Quay"},
        {"“Quay and quay", "“{quay} and {quay}"},
        {"QUAY and koizumi", "QUAY and koizumi"},
        {"The U.S. did; the U.S", "The {U.S.} did; the U.S"},
        {"O’Brien, O'Brien", "{O'Brien}, {O'Brien}"},
        {"Guinea‑Bissau, Guinea-Bissau, Guinea – Bissau",
         "{Guinea-Bissau}, {Guinea-Bissau}, {Guinea} – Bissau"},
        {"the F-16s and F-16.", "the F-16s and {F-16}."},
        {"x1 1x x_x x", "x1 1x {x}_{x} {x}"},
        {"Ağrı, Ağrıs", "{Ağrı}, Ağrıs"},
        {"a New\u00A0York day", "a {New York} day"},
        {"", ""},
        {" ", " "},
        {"\xFF\xFE Koizumi", "\xFF\xFE {Koizumi}"},
    };
    for (const Row& row : rows) CHECK(said(row.written, lexicon) == row.said);
}

TEST_CASE("a passage in capitals is searched whatever its case", "[lexicon]") {
    const Lexicon lexicon = lexicon_of({"Koizumi", "New York", "US", "NATO"});
    const std::vector<Row> rows{
        {"ADDRESS BY MR KOIZUMI IN NEW YORK", "ADDRESS BY MR {Koizumi} IN {New York}"},
        {"NATO MEETS TODAY IN ROME", "{NATO} MEETS TODAY IN ROME"},
        {"KOIZUMI said so", "KOIZUMI said so"},
    };
    for (const Row& row : rows) CHECK(said(row.written, lexicon) == row.said);
}

TEST_CASE("in a passage in capitals the words are those of the lexicon", "[lexicon]") {
    const SpokenSentence found = lexicon_of({"Koizumi"}).find("THE VISIT OF MR KOIZUMI'S FRIENDS");
    REQUIRE(found.size() == 1);
    CHECK(found[0].words == "Koizumi's");
}

TEST_CASE("what stands before or after a word is said with it", "[lexicon]") {
    Lexicon english(IpaTable::load("en", kData));
    english.add("Blair", {{}, "bl'e@", "blɛə"});
    english.add("Bush", {{}, "b'US", "bʊʃ"});
    english.add("Schmidt", {{}, "Sm'It", "ʃmɪt"});
    english.add("EU", {"European Union", {}, {}});
    const std::vector<Row> rows{
        {"Blair's and Blair’s", "bl'e@z and bl'e@z"},
        {"Bush's day", "b'USIz day"},
        {"Schmidt's", "Sm'Its"},
        {"the EU's", "the European Union's"},
        {"Blair's.", "bl'e@z."},
        {"Blair'sx", "bl'e@'sx"},
        {"Blair' s", "bl'e@' s"},
    };
    for (const Row& row : rows) CHECK(said(row.written, english) == row.said);
    const SpokenSentence found = english.find("Bush's day");
    REQUIRE(found.size() == 1);
    CHECK(found[0] == SpokenSpan{{0, 6}, "Bush's", "lexicon", "b'USIz", "bʊʃɪz", {}});

    Lexicon french(IpaTable::load("fr", kData));
    french.add("Aznar", {{}, "asn'ar", "asnaʁ"});
    CHECK(said("qu’Aznar et d'Aznar", french) == "kasn'ar et dasn'ar");
    CHECK(said("D'Aznar", french) == "dasn'ar");
    CHECK(said("x'Aznar", french) == "x'asn'ar");

    Lexicon german(IpaTable::load("de", kData));
    german.add("Chirac", {{}, "Sir'ak", {}});
    german.add("Bush", {{}, "b'US", {}});
    CHECK(said("Chiracs und Chirac's und Chiracss", german) == "Sir'aks und Sir'aks und Chiracss");
}

TEST_CASE("the first of equals wins", "[lexicon]") {
    Lexicon lexicon(IpaTable::load("en", kData));
    lexicon.add("Reading", {{}, "r'EdIN", {}});
    lexicon.add("Reading", {{}, "r'i:dIN", {}});
    CHECK(said("in Reading", lexicon) == "in r'EdIN");
}

TEST_CASE("the words of the lexicon win over the rules", "[lexicon]") {
    const SayRules rules = load_say_rules("en", kData);
    const SayContext context = say_context({}, rules);
    Lexicon lexicon(IpaTable::load("en", kData));
    lexicon.add("May", {{}, "m'eI", {}});
    lexicon.add("G8", {"G8", {}, {}});
    lexicon.add("Co.", {"Company", {}, {}});
    const auto spoken = [&](const std::string& sentence) {
        return spoken_text(sentence, say_sentence(sentence, lexicon, rules, context));
    };
    CHECK(spoken("the G8 met") == "the G eight met");
    CHECK(spoken("We saw Brown Co.") == "We saw Brown Company.");
    CHECK(spoken("on May 3 and 12 of May") == "on May three and twelve of May");
    CHECK(spoken("no word of it: 7") == "no word of it: seven");
    // An address is read as one, whatever words it holds.
    CHECK(spoken("see www.g8.org and g8@example.org") ==
          "see W W W dot g eight dot org and g eight at example dot org");
    CHECK(spoken("They left the G8. May goes on.") == "They left the G eight. May goes on.");
}

TEST_CASE("lexicons are loaded for their languages", "[lexicon]") {
    const test::TempFolder folder;
    const auto pls = [](const std::string& language, const std::string& said) {
        return "<lexicon version='1.0' alphabet='x-espeak' xml:lang='" + language +
               "' xmlns='http://www.w3.org/2005/01/pronunciation-lexicon'><lexeme>"
               "<grapheme>Zyx</grapheme><phoneme>" +
               said + "</phoneme></lexeme></lexicon>";
    };
    const std::string own = folder.write("own.pls", pls("en", "0wn"));
    const std::string second = folder.write("second.pls", pls("en", "s'Ek@nd"));
    const std::string british = folder.write("british.pls", pls("en-GB", "brItIS"));
    std::filesystem::create_directories(folder.path() / "en");
    folder.write("en/a.pls", pls("EN", "wId"));
    const DataPath data({folder.path(), DECLAIM_TEST_VOICES});
    CHECK(said("Zyx", load_lexicon("en", data, {})) == "wId");
    CHECK(said("Zyx", load_lexicon("en", data, {own, second})) == "0wn");
    CHECK(said("Zyx", load_lexicon("en", data, {british})) == "wId");
    CHECK(said("Zyx", load_lexicon("en-GB", data, {british, own})) == "brItIS");
    CHECK(said("Zyx", load_lexicon("sv", data, {british, own})) == "Zyx");

    std::filesystem::create_directories(folder.path() / "fr");
    folder.write("fr/b.pls", pls("de", "x"));
    CHECK(failure_of([&] {
              load_lexicon("fr", data, {});
          }).find("is for that language, not for 'de'") != std::string::npos);
}
