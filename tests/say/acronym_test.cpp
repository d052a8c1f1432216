#include "say/acronym.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

TEST_CASE("a word has vowels among its consonants", "[acronym]") {
    const AcronymRules rules;
    for (const char* word : {"NATO", "UNESCO", "FRONTEX", "ASEAN", "OPEC", "STRENGTH", "nato"})
        CHECK(can_be_spoken(word, rules));
    for (const char* letters : {"", "EU", "BBC", "UNHCR", "GDPR", "HTTP", "IAEA", "XBZW", "BBOM"}) {
        INFO(letters);
        CHECK_FALSE(can_be_spoken(letters, rules));
    }
}

TEST_CASE("a language may say how words begin and end", "[acronym]") {
    AcronymRules rules;
    rules.starts = {"st", "str"};
    rules.ends = {"ng", "rt"};
    for (const char* word : {"START", "STRONG", "SCHMIDT", "BANANA", "OTTO"})
        CHECK(can_be_spoken(word, rules));
    for (const char* letters : {"OECD", "SVETA", "MPLA"})
        CHECK_FALSE(can_be_spoken(letters, rules));
}

TEST_CASE("vowels are those of the language", "[acronym]") {
    AcronymRules rules;
    rules.vowels = "аеиоуыэюя";
    CHECK(can_be_spoken("НАТО", rules));
    CHECK_FALSE(can_be_spoken("СССР", rules));
    CHECK_FALSE(can_be_spoken("NATO", rules));
}

TEST_CASE("letters are spelled with spaces between", "[acronym]") {
    CHECK(spell_letters("OSCE") == "O S C E");
    CHECK(spell_letters("U.S.") == "U S");
    CHECK(spell_letters("J. F.") == "J F");
    CHECK(spell_letters("A-B") == "A B");
    CHECK(spell_letters("СССР") == "С С С Р");
    CHECK(spell_letters("") == "");
}
