#include "publish/catalogue.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

CatalogueEntry rendered(const std::string& source) {
    CatalogueEntry entry;
    entry.source = source;
    entry.source_hash = "aa";
    entry.settings_hash = "bb";
    entry.ok = true;
    entry.metadata.title = "Bread & \"butter\"\n";
    entry.metadata.date = "2004";
    entry.language = "en";
    entry.seconds = 12.345678;
    entry.sentences = 7;
    entry.skipped = 1;
    entry.warnings = {"a.txt: line 3: a sentence is left out"};
    entry.outputs = {"a.wav", "sub/a.json"};
    return entry;
}

CatalogueEntry failed(const std::string& source) {
    CatalogueEntry entry;
    entry.source = source;
    entry.source_hash = "aa";
    entry.settings_hash = "bb";
    entry.error = "it is empty";
    return entry;
}

/// The sources of a catalogue of that text, or the failure.
std::string loaded(const std::string& text) {
    const TempFolder folder;
    const std::string file = folder.write("catalogue.jsonl", text);
    std::string out;
    std::string failure = failure_of([&] {
        for (const auto& [source, entry] : load_catalogue(file))
            out += source + (entry.ok ? " ok\n" : " " + entry.error + "\n");
    });
    if (const auto at = failure.find(file); at != std::string::npos)
        failure.replace(at, file.size(), "FILE");
    return out + failure;
}

}  // namespace

TEST_CASE("an entry comes back from its line as it was") {
    CatalogueEntry warned = failed("b.txt");
    warned.warnings = {"first", "second"};
    CatalogueEntry passing = failed("c.txt");
    passing.passing = true;
    CatalogueEntry bare;
    bare.ok = true;
    for (const CatalogueEntry& entry :
         {rendered("a.txt"), failed("dir/ü b.txt"), warned, passing, bare, CatalogueEntry{}}) {
        const std::string line = to_line(entry);
        INFO(line);
        CHECK(line.find('\n') == std::string::npos);
        CHECK(entry_from_line(line) == entry);
    }
}

TEST_CASE("a line has the keys that scripts rely on") {
    CatalogueEntry entry = rendered("a.txt");
    CHECK(to_line(entry) ==
          R"({"schema":"declaim.catalogue/1","source":"a.txt","source_hash":"aa",)"
          R"("settings_hash":"bb","status":"ok",)"
          R"("metadata":{"title":"Bread & \"butter\"\n","date":"2004"},"language":"en",)"
          R"("seconds":12.345678,"sentences":7,"skipped":1,"outputs":["a.wav","sub/a.json"],)"
          R"("warnings":["a.txt: line 3: a sentence is left out"]})");
    CHECK(to_line(failed("b.txt")) ==
          R"({"schema":"declaim.catalogue/1","source":"b.txt","source_hash":"aa",)"
          R"("settings_hash":"bb","status":"failed","error":"it is empty","metadata":{}})");
    entry.source = "\xff.txt";
    CHECK(nlohmann::json::parse(to_line(entry)).at("source") == "\ufffd.txt");
}

TEST_CASE("what is no entry is refused") {
    const char* const lines[] = {
        "",
        "{",
        "{}",
        "null",
        "7",
        "[]",
        "\"text\"",
        R"({"schema":"declaim.catalogue/2","source":"a","status":"ok","metadata":{}})",
        R"({"schema":"declaim.catalogue/1","status":"ok","metadata":{}})",
        R"({"schema":"declaim.catalogue/1","source":7,"status":"ok","metadata":{}})",
        R"({"schema":"declaim.catalogue/1","source":"a","metadata":{}})",
        R"({"schema":"declaim.catalogue/1","source":"a","status":"odd","metadata":{}})",
        R"({"schema":"declaim.catalogue/1","source":"a","status":"ok"})",
        R"({"schema":"declaim.catalogue/1","source":"a","status":"ok","metadata":7})",
        R"({"schema":"declaim.catalogue/1","source":"a","status":"ok","metadata":{"title":7}})",
        R"({"schema":"declaim.catalogue/1","source":"a","status":"ok","metadata":{},"outputs":7})",
        R"({"schema":"declaim.catalogue/1","source":"a","status":"ok","metadata":{}} x)",
        "{\"schema\":\"\xff\"}",
    };
    for (const char* line : lines) {
        INFO(line);
        CHECK(failure_of([&] { entry_from_line(line); }) == "data: not a line of a catalogue");
    }
}

