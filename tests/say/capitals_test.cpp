#include "say/capitals.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace declaim;

namespace {

std::string passages(const std::string& sentence) {
    std::string out;
    for (const ByteRange& each : passages_in_capitals(sentence))
        out += (out.empty() ? "" : "|") + sentence.substr(each.begin, each.size());
    return out;
}

}  // namespace

TEST_CASE("capitals for emphasis are whole passages", "[capitals]") {
    struct Row {
        std::string sentence;
        std::string passages;
    };
    for (const Row& row : std::initializer_list<Row>{
             {"", ""},
             {"plain words", ""},
             {"The EU and NATO agree", ""},
             {"NATO", ""},
             {"the USA and USSR", ""},
             {"THE END", ""},
             {"THIS IS THE WAY", "THIS IS THE WAY"},
             {"CHAPTER ONE", "CHAPTER ONE"},
             {"CHAPTER 12", ""},
             {"I said: WE WILL NEVER YIELD, and sat down", "WE WILL NEVER YIELD"},
             {"ONE TWO THREE and FOUR FIVE SIX", "ONE TWO THREE|FOUR FIVE SIX"},
             {"WE DON’T STOP", "WE DON’T STOP"},
             {"EU US UK", ""},
             {"ЭТО НАШ ПУТЬ", "ЭТО НАШ ПУТЬ"},
             {"12 345", ""}}) {
        INFO(row.sentence);
        CHECK(passages(row.sentence) == row.passages);
    }
}
