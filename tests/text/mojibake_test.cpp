#include "text/mojibake.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "text/decode.hpp"

using namespace declaim;

TEST_CASE("mojibake: UTF-8 read as windows-1252 is read as UTF-8 again") {
    struct Case {
        const char* text;
        const char* mended;
    };
    const Case cases[] = {
        {"We donâ€™t know.", "We don’t know."},
        {"â€œYesâ€\u009D, he said â€“ twiceâ€¦", "“Yes”, he said – twice…"},
        {"â€œYesâ€, he said", "“Yes”, he said"},  // the byte windows-1252 lacks was lost
        {"â€œYesâ€\uFFFD, he said", "“Yes”, he said"},
        {"L'Ã©tÃ© a Ã©tÃ© trÃ¨s long", "L'été a été très long"},
        {"Ã€ la santÃ©", "À la santé"},
        {"Fast 10Â\u00A0% mehr fÃ¼r SÃ¼den", "Fast 10\u00A0% mehr für Süden"},
        {"Ð¿Ñ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€", "привет, мир"},
        {"\u00e4\u00b8\u00ad\u00e5\u203a\u00bd", "中国"},
        {"\u00e2\u0080\u0099tis", "’tis"},                         // by way of ISO 8859-1
        {"CafÃƒÂ©s arenÃ¢â‚¬â„¢t closed", "Cafés aren’t closed"},  // twice
    };
    for (const Case& c : cases) {
        INFO(c.text);
        const Mended mended = mend_mojibake(c.text);
        CHECK(mended.text == c.mended);
        CHECK(mended.places > 0);
    }
}

TEST_CASE("mojibake: what people write stays as it is") {
    const char* cases[] = {
        "plain",
        "",
        "JOÃO E A NAÇÃO",
        "«IRMÃ»",
        "«AMANHû disse ela",
        "AMANHÃ… VERÁ",
        "“Å” is a letter, and so is “Ä”",
        "Ä… also, ich",
        "Spaß»",
        "café»… dit-il",
        "3×² m",
        "« À Â » et « É »",
        "l’été a été très long",
        "Привет, мир",
        "中国和世界",
        "În țară și în Brașov",
        "\xC3",
        "\xC3\xA2",
    };
    for (const char* text : cases) {
        INFO(text);
        const Mended mended = mend_mojibake(text);
        CHECK(mended.text == text);
        CHECK(mended.places == 0);
    }
}

TEST_CASE("mojibake: lines are judged one by one, and many repairs are told") {
    CHECK(mend_mojibake("Déjà vu, très bien\nDÃ©jÃ\u00A0 vu").text ==
          "Déjà vu, très bien\nDéjà vu");
    std::string text = "Ladies and Gentlemen,\n\n";
    for (int i = 0; i < 12; ++i) text += "We donâ€™t know how it was.\n";
    const Speech speech = test::read(text);
    REQUIRE(speech.warnings.size() == 1);
    CHECK(speech.warnings[0] ==
          "speech.txt: the text had been decoded twice (UTF-8 read as windows-1252); repaired in "
          "12 places");
    CHECK(test::read("Ladies and Gentlemen,\n\nWe donâ€™t know.\n").warnings.empty());
}
