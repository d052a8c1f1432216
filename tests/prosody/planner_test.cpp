#include "prosody/planner.hpp"

#include <catch2/catch.hpp>

#include "model/dump.hpp"
#include "prosody/markup.hpp"
#include "prosody/ssml.hpp"

using namespace declaim;

namespace {

/// A block of the sentences parted by '|'.
Block block(BlockKind kind, const std::string& sentences, int line = 1) {
    Block made{kind, "", "en", {line, line}, {}};
    for (std::size_t at = 0; at <= sentences.size();) {
        const std::size_t end = std::min(sentences.find('|', at), sentences.size());
        if (!made.text.empty()) made.text += ' ';
        const std::size_t begin = made.text.size();
        made.text += sentences.substr(at, end - at);
        made.sentences.push_back({{begin, made.text.size()}, {line, line}});
        at = end + 1;
    }
    return made;
}

Style style() {
    Style made;
    made.lead_in_ms = 100;
    made.lead_out_ms = 500;
    made.roles.fill({{}, 40, 0, 80});
    const auto role = [&](BlockKind kind) -> RoleStyle& {
        return made.roles[static_cast<std::size_t>(kind)];
    };
    role(BlockKind::address) = {{0.9, 1.0, 1.25}, 45, 90, 95};
    role(BlockKind::heading) = {{}, 50, 110, 70};
    role(BlockKind::direction) = {{}, 10, 20, 20};
    return made;
}

std::string planned(const std::vector<Block>& blocks, const PlanOptions& options = {}) {
    Speech speech;
    speech.blocks = blocks;
    const Plan plan = make_plan(speech, {}, style(), options);
    std::string out = "in=" + std::to_string(plan.lead_in_ms) + "\n";
    for (const Utterance& utterance : plan.utterances) out += dump(utterance) + "\n";
    return out;
}

const std::vector<Block> kSpeech = {
    block(BlockKind::heading, "On bread"), block(BlockKind::address, "Sir,"),
    block(BlockKind::paragraph, "One.|Two."), block(BlockKind::direction, "(Applause)"),
    block(BlockKind::paragraph, "Three.")};

}  // namespace

TEST_CASE("pauses are the greater of what both sides ask for") {
    struct Case {
        std::vector<Block> blocks;
        const char* expected;
    };
    const Case cases[] = {
        {{}, "in=100\n"},
        {{block(BlockKind::paragraph, "One.")}, "in=100\n0 paragraph pause=500 [One.]\n"},
        {{block(BlockKind::paragraph, "One.|Two.|Three.")},
         "in=100\n"
         "0 paragraph pause=40 [One.]\n"
         "0 paragraph pause=40 [Two.]\n"
         "0 paragraph pause=500 [Three.]\n"},
        // 80 after a paragraph against 110 before a heading; 70 after it against 90.
        {{block(BlockKind::paragraph, "One."), block(BlockKind::heading, "Two"),
          block(BlockKind::address, "Sir,|Madam,"), block(BlockKind::paragraph, "Three.")},
         "in=100\n"
         "0 paragraph pause=110 [One.]\n"
         "1 heading pause=90 [Two]\n"
         "2 address rate=0.9 range=1.25 pause=45 [Sir,]\n"
         "2 address rate=0.9 range=1.25 pause=95 [Madam,]\n"
         "3 paragraph pause=500 [Three.]\n"},
    };
    for (const Case& each : cases) CHECK(planned(each.blocks) == each.expected);
}

TEST_CASE("directions are left out, or spoken when asked for") {
    CHECK(planned(kSpeech) ==
          "in=100\n"
          "0 heading pause=90 [On bread]\n"
          "1 address rate=0.9 range=1.25 pause=95 [Sir,]\n"
          "2 paragraph pause=40 [One.]\n"
          "2 paragraph pause=80 [Two.]\n"
          "4 paragraph pause=500 [Three.]\n");
    CHECK(planned(kSpeech, {3, true}) ==
          "in=100\n"
          "2 paragraph pause=80 [Two.]\n"
          "3 direction pause=20 [(Applause)]\n"
          "4 paragraph pause=500 [Three.]\n");
}

TEST_CASE("labels and notes are never spoken") {
    const std::vector<Block> blocks = {block(BlockKind::speaker_label, "THE PRESIDENT:"),
                                       block(BlockKind::paragraph, "One."),
                                       block(BlockKind::note, "1 See above.")};
    for (const bool directions : {false, true})
        CHECK(planned(blocks, {0, directions}) == "in=100\n1 paragraph pause=500 [One.]\n");
}

TEST_CASE("a speech may begin at a later sentence") {
    CHECK(planned(kSpeech, {3, false}) ==
          "in=100\n"
          "2 paragraph pause=80 [Two.]\n"
          "4 paragraph pause=500 [Three.]\n");
    CHECK(planned(kSpeech, {4, false}) == "in=100\n4 paragraph pause=500 [Three.]\n");
    CHECK(planned(kSpeech, {5, false}) == "in=100\n");
    CHECK(planned(kSpeech, {500, false}) == "in=100\n");
}

TEST_CASE("an utterance knows its text, language, place and markup") {
    Speech speech;
    speech.blocks = {block(BlockKind::address, "Sir,|Ma'am & all,", 7)};
    speech.blocks[0].language = "en-GB";
    speech.blocks[0].sentences[1].lines = {8, 9};
    const Plan plan = make_plan(speech, {}, style(), {});
    REQUIRE(plan.utterances.size() == 2);
    const Utterance& second = plan.utterances[1];
    CHECK(second.text == "Ma'am & all,");
    CHECK(second.language == "en-GB");
    CHECK(second.lines == LineRange{8, 9});
    CHECK(second.markup == mark_up("Ma'am & all,", {0.9, 1.0, 1.25}));
}
