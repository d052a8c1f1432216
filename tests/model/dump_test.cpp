#include "model/dump.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

namespace {

Block block(BlockKind kind, const std::string& text, LineRange lines,
            std::vector<Sentence> sentences = {}) {
    return {kind, text, "en", lines, std::move(sentences)};
}

}  // namespace

TEST_CASE("a block is its kind, its place and its sentences") {
    CHECK(dump(block(BlockKind::address, "Ladies,", {3, 3})) == "address 3 [Ladies,]");
    CHECK(dump(block(BlockKind::paragraph, "One. Two.", {5, 6},
                     {{{0, 4}, {5, 5}}, {{5, 9}, {6, 6}}})) == "paragraph 5-6 [One.][Two.]");
    CHECK(dump(Block{}) == "paragraph 0 []");
}

TEST_CASE("a dropped part is its place, the reason and the text") {
    CHECK(dump(Dropped{"Go to Homepage", "navigation", {1, 1}}) ==
          "dropped 1 navigation [Go to Homepage]");
    CHECK(dump(Dropped{"By Our Own", "byline", {2, 4}}) == "dropped 2-4 byline [By Our Own]");
}

TEST_CASE("metadata are the fields that are known") {
    Metadata metadata;
    CHECK(dump(metadata).empty());
    metadata.date = "2004";
    CHECK(dump(metadata) == "date=2004");
    metadata = {"T", "S", "R", "2004-10-19", "O", "P"};
    CHECK(dump(metadata) ==
          "title=T | speaker=S | role=R | date=2004-10-19 | occasion=O | place=P");
    metadata.title = "";  // known to be empty is not unknown
    CHECK(dump(metadata) == "title= | speaker=S | role=R | date=2004-10-19 | occasion=O | place=P");
}

TEST_CASE("a speech is in the order of its source") {
    Speech speech;
    CHECK(dump(speech) == "\n");
    speech.metadata.title = "T";
    speech.blocks = {block(BlockKind::address, "Sir,", {2, 2}),
                     block(BlockKind::paragraph, "Yes.", {4, 4})};
    speech.dropped = {{"Menu", "navigation", {1, 1}},
                      {"7", "page number", {3, 3}},
                      {"End", "navigation", {5, 5}}};
    CHECK(dump(speech) ==
          "title=T\n"
          "dropped 1 navigation [Menu]\n"
          "address 2 [Sir,]\n"
          "dropped 3 page number [7]\n"
          "paragraph 4 [Yes.]\n"
          "dropped 5 navigation [End]\n");
}

TEST_CASE("an utterance shows the factors that are not neutral") {
    Utterance utterance;
    CHECK(dump(utterance) == "0 paragraph pause=0 []");
    utterance.kind = BlockKind::address;
    utterance.text = "Ladies and Gentlemen,";
    utterance.prosody = {0.9, 1.0, 1.2};
    utterance.pause_ms = 900;
    CHECK(dump(utterance) == "0 address rate=0.9 range=1.2 pause=900 [Ladies and Gentlemen,]");
    utterance.block = 4;
    utterance.prosody = {1.0, 1.05, 1.0};
    CHECK(dump(utterance) == "4 address pitch=1.05 pause=900 [Ladies and Gentlemen,]");
}

TEST_CASE("a cue shows its words' times") {
    SentenceCue cue;
    cue.start = 100;
    cue.end = 250;
    cue.words = {{"Ladies", 100, 150}, {"Gentlemen", 150, 250}};
    CHECK(dump(cue) == "0 100-250 Ladies=100-150 Gentlemen=150-250");
    cue = {2, "x", {}, 7, 7, {}, "the engine crashed"};
    CHECK(dump(cue) == "2 7-7 skipped");
}
