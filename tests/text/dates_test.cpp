#include "text/dates.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

namespace {

std::string found(const char* text, const char* language) {
    std::string out;
    for (const DateMention& mention : DateReader(language).find(text))
        out += (out.empty() ? "" : " ") + mention.iso;
    return out;
}

}  // namespace

TEST_CASE("dates: as they are written") {
    struct Case {
        const char* text;
        const char* language;
        const char* dates;
    };
    const Case cases[] = {
        {"19 Oct. 2004", "en", "2004-10-19"},
        {"Tuesday, October 19, 2004", "en", "2004-10-19"},
        {"the 19th day of October, 2004", "en", "2004-10-19"},
        {"19th of October 2004", "en", "2004-10-19"},
        {"2004-10-19", "en", "2004-10-19"},
        {"20-Oct-2004", "en", "2004-10-20"},
        {"15/10/2004", "en", "2004-10-15"},
        {"10/15/2004", "en", "2004-10-15"},
        {"03/04/2004", "en", "2004"},
        {"03/04/2004", "en-US", "2004-03-04"},
        {"03/04/2004", "en-GB", "2004-04-03"},
        {"03/04/2004", "fr", "2004-04-03"},
        {"19.10.2004", "de", "2004-10-19"},
        {"3. Oktober 1990", "de", "1990-10-03"},
        {"28 septembre 2024", "fr", "2024-09-28"},
        {"1er mai 1999", "fr", "1999-05-01"},
        {"10 de mayo de 1999", "es", "1999-05-10"},
        {"28 сентября 2024 года", "ru", "2024-09-28"},
        {"Sept. 2004", "en", "2004-09"},
        {"from 1 May 2001 to 3 May 2001", "en", "2001-05-01 2001-05-03"},
        {"31 February 2001", "en", "2001-02"},
        {"in 2004", "en", ""},
        {"12:30", "en", ""},
        {"", "en", ""},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(found(c.text, c.language) == c.dates);
    }
}
