#include "say/lexicon_foreign.hpp"

#include <catch2/catch.hpp>

#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;

TEST_CASE("words that a language does not spell so", "[lexicon]") {
    const DataPath data({DECLAIM_TEST_VOICES});
    struct Row {
        std::string language, word;
        bool letter, sequence;
    };
    const std::vector<Row> rows{
        {"en", "zhvania", false, true},    {"en", "szczecin", false, true},
        {"en", "réunion", true, false},    {"en", "parliament", false, false},
        {"en", "sheffield", false, false}, {"en-GB", "zhvania", false, true},
        {"fr", "château", false, false},   {"fr", "łódź", true, false},
        {"fr", "washington", false, true}, {"de", "straße", false, false},
        {"de", "bordeaux", false, true},   {"es", "españa", false, false},
        {"es", "schmidt", false, true},    {"it", "kennedy", true, false},
        {"pl", "łódź", false, false},      {"pl", "versailles", true, false},
        {"ru", "россия", false, false},    {"ru", "nato", true, false},
        {"sv", "zhvania", false, false},   {"en", "", false, false},
    };
    for (const Row& row : rows) {
        INFO(row.language << " " << row.word);
        const Spelling spelling = load_spelling(row.language, data);
        CHECK(has_foreign_letter(row.word, spelling) == row.letter);
        CHECK(has_foreign_sequence(row.word, spelling) == row.sequence);
    }
}

TEST_CASE("a wrong spelling file is refused", "[lexicon]") {
    const test::TempFolder folder;
    folder.write("xx/spelling.toml", "letters = 3\n");
    CHECK(test::failure_of([&] {
              load_spelling("xx", DataPath({folder.path()}));
          }).find("spelling.toml:1:") != std::string::npos);
}
