#include "text/salutations.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support.hpp"

using namespace declaim;

namespace {

const char* const kBody = "\n\nWe have come a long way since then, and we will go further still.\n";

/// The kinds of the blocks: "a" for an address, "p" for a paragraph, "l" for a list item.
std::string kinds(const std::string& text, const char* language = "en") {
    std::string out;
    for (const Block& block : test::read(text, language).blocks)
        out.push_back(name_of(block.kind)[0]);
    return out;
}

}  // namespace

TEST_CASE("salutations: known by where they stand") {
    CHECK(kinds(std::string("Friends, colleagues, listeners,") + kBody) == "ap");
    CHECK(kinds(std::string("Mr President,\n\nCaptains of industry\n\nLadies and Gentlemen,") +
                kBody) == "aaap");
    CHECK(kinds(std::string("Queridos lectores:") + kBody, "es") == "ap");
    CHECK(kinds(std::string("Beste inwoners van Oudevaart,") + kBody, "nl") == "ap");
    CHECK(kinds(std::string("Chers commerçants, chères commerçantes,") + kBody, "fr") == "ap");
}

TEST_CASE("salutations: what only looks like one stays") {
    CHECK(
        kinds(std::string("We need:\n\n- teachers,\n\n- doctors,\n\n- bread.") + kBody).find('a') ==
        std::string::npos);
    CHECK(kinds(std::string("I call on the members:") + kBody) == "pp");
    CHECK(kinds(std::string("Friends, this is the hour,") + kBody).find('p') != std::string::npos);
    CHECK(kinds(std::string("Bread, land and peace,") + kBody) == "pp");
}
