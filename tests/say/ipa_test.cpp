#include "say/ipa.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "say/ipa_phonemes.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using declaim::test::failure_of;

namespace {
const DataPath kData({DECLAIM_TEST_VOICES});
}

TEST_CASE("IPA becomes the engine's phonemes", "[ipa]") {
    struct Row {
        std::string language, ipa, phonemes;
    };
    const std::vector<Row> rows{
        {"en", "həˈləʊ", "h@l'oU"},
        {"en", "/həˈloʊ/", "h@l'oU"},
        {"en", "ˈkɑːrtər", "k'A@t3"},  // an r that is heard in some accents only
        {"en", "ˈstɔːri", "st'O:ri"},  // and one that is heard in all
        {"en", "ˈt͡ʃeni", "tS'Eni"},
        {"en", "ʧʤg", "tSdZg"},
        {"en", "ˌkɒndəˈliːzə ˈraɪs", "k,0nd@l'i:z@ r'aIs"},
        {"en", "ˈbɒtəl", "b'0t@L"},
        {"en", "ˈkɒlə", "k'0l@"},
        {"en", "ˌnaiːv", "n,a|i:v"},     // not one phoneme "ai:"
        {"en", "ˈkæt.ʃɪp", "k'at|SIp"},  // nor "tS"
        {"fr", "ʒak ʃiʁak", "Zak Sir'ak"},
        {"fr", "bɔ̃ʒuʁ", "bO~Z'ur"},
        {"fr", "ɥit", "j.'it"},
        {"de", "ˈʃrøːdɐ", "Sr'Y:d3"},
        {"de", "ˈt͡saɪ̯t", "ts'aIt"},
        {"de", "ˈhɔʏ̯tə", "h'OYt@"},
        {"es", "aθˈnaɾ", "aTn'a**"},
        {"es", "ˈpero", "p'eR2o"},
        {"it", "ˈfatto", "f'atto"},
        {"it", "ˈfatːo", "f'at:o"},
        {"pt", "sɐ̃w̃", "s'&U~"},
        {"nl", "ˈjaːp də ɦoːp ˈsxɛfər", "j'a:p d@ ho:p sx'Ef@r"},
        {"pl", "vaˈwɛ̃sa", "vaw'E~sa"},
        {"ru", "pʲætʲ", "p;'At;"},
        {"sv", "e", "'e"},  // the common table is enough
        {"en-GB", "ˈbæθ", "b'aT"},
        {"en", "c\u0327", "C"},  // composed before it is looked up
        {"en", "", ""},
        {"en", "  a  b ", "'a b"},
    };
    for (const Row& row : rows) {
        INFO(row.language << " " << row.ipa);
        std::string phonemes = row.phonemes;
        CHECK(IpaTable::load(row.language, kData).phonemes(row.ipa) == phonemes);
    }
}

TEST_CASE("a sign without a phoneme is named", "[ipa]") {
    const IpaTable english = IpaTable::load("en", kData);
    CHECK_THROWS_WITH(english.phonemes("kǃa"), Catch::Contains("'ǃ' has no phoneme"));
    CHECK_THROWS_WITH(english.phonemes("kẽ̤a"), Catch::Contains("has no phoneme"));
    CHECK_THROWS_WITH(english.phonemes("[[a]]"), Catch::Contains("'['"));
    CHECK_THROWS_WITH(IpaTable::load("sv", kData).phonemes("yː"), Catch::Contains("'y'"));
    CHECK_THROWS_AS(english.phonemes("\xFF"), std::invalid_argument);
}

TEST_CASE("a table with a wrong value is refused", "[ipa]") {
    const test::TempFolder folder;
    std::filesystem::create_directories(folder.path() / "xx");
    const auto table = [&](const std::string& text) {
        folder.write("xx/ipa.toml", text);
        return failure_of([&] { IpaTable::load("xx", DataPath({folder.path()})); });
    };
    CHECK(table("[vowels]\n\"a\" = \"a]]\"\n").find("ipa.toml:2:") != std::string::npos);
    CHECK(table("[vowels]\n\"a\" = \"<a>\"\n").find("cannot be phonemes") != std::string::npos);
    CHECK(table("[vowel]\n\"a\" = \"a\"\n").find("vowel") != std::string::npos);
    CHECK(table("[[ending]]\nsaid = \"z\"\n").find("written") != std::string::npos);
    CHECK(table("[[ending]]\nwritten = \"'s\"\nsaid = \"z\"\n").find("'z' has no phoneme") !=
          std::string::npos);
}

TEST_CASE("only visible ASCII without brackets and tags can be phonemes", "[ipa]") {
    for (const char* good : {"h@l'oU", "t[ d[", "&~", "a|a", ""}) CHECK(well_formed_phonemes(good));
    for (const char* bad : {"a]]b", "<a", "a>", "é", "a\nb", "a\\b"})
        CHECK_FALSE(well_formed_phonemes(bad));
}
