#include "model/explain.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace declaim;

namespace {

std::string told(const std::vector<Explained>& lines) {
    std::string out;
    for (const Explained& line : lines)
        out += fmt::format("{}{}{} [{}]{}\n", line.line, "+-~="[static_cast<int>(line.fate)],
                           line.rule, line.text, line.to.empty() ? "" : " " + line.to);
    return out;
}

Block block(BlockKind kind, int first, int last) {
    Block out;
    out.kind = kind;
    out.text = "x";
    out.rows = {first, last};
    return out;
}

}  // namespace

TEST_CASE("every row is told with its rule, and its rewrites below it") {
    Speech speech;
    speech.rows = {
        {1, "Menu", "navigation", false}, {3, "ANN: Dear all, we want a pro-", "", false},
        {4, "gramme[1] now.", "", false}, {4, "Ad", "advertisement", false},
        {4, "It[1] goes on.", "", false}, {9, "Kept", "", true},
        {10, "00:01", "", false},         {11, "End.", "", false}};
    speech.blocks = {block(BlockKind::speaker_label, 1, 1), block(BlockKind::address, 1, 1),
                     block(BlockKind::paragraph, 1, 4), block(BlockKind::paragraph, 5, 5),
                     block(BlockKind::paragraph, 5, 7)};
    speech.blocks[4].rows = {6, 7};
    speech.rewritten = {{"pro- gramme", "programme", "hyphen", {3, 4}, 1},
                        {"[1]", "", "footnote mark", {4, 4}, 2},
                        {"[1]", "", "footnote mark", {4, 4}, 4},
                        {"00:01", "", "caption time", {10, 10}, 6}};
    CHECK(told(explain(speech, {})) ==
          "1-navigation [Menu]\n"
          "3+speaker_label + address + paragraph [ANN: Dear all, we want a pro-]\n"
          "3~hyphen [pro- gramme] programme\n"
          "4+paragraph [gramme[1] now.]\n"
          "4~footnote mark [[1]]\n"
          "4-advertisement [Ad]\n"
          "4+paragraph [It[1] goes on.]\n"
          "4~footnote mark [[1]]\n"
          "9+paragraph, by hand [Kept]\n"
          "10~caption time [00:01]\n"
          "11+paragraph [End.]\n");
}

TEST_CASE("a rewrite of no row is not told") {
    Speech speech;
    CHECK(explain(speech, {}).empty());
    speech.rewritten = {{"a", "", "bullet", {9, 9}, 9}, {"a", "", "bullet", {9, 9}, -1}};
    CHECK(explain(speech, {}).empty());
}

TEST_CASE("what is said otherwise than written is told below the row its sentence begins in") {
    Speech speech;
    speech.rows = {{3, "In 2004", "", false}, {4, "we met. No. 10", "", false}};
    Block paragraph = block(BlockKind::paragraph, 0, 1);
    paragraph.text = "In 2004 we met. No. 10";
    paragraph.sentences = {{{0, 15}, {3, 4}}, {{16, 22}, {4, 4}}};
    Block note = block(BlockKind::note, 1, 1);
    note.sentences = {{{0, 1}, {4, 4}}};
    speech.blocks = {paragraph, note};
    const Script script{
        {{{{3, 7}, "two thousand four", "year"}}, {{{0, 6}, "No. 10", "lexicon", "x", "nʌmbə"}}},
        {{{{0, 1}, "never said", "note"}}}};
    CHECK(told(explain(speech, script)) ==
          "3+paragraph [In 2004]\n"
          "3=year [2004] two thousand four\n"
          "4+paragraph + note [we met. No. 10]\n"
          "4=lexicon [No. 10] /nʌmbə/\n");
}
