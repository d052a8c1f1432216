// The tables voices/LANG/say/*.tsv: written, a tab, spoken. "# " begins a comment.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "say/verbalise.hpp"

namespace fs = std::filesystem;
using namespace declaim;

namespace {

const fs::path kVoices = DECLAIM_TEST_VOICES;

struct Row {
    std::string place;
    std::string written;
    std::string spoken;
};

std::vector<Row> read_table(const fs::path& path) {
    std::vector<Row> rows;
    std::ifstream in(path);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line == "#" || line.starts_with("# ")) continue;
        const auto tab = line.find('\t');
        const std::string place =
            fs::relative(path, kVoices).string() + ":" + std::to_string(number);
        if (tab == std::string::npos || line.find('\t', tab + 1) != std::string::npos)
            FAIL(place << ": a row is written, one tab, spoken");
        rows.push_back({place, line.substr(0, tab), line.substr(tab + 1)});
    }
    return rows;
}

std::string spoken(const std::string& written, const SayRules& rules) {
    return spoken_text(written, verbalise(written, rules, say_context({written}, rules)));
}

/// DECLAIM_LANGUAGE ("fr") and DECLAIM_TABLE ("dates") choose what to look at.
bool is_chosen(const char* variable, const std::string& name) {
    const char* only = std::getenv(variable);
    return only == nullptr || name == only;
}

std::vector<std::string> languages() {
    std::vector<std::string> out;
    for (const auto& folder : fs::directory_iterator(kVoices))
        if (const std::string name = folder.path().filename();
            fs::is_directory(folder.path() / "say") && is_chosen("DECLAIM_LANGUAGE", name))
            out.push_back(name);
    std::sort(out.begin(), out.end());
    return out;
}

void check_language(const std::string& language) {
    const SayRules rules = load_say_rules(language, DataPath({kVoices}));
    std::size_t rows = 0;
    for (const auto& entry : fs::directory_iterator(kVoices / language / "say")) {
        if (entry.path().extension() != ".tsv") continue;
        if (!is_chosen("DECLAIM_TABLE", entry.path().stem())) continue;
        for (const Row& row : read_table(entry.path())) {
            INFO(row.place << ": " << row.written);
            CHECK(spoken(row.written, rules) == row.spoken);
            ++rows;
        }
    }
    CHECK(rows > 0);
}

}  // namespace

TEST_CASE("the tables of each language", "[tables]") {
    for (const std::string& language : languages()) SECTION(language) check_language(language);
}

TEST_CASE("every rule of every language has a valid expression", "[tables]") {
    for (const std::string& language : languages()) {
        const SayRules rules = load_say_rules(language, DataPath({kVoices}));
        for (const SayRule& rule : rules.rules) {
            INFO(rule.where);
            CHECK_NOTHROW(pattern_of(rule, rules));
        }
    }
}
