#include "app/turns.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "support/labelled_speech.hpp"

using namespace declaim;
using declaim::test::labelled_speech;

namespace {

/// "main DOE, asks Q | 0 1 1 2": who speaks, and whose each block is; "♀" and "♂" where it is told.
std::string turns_of(const Speech& speech) {
    const Turns turns = find_turns(speech, DataPath({DECLAIM_TEST_VOICES}));
    std::string out;
    for (const Speaker& speaker : turns.speakers)
        out += fmt::format("{}{}{}{}{}", out.empty() ? "" : ", ", speaker.main ? "main " : "",
                           speaker.asks ? "asks " : "", speaker.label,
                           speaker.gender == "female" ? " ♀"
                           : speaker.gender == "male" ? " ♂"
                                                      : "");
    out += " |";
    for (const std::size_t who : turns.of_block) out += fmt::format(" {}", who);
    return out;
}

}  // namespace

TEST_CASE("the turns of a speech are told by its labels") {
    struct Case {
        std::vector<const char*> blocks;
        const char* speaker;
        const char* role;
        const char* expected;
    };
    const Case cases[] = {
        {{"One.", "Two."}, "Jane Doe", nullptr, " | 0 0"},
        // A speech and its questions.
        {{"One and two and three.", "Q:", "Why?", "JANE DOE:", "Because."},
         "Jane Doe",
         nullptr,
         "asks Q, main JANE DOE | 0 1 1 2 2"},
        {{"MINISTER DOE:", "One.", "Ms. SMITH:", "Two.", "DOE:", "Three."},
         "Jane Doe",
         nullptr,
         "main MINISTER DOE, Ms. SMITH ♀ | 1 1 2 2 1 1"},
        {{"QUESTION:", "Why?", "A:", "So."}, nullptr, nullptr, "asks QUESTION, main A | 1 1 2 2"},
        // An office that the metadata name, and another that holds the word.
        {{"THE PRESIDENT:", "One.", "VICE PRESIDENT:", "Two two two."},
         "Jane Doe",
         "President of Ruritania",
         "main THE PRESIDENT, VICE PRESIDENT | 1 1 2 2"},
        // Nothing tells: who says most, unless more is said under no label.
        {{"JANE DOE:", "One two three.", "JOHN SMITH (smiling):", "One."},
         nullptr,
         nullptr,
         "main JANE DOE, JOHN SMITH | 1 1 2 2"},
        {{"A long speech without a label.", "JOHN SMITH:", "One.", "MODERATOR:", "Two."},
         nullptr,
         nullptr,
         "JOHN SMITH, MODERATOR | 0 1 1 2 2"},
        // Only the questions have labels.
        {{"Q:", "Why?", "Because.", "So it is.", "Q:", "(Laughter)", "And now?", "Well."},
         nullptr,
         nullptr,
         "asks Q | 1 1 0 0 1 1 1 0"},
        {{"JANE DOE:", "One two.", "# Part II", "Three.", "JOHN SMITH:", "Four."},
         nullptr,
         nullptr,
         "main JANE DOE, JOHN SMITH | 1 1 0 1 2 2"},
    };
    for (const Case& each : cases) {
        Speech speech = labelled_speech(each.blocks);
        if (each.speaker != nullptr) speech.metadata.speaker = each.speaker;
        if (each.role != nullptr) speech.metadata.role = each.role;
        CHECK(turns_of(speech) == each.expected);
    }
}

TEST_CASE("labels are compared without case, mark, titles and asides") {
    const Turns turns = find_turns(
        labelled_speech({"MINISTER JANE DOE (smiling):", "One.", "JOHN SMITH:", "Two.",
                         "ANNA SMITH:", "Three.", "Q:", "Four?", "Le Président :", "Five."}),
        DataPath({DECLAIM_TEST_VOICES}));
    struct Case {
        const char* label;
        std::size_t expected;
    };
    const Case cases[] = {{"minister jane doe", 1},
                          {"Jane Doe", 1},
                          {"DOE:", 1},
                          {"Mr. John Smith", 2},
                          {"Smith", 0},
                          {"anna smith", 3},
                          {"q", 4},
                          {"Q:", 4},
                          {"president", 0},
                          {"président", 5},
                          {"Bob", 0},
                          {"", 0}};
    for (const Case& each : cases) {
        INFO(each.label);
        CHECK(turns.find(each.label) == each.expected);
    }
}
