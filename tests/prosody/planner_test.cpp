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

TEST_CASE("the end of a speech, questions and what begins alike have a manner of their own") {
    Style with = style();
    with.closing.prosody.rate = 1.25;
    with.last = {{0.75, 1.0, 1.0}, 200};
    with.thanks = {{1.0, 1.5, 1.0}, 300, 20};
    with.floor = {{1.0, 0.8, 1.0}, 150, 160};
    with.question = {{1.0, 1.0, 1.2}, 0, 70};
    with.exclamation.prosody.range = 1.3;
    with.anaphora = {{1.0, 1.1, 1.0}, 1, 0, 2.0, 2};
    Phrasing words;
    words.thanks = {"thank you"};
    words.questioners = {"question"};
    struct Case {
        std::vector<Block> blocks;
        const char* expected;
    };
    using enum BlockKind;
    const Case cases[] = {
        {{block(paragraph, "One."), block(paragraph, "Two.|Three."),
          block(paragraph, "Thank you all!")},
         "0 paragraph pause=80 [One.]\n"
         "1 paragraph rate=1.25 pause=200 [Two.]\n"
         "1 paragraph rate=0.9375 pause=300 [Three.]\n"
         "2 paragraph pitch=1.5 range=1.3 pause=500 [Thank you all!]\n"},
        // Thanks in the closing paragraph; a speech of one sentence has no end.
        {{block(paragraph, "One.|Two.|\u201cThank you.\u201d")},
         "0 paragraph rate=1.25 pause=200 [One.]\n"
         "0 paragraph rate=0.9375 pause=300 [Two.]\n"
         "0 paragraph pitch=1.5 pause=500 [\u201cThank you.\u201d]\n"},
        {{block(paragraph, "One.")}, "0 paragraph pause=500 [One.]\n"},
        {{block(paragraph, "Why?|\u201cWhy?\u201d|No!"), block(heading, "Why?"),
          block(paragraph, "A.|B.")},
         "0 paragraph range=1.2 pause=70 [Why?]\n"
         "0 paragraph range=1.2 pause=70 [\u201cWhy?\u201d]\n"
         "0 paragraph range=1.3 pause=110 [No!]\n"
         "1 heading pause=70 [Why?]\n"
         "2 paragraph rate=1.25 pause=200 [A.]\n"
         "2 paragraph rate=0.9375 pause=500 [B.]\n"},
        // From the label of one who asks to the next label.
        {{block(speaker_label, "Question:"), block(paragraph, "Is it so?"),
          block(speaker_label, "Ms Q. Question:"), block(paragraph, "It is."),
          block(paragraph, "Now."), block(paragraph, "End.")},
         "1 paragraph pitch=0.8 range=1.2 pause=160 [Is it so?]\n"
         "3 paragraph pause=80 [It is.]\n"
         "4 paragraph pause=200 [Now.]\n"
         "5 paragraph rate=0.9375 pause=500 [End.]\n"},
        {{block(paragraph, "We will go.|We will, too.|We WILL!|Will we."),
          block(paragraph, "End.")},
         "0 paragraph pause=80 [We will go.]\n"
         "0 paragraph pitch=1.1 pause=80 [We will, too.]\n"
         "0 paragraph pitch=1.1 range=1.3 pause=40 [We WILL!]\n"
         "0 paragraph pause=200 [Will we.]\n"
         "1 paragraph rate=0.9375 pause=500 [End.]\n"},
    };
    for (const Case& each : cases) {
        Speech speech;
        speech.blocks = each.blocks;
        PlanOptions options;
        options.phrasing["en"] = words;
        std::string out;
        for (const Utterance& utterance : make_plan(speech, {}, with, options).utterances)
            out += dump(utterance) + "\n";
        CHECK(out == each.expected);
    }
}

TEST_CASE("a sentence is said alike wherever the speech is begun") {
    Style with = style();
    with.anaphora = {{1.0, 1.1, 1.0}, 3, 0, 2.0, 2};
    with.last.prosody.rate = 0.8;
    Speech speech;
    speech.blocks = {block(BlockKind::paragraph, "We will go.|We will stay.|We will win.")};
    const Plan whole = make_plan(speech, {}, with, {});
    const Plan part = make_plan(speech, {}, with, {2, false});
    REQUIRE(part.utterances.size() == 1);
    CHECK(part.utterances[0] == whole.utterances[2]);
}

TEST_CASE("the quotations of a block reach into its sentences") {
    Style with = style();
    with.quotation = {{1.0, 1.2, 1.0}, 0, 0, 3};
    Speech speech;
    speech.blocks = {
        block(BlockKind::paragraph, "He said: \u201cWe go.|We stay.|We win\u201d and left.")};
    std::string out;
    for (const Utterance& utterance : make_plan(speech, {}, with, {}).utterances)
        for (const Phrase& phrase : utterance.phrases)
            out +=
                utterance.text.substr(phrase.where.begin, phrase.where.end - phrase.where.begin) +
                (phrase.prosody.pitch > 1 ? "+|" : "|");
    CHECK(out == "He said: |\u201cWe go.+|We stay.+|We win\u201d +|and left.|");
}
