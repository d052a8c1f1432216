#include "text/address.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace declaim;

namespace {

std::string look(const char* text, const char* language) {
    switch (address_look(text, test::rules_for(language).address)) {
        case AddressLook::none:
            return "none";
        case AddressLook::weak:
            return "weak";
        case AddressLook::strong:
            return "strong";
    }
    return "";
}

}  // namespace

TEST_CASE("address: lines that are salutations and lines that only look so") {
    struct Case {
        const char* text;
        const char* language;
        const char* look;
    };
    const Case cases[] = {
        {"Ladies and Gentlemen,", "en", "strong"},
        {"LADIES AND GENTLEMEN:", "en", "strong"},
        {"Mr. President", "en", "strong"},
        {"Mr. Speaker, Madam Vice President, members of this house, my fellow citizens:", "en",
         "strong"},
        {"Dear friends,", "en", "strong"},
        {"Excellencies", "en", "strong"},
        {"Your Majesty, Your Royal Highness, Prime Minister,", "en", "strong"},
        {"President of the Council,", "en", "weak"},
        {"President of the Council", "en", "none"},
        {"Secretary-General,", "en", "weak"},
        {"I call on the parties:", "en", "none"},
        {"Friends of liberty everywhere must act:", "en", "none"},
        {"To those who doubt us:", "en", "none"},
        {"Three principles:", "en", "none"},
        {"Thank you.", "en", "none"},
        {"Peace, bread, land,", "en", "none"},
        {"The ladies and gentlemen of the press have gone home, I see.", "en", "none"},
        {"Meine sehr verehrten Damen und Herren,", "de", "strong"},
        {"Sehr geehrter Herr Präsident,", "de", "strong"},
        {"Wir fordern die Parteien auf:", "de", "none"},
        {"Monsieur le Président,", "fr", "strong"},
        {"Mesdames et Messieurs les chefs d’État, de gouvernement et de délégation,", "fr",
         "strong"},
        {"Señoras y señores:", "es", "strong"},
        {"Cari amici,", "it", "strong"},
        {"Senhor presidente da República,", "pt", "strong"},
        {"Dames en heren,", "nl", "strong"},
        {"Panie Marszałku! Wysoka Izbo!", "pl", "strong"},
        {"Уважаемый господин Председатель,", "ru", "strong"},
        {"Ladies first.", "en", "none"},
        {"Ladies and gentlemen of the jury.", "en", "strong"},
        {"The President:", "en", "none"},
        {"The Honourable President of the Assembly,", "en", "strong"},
        {"3. Excellencies,", "en", "strong"},
        {"1914.", "en", "none"},
        {"Sehr geehrter Herr Müller,", "de", "strong"},
        {"lieber Hans,", "de", "strong"},
        {"Cher Pierre,", "fr", "strong"},
        {"Dear John, dear Mary,", "en", "strong"},
        {"Dear John", "en", "none"},
        {"Mr. Smith,", "en", "weak"},
        {"Mr. Smith:", "en", "none"},
        {"Mr. John Smith", "en", "none"},
        {"Уважаемый Михаил Борисович,", "ru", "strong"},
        {"Уважаемый Михаил Борисович!", "ru", "strong"},
        {"Szanowna Pani Kowalska,", "pl", "strong"},
        {"", "en", "none"},
        {"…", "en", "none"},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(look(c.text, c.language) == c.look);
    }
}

TEST_CASE("address: at the head of a paragraph") {
    struct Case {
        const char* text;
        const char* language;
        const char* address;
    };
    const Case cases[] = {
        {"Mr President, I rise to speak for the motion.", "en", "Mr President,"},
        {"Ladies and gentlemen, dear colleagues, this is a good day.", "en",
         "Ladies and gentlemen, dear colleagues,"},
        {"My fellow citizens: we have come far.", "en", "My fellow citizens:"},
        {"Members of the council, led by their chair, agreed.", "en", ""},
        {"President Smith, who was there, agreed.", "en", ""},
        {"My friends and I went home, and we slept.", "en", ""},
        {"Mr President, thanks.", "en", ""},
        {"4. Mr. President, my delegation is grateful.", "en", "4. Mr. President,"},
        {"4. Mr. President", "en", ""},
        {"To the ladies and gentlemen of the press, I say nothing.", "en", ""},
        {"Madam Minister, dear Christine, you are right in this.", "en",
         "Madam Minister, dear Christine,"},
        {"Meine Damen und Herren, ich freue mich sehr.", "de", "Meine Damen und Herren,"},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        const std::size_t end = opening_address(c.text, test::rules_for(c.language).address);
        CHECK(std::string(c.text).substr(0, end) == c.address);
    }
}