TEST_CASE("a catalogue is read by source, the last of each counting") {
    const std::string a = to_line(failed("a.txt")) + "\n";
    const std::string a_later = to_line(rendered("a.txt")) + "\n";
    const std::string b = to_line(failed("b.txt")) + "\n";
    struct Case {
        std::string text;
        const char* expected;
    };
    const Case cases[] = {
        {"", ""},
        {b + a, "a.txt it is empty\nb.txt it is empty\n"},
        {a + b + a_later, "a.txt ok\nb.txt it is empty\n"},
        {a_later + a, "a.txt it is empty\n"},
        {a + "\n" + b, "a.txt it is empty\nb.txt it is empty\n"},
        // Torn, as a power cut leaves it: in the middle of a line, and just before its newline.
        {a + b.substr(0, 20), "a.txt it is empty\n"},
        {a + b.substr(0, b.size() - 1), "a.txt it is empty\n"},
        {b.substr(0, 1), ""},
        {a + "broken\n" + b,
         "data: FILE:2: not a line of a catalogue; mend the line or delete it (its speech is then "
         "rendered anew)"},
        {a + b + "{\"schema\": 3}\n",
         "data: FILE:3: not a line of a catalogue; mend the line or delete it (its speech is then "
         "rendered anew)"},
        {"\n\n" + b.substr(0, 20) + "\n",
         "data: FILE:3: not a line of a catalogue; mend the line or delete it (its speech is then "
         "rendered anew)"},
    };
    for (const Case& each : cases) CHECK(loaded(each.text) == each.expected);
    const TempFolder folder;
    CHECK(load_catalogue(folder / "none.jsonl").empty());
}

TEST_CASE("a catalogue is written in order and read back whole") {
    std::map<std::string, CatalogueEntry> entries;
    for (const char* source : {"c.txt", "a.txt", "b/a.txt"}) entries[source] = rendered(source);
    const std::string text = catalogue_text(entries);
    CHECK(text == to_line(rendered("a.txt")) + "\n" + to_line(rendered("b/a.txt")) + "\n" +
                      to_line(rendered("c.txt")) + "\n");
    const TempFolder folder;
    CHECK(load_catalogue(folder.write("catalogue.jsonl", text)) == entries);
    CHECK(catalogue_text({}).empty());
}

TEST_CASE("names that are not UTF-8 come back from the catalogue byte for byte") {
    std::map<std::string, CatalogueEntry> entries;
    for (const std::string stem : {"f\xe9"
                                   "e",
                                   "f\xe8"
                                   "e",
                                   "\xff", "f\u00e9e"}) {
        CatalogueEntry entry = rendered(stem + ".txt");
        entry.outputs = {stem + ".wav", "plain.json"};
        CHECK(entry_from_line(to_line(entry)) == entry);
        entries[entry.source] = entry;
    }
    REQUIRE(entries.size() == 4);
    const TempFolder folder;
    CHECK(load_catalogue(folder.write("catalogue.jsonl", catalogue_text(entries))) == entries);
    // Readers that want text find it too; names that are text need no bytes beside them.
    const auto json = nlohmann::json::parse(to_line(entries.at("\xff.txt")));
    CHECK(json.at("source") == "\ufffd.txt");
    CHECK(json.at("source_hex") == "ff2e747874");
    CHECK_FALSE(nlohmann::json::parse(to_line(entries.at("f\u00e9e.txt"))).contains("source_hex"));
    CHECK(failure_of([] {
              entry_from_line(R"({"schema":"declaim.catalogue/1","source":"a","source_hex":"zz",)"
                              R"("status":"ok","metadata":{}})");
          }) == "data: not a line of a catalogue");
}
