#include "text/captions.hpp"

#include <catch2/catch.hpp>

#include "model/dump.hpp"
#include "support.hpp"

using namespace declaim;

namespace {

/// The blocks of a document, one a line, without kind.
std::string texts(const std::string& text) {
    std::string out;
    for (const Block& block : test::read(text).blocks) out += block.text + "\n";
    return out;
}

}  // namespace

TEST_CASE("captions: times and numbers go, cues are joined") {
    CHECK(texts("1\n00:00:01,000 --> 00:00:04,000\nWe have come a long way\n\n"
                "2\n00:00:04,500 --> 00:00:08,000\nsince then, and\n<i>we will</i> go on.\n\n"
                "3\n00:00:08,000 --> 00:00:09,000\nThank you.\n") ==
          "We have come a long way since then, and we will go on. Thank you.\n");
    CHECK(texts("WEBVTT\n\n00:01.000 --> 00:04.000 align:start\nWe have come a long way\n\n"
                "00:04.500 --> 00:08.000\nsince I was here.\n") ==
          "We have come a long way since I was here.\n");
    CHECK(texts("0:01\nwe have come a long way\n0:04\nsince then and I\n0:09\nam glad\n") ==
          "we have come a long way since then and I am glad\n");
    CHECK(texts("[00:01] We have come a long way. [00:05] It was hard. [01:10] So it is.") ==
          "We have come a long way. It was hard. So it is.\n");
    CHECK(texts("0:01 We have come a long way.\n0:05 It was hard.\n1:10 So it is.\n") ==
          "We have come a long way.\nIt was hard.\nSo it is.\n");
    CHECK(texts("00:01.000 --> 00:02.000\n<v Jane Doe>Hello there.\n\n00:02.000 --> "
                "00:03.000\n<v Jane Doe>How are you?\n") ==
          "Jane Doe: Hello there. How are you?\n");
}

TEST_CASE("captions: other times stay") {
    const char* const kept[] = {
        "It is 12:30 now.\n",
        "Read (3:16) and (2:10) and (1:1), it is all there.\n",
        "At 9:00 we met.\n9:30 is what the clock said.\n",
    };
    for (const char* text : kept) CHECK(texts(text) == text);
    CHECK(clock_at("1:02:03 x")->seconds == 3723);
    CHECK(!clock_at("1914"));
    CHECK(!clock_at("12:5"));
    CHECK(!clock_at("123:45"));
}
