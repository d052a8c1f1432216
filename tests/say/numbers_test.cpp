#include "say/numbers.hpp"

#include <catch2/catch.hpp>

#include "support/failure.hpp"

using namespace declaim;

namespace {

NumberNames english() {
    NumberNames names;
    names.spell = {{"cardinal", "%spellout-cardinal"}, {"ordinal", "%spellout-ordinal"}};
    return names;
}

}  // namespace

TEST_CASE("numbers are spelled by their rule set", "[numbers]") {
    const Numbers numbers(english());
    CHECK(numbers.spell("1,234", "cardinal") == "one thousand two hundred thirty-four");
    CHECK(numbers.spell("-5", "cardinal") == "minus five");
    CHECK(numbers.spell("−5", "cardinal") == "minus five");
    CHECK(numbers.spell("21", "ordinal") == "twenty-first");
    CHECK(numbers.spell("999999999999999999", "cardinal").has_value());
    CHECK_FALSE(numbers.spell("1000000000000000000", "cardinal"));
    CHECK_FALSE(numbers.spell("", "cardinal"));
    CHECK_FALSE(numbers.spell("x", "cardinal"));
    CHECK_FALSE(numbers.spell("5", "unknown"));
}

TEST_CASE("decimals digit by digit, or as a number", "[numbers]") {
    CHECK(Numbers(english()).decimal("3.05", "cardinal") == "three point zero five");
    CHECK(Numbers(english()).decimal(".5", "cardinal") == "zero point five");
    CHECK(Numbers(english()).decimal("3.", "cardinal") == "three");
    NumberNames names = english();
    names.decimal = ",";
    names.point = "comma";
    names.decimals_as_number = true;
    const Numbers numbers(std::move(names));
    CHECK(numbers.decimal("3,25", "cardinal") == "three comma twenty-five");
    CHECK(numbers.decimal("3,05", "cardinal") == "three comma zero five");
    CHECK(numbers.decimal("3,00", "cardinal").value().starts_with("three comma zero zero"));
}

TEST_CASE("digits one by one", "[numbers]") {
    NumberNames names = english();
    names.digits = {{"0", "oh"}};
    const Numbers numbers(std::move(names));
    CHECK(numbers.digits("10-2") == "one oh two");
    CHECK(numbers.digits("") == "");
}

TEST_CASE("the plural category follows the number as written", "[numbers]") {
    const Numbers numbers(english());
    CHECK(numbers.plural("1") == "one");
    CHECK(numbers.plural("1.0") == "other");
    CHECK(numbers.plural("1,000") == "other");
    CHECK(numbers.plural("") == "other");
}

TEST_CASE("rule sets of our own come first", "[numbers]") {
    NumberNames names = english();
    names.custom = "%pair: 0: none; 1: some;";
    names.spell["pair"] = "%pair";
    const Numbers numbers(std::move(names));
    CHECK(numbers.spell("0", "pair") == "none");
    CHECK(numbers.spell("5", "cardinal") == "five");

    NumberNames wrong = english();
    wrong.custom = "%pair: 0: =%missing=;";
    CHECK_THAT(test::failure_of([&] { Numbers(wrong).spell("5", "cardinal"); }),
               Catch::StartsWith("data: numbers.custom of 'en' is no set of number rules"));
}
