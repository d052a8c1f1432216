#include "text/tidy.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "model/dump.hpp"
#include "support.hpp"

using namespace declaim;

namespace {

/// The text after tidying, '/' between the lines, then what was taken out.
std::string tidied(const std::string& text, const char* language = "en") {
    Page page = read_text(text);
    const std::vector<Rewritten> rewritten = tidy(page, test::rules_for(language));
    std::string out;
    for (const PageLine& line : page.lines)
        out += (out.empty() ? "" : "/") + std::string(line.note ? "note:" : "") + line.text;
    for (const Rewritten& change : rewritten) out += " {" + change.from + "}";
    return out;
}

/// How often each character stands in a text, white space left out.
void count(std::map<char, int>& counts, const std::string& text, int sign) {
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '\f') counts[c] += sign;
}

/// Every character is in a block, was dropped, or was rewritten.
bool owned(const std::string& text) {
    const Speech speech = test::read(text);
    std::map<char, int> counts;
    count(counts, text, 1);
    for (const Block& block : speech.blocks) count(counts, block.text, -1);
    for (const Dropped& dropped : speech.dropped) count(counts, dropped.text, -1);
    for (const Rewritten& change : speech.rewritten) {
        count(counts, change.from, -1);
        count(counts, change.to, 1);
    }
    for (const auto& entry : counts)
        if (entry.second != 0) return false;
    return true;
}

}  // namespace

TEST_CASE("tidy: marks of footnotes") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"It was cold.1 Nobody came.", "It was cold. Nobody came. {1}"},
        {"It was cold.”12 Nobody came.", "It was cold.” Nobody came. {12}"},
        {"The end of the war[12] came.", "The end of the war came. {[12]}"},
        {"It was cold.[3] Nobody came.", "It was cold. Nobody came. {[3]}"},
        {"Nobody came.² The hall¹ was empty.", "Nobody came. The hall was empty. {²} {¹}"},
        // No marks.
        {"He said it were [sic] cold.", "He said it were [sic] cold."},
        {"The war [1914] was long.", "The war [1914] was long."},
        {"The war[1914] was long.", "The war[1914] was long."},
        {"The G7 met, and the G20.", "The G7 met, and the G20."},
        {"Vitamin B12 is good.", "Vitamin B12 is good."},
        {"A hall of 20 m² or 3 km².", "A hall of 20 m² or 3 km²."},
        {"It is 10² or 2.5 at 3.15 p.m. today.", "It is 10² or 2.5 at 3.15 p.m. today."},
        {"See No.5 Downing Street and fig.2 Below.", "See No.5 Downing Street and fig.2 Below."},
        {"First (1), then (2).", "First (1), then (2)."},
        {"It was cold (1) and dark.", "It was cold (1) and dark."},
        {"In John 3:16 it says so.", "In John 3:16 it says so."},
        {"Word1 and word2.", "Word1 and word2."},
    };
    for (const auto& [text, expected] : cases) {
        CHECK(tidied(text) == expected);
        CHECK(owned(text));
    }
}

TEST_CASE("tidy: marks that the notes at the foot show") {
    CHECK(tidied("The hall(1) was empty, said Bush,2 and cold3.\n\nSo it was.\n\nNotes\n"
                 "1. The old hall.\n2. The elder.\n3. In May.") ==
          "The hall was empty, said Bush, and cold./So it was./note:Notes/note:1. The old hall./"
          "note:2. The elder./note:3. In May. {(1)} {2} {3}");
    CHECK(tidied("The hall [1] was empty.\n\n[1] The old hall,\nas we said.\n\nHome") ==
          "The hall was empty./note:[1] The old hall,/note:as we said./Home {[1]}");
    // A list at the end is no list of notes, nor are years and numbers marks.
    CHECK(tidied("We want three things.\n\n1. Peace.\n2. Bread.\n3. Land.") ==
          "We want three things./1. Peace./2. Bread./3. Land.");
    CHECK(tidied("Nobody came.7 So it was.\n\n1. Peace.\n2. Bread.") ==
          "Nobody came. So it was./1. Peace./2. Bread. {7}");
}

TEST_CASE("tidy: marks of pages, columns and times") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"I ask the [[Page H1234]] gentleman to yield.",
         "I ask the gentleman to yield. {[[Page H1234]]}"},
        {"I ask [Page 12], once more.", "I ask, once more. {[Page 12]}"},
        {"I ask {time} 1345 the House.", "I ask the House. {{time} 1345}"},
        {"I ask<pagenum>12</pagenum> the House.", "I ask the House. {<pagenum>12</pagenum>}"},
        {"I ask <pb n=\"3\"/> the House.", "I ask the House. {<pb n=\"3\"/>}"},
        {"Ich frage [Seite 3] das Haus.", "Ich frage das Haus. {[Seite 3]}"},
        {"See [page] and [the page 3 of it].", "See [page] and [the page 3 of it]."},
        {"It is [in time] and {so}.", "It is [in time] and {so}."},
        {"[[Page H1234]]", "[[Page H1234]]"},
        {"We <p>go</p> on <time>today</time>.", "We <p>go</p> on <time>today</time>."},
    };
    for (const auto& [text, expected] : cases) {
        CHECK(tidied(text) == expected);
    }
}

TEST_CASE("tidy: stage directions in the middle of a sentence") {
    CHECK(tidied("The river (Applause) is ours.") == "The river is ours. {(Applause)}");
    CHECK(tidied("The river [laughter], so to say, is ours.") ==
          "The river [laughter], so to say, is ours.");
    CHECK(tidied("The arts (music, dance) and sports.") == "The arts (music, dance) and sports.");
    CHECK(tidied("The arts (music) and sports.") == "The arts (music) and sports.");
    CHECK(tidied("It is so. (Applause) We go.") == "It is so. (Applause) We go.");
}

TEST_CASE("tidy: every character is owned") {
    CHECK(
        owned("It is late, and the co-\noperation of the hard-\nworking people of the valley\n"
              "has come to nothing much.\n\n- one\n- two\n\n[[Page H12]]\n\nThe [[Page H13]] end.1 "
              "So.\n\n* three\n* four\n\n1 A note.\n"));
    const Speech speech = test::read(
        "We have come a long way since then, and the long road of co-\n"
        "operation is long and the work is hard, but nobody in the\nroom was afraid of it.\n\n"
        "- one\n- two\n");
    std::string changes;
    for (const Rewritten& change : speech.rewritten)
        changes += change.reason + ": " + change.from + " -> " + change.to + "\n";
    CHECK(changes == "hyphen: co- operation -> cooperation\nbullet: - -> \nbullet: - -> \n");
}

TEST_CASE("tidy: a page mark on a line of its own does not part a sentence") {
    for (const char* mark : {"[[Page H1234]]", "[Page 12]", "Page 12 of 40", "Column 12",
                             "3 Feb 2004 : Column 12", "{time} 1345", "<pagenum>12</pagenum>"}) {
        CAPTURE(mark);
        const std::string prose =
            "We have come a long way since then, and we will go further still, because\n"
            "the road is long and the work is hard, but nobody in this room has";
        const Speech speech = test::read(
            prose + " slept.\n\n" + prose + "\n\n" + std::string(mark) +
            "\n\nbeen afraid of work or of the hours it takes, and so I say that we will go on.\n");
        CHECK(speech.blocks.size() == 2);
        CHECK(speech.dropped.size() == 1);
    }
}
