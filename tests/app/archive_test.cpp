#include "app/archive.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/signals.hpp"
#include "base/unique_fd.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;
using Catch::Matchers::EndsWith;
namespace fs = std::filesystem;

// These speak with the real engine, a word or two at a time.

namespace {

/// Three small speeches and the archive made of them.
struct Trial {
    TempFolder folder;
    ArchiveRequest request;

    Trial() {
        folder.write("in/a.txt", "Yes.\n");
        folder.write("in/b.txt", "No.\n");
        folder.write("in/sub/c.txt", "So.\n");
        request.inputs = {(folder / "in").string()};
        request.folder = (folder / "out").string();
        request.formats = {"wav"};
        request.speech.language = "en";
        request.speech.raw = true;
        request.jobs = 2;
    }

    /// "rendered 3 unchanged 0 failed 0", or the failure.
    std::string run() const {
        std::string out;
        const std::string failure = failure_of([&] {
            std::size_t told = 0;
            const ArchiveReport report = archive(request, DataPath({DECLAIM_TEST_VOICES}), {},
                                                 [&](const CatalogueEntry&) { ++told; });
            CHECK(told == report.rendered + report.failed);
            CHECK_FALSE(report.stopped);
            out = fmt::format("rendered {} unchanged {} failed {}", report.rendered,
                              report.unchanged, report.failed);
            for (const std::string& source : report.to_do)
                out += " " + fs::path(source).filename().string();
        });
        return failure.empty() ? out : failure;
    }

    [[nodiscard]] std::string catalogue() const { return folder.read("out/catalogue.jsonl"); }
    [[nodiscard]] bool has(const std::string& name) const { return fs::exists(folder / name); }
};

}  // namespace

TEST_CASE("an archive renders what is new or changed, and nothing else") {
    Trial trial;
    CHECK(trial.run() == "rendered 3 unchanged 0 failed 0");
    for (const char* name : {"out/a.wav", "out/b.wav", "out/sub/c.wav"}) CHECK(trial.has(name));
    const std::string first = trial.catalogue();
    const auto entries = load_catalogue(trial.folder / "out/catalogue.jsonl");
    REQUIRE(entries.size() == 3);
    const CatalogueEntry& c = entries.at((trial.folder / "in/sub/c.txt").string());
    CHECK(c.ok);
    CHECK(c.language == "en");
    CHECK(c.sentences == 1);
    CHECK(c.skipped == 0);
    CHECK(c.seconds > 0.3);
    CHECK(c.outputs == std::vector<std::string>{"sub/c.wav"});

    CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");
    CHECK(trial.catalogue() == first);

    const std::string sound = trial.folder.read("out/a.wav");
    trial.folder.write("in/a.txt", "Yes, yes.\n");
    CHECK(trial.run() == "rendered 1 unchanged 2 failed 0");
    CHECK(trial.folder.read("out/a.wav") != sound);

    fs::remove(trial.folder / "out/b.wav");
    CHECK(trial.run() == "rendered 1 unchanged 2 failed 0");
    CHECK(trial.has("out/b.wav"));

    trial.request.speech.pitch = 60;  // all sound depends on it
    trial.request.dry_run = true;
    CHECK(trial.run() == "rendered 0 unchanged 0 failed 0 a.txt b.txt c.txt");
    trial.request.speech.pitch.reset();
    CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");
    trial.request.force = true;
    CHECK(trial.run() == "rendered 0 unchanged 0 failed 0 a.txt b.txt c.txt");
}

TEST_CASE("a sidecar that comes, changes or goes renders its speech anew, and no other") {
    Trial trial;
    trial.request.formats = {"ssml"};
    trial.request.speech.raw = false;
    trial.folder.write("in/a.txt", "We are here.\n\nIt is late.\n");
    CHECK(trial.run() == "rendered 3 unchanged 0 failed 0");
    for (const char* text : {"drop = 'late'\n", "drop = 'here'\n"}) {
        trial.folder.write("in/a.txt.toml", text);
        CHECK(trial.run() == "rendered 1 unchanged 2 failed 0");
        CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");
    }
    CHECK_THAT(trial.folder.read("out/a.ssml"), Contains("late") && !Contains("We are"));
    trial.folder.write("in/a.txt.toml", "drop = '('\n");
    CHECK(trial.run() == "rendered 0 unchanged 2 failed 1");
    CHECK_THAT(trial.catalogue(), Contains("a.txt.toml:1:8: error: "));
    fs::remove(trial.folder / "in/a.txt.toml");
    CHECK(trial.run() == "rendered 1 unchanged 2 failed 0");
    trial.request.speech.drop = {"late"};
    CHECK(trial.run() == "rendered 3 unchanged 0 failed 0");
    trial.request.speech.drop = {"(late"};
    CHECK_THAT(trial.run(), Contains("usage: --drop '(late'"));
}

TEST_CASE("with force all is rendered again, and sounds the same") {
    Trial trial;
    trial.request.formats = {"wav", "json"};
    trial.run();
    const std::string sound = trial.folder.read("out/sub/c.wav");
    const std::string times = trial.folder.read("out/sub/c.json");
    const std::string catalogue = trial.catalogue();
    trial.request.force = true;
    trial.request.jobs = 5;
    CHECK(trial.run() == "rendered 3 unchanged 0 failed 0");
    CHECK(trial.folder.read("out/sub/c.wav") == sound);
    CHECK(trial.folder.read("out/sub/c.json") == times);
    CHECK(trial.catalogue() == catalogue);
}

TEST_CASE("a speech that fails is noted, and the rest are rendered") {
    Trial trial;
    trial.request.formats = {"ssml"};  // needs no engine
    trial.folder.write("in/b.txt", "");
    CHECK(trial.run() == "rendered 2 unchanged 0 failed 1");
    CHECK_FALSE(trial.has("out/b.ssml"));
    const auto entries = load_catalogue(trial.folder / "out/catalogue.jsonl");
    REQUIRE(entries.size() == 3);
    const CatalogueEntry& b = entries.at((trial.folder / "in/b.txt").string());
    CHECK_FALSE(b.ok);
    CHECK_THAT(b.error, Contains((trial.folder / "in/b.txt").string()));

    CHECK(trial.run() == "rendered 0 unchanged 2 failed 1");  // it is tried again
    trial.folder.write("in/b.txt", "No.\n");
    CHECK(trial.run() == "rendered 1 unchanged 2 failed 0");
    CHECK(trial.has("out/b.ssml"));
}

TEST_CASE("a document that cannot be read is a failure of its own") {
    Trial trial;
    trial.request.formats = {"ssml"};
    fs::remove(trial.folder / "in/b.txt");
    fs::create_directory(trial.folder / "dir.txt");
    fs::create_symlink(trial.folder / "dir.txt", trial.folder / "in/b.txt");
    CHECK(trial.run() == "rendered 2 unchanged 0 failed 0");  // a folder is no document
    fs::create_directories(trial.folder / "out/b.ssml");      // where an output would go
    fs::remove(trial.folder / "in/b.txt");
    trial.folder.write("in/b.txt", "No.\n");
    CHECK(trial.run() == "rendered 0 unchanged 2 failed 1");
}

TEST_CASE("a dry run makes nothing") {
    Trial trial;
    trial.request.dry_run = true;
    CHECK(trial.run() == "rendered 0 unchanged 0 failed 0 a.txt b.txt c.txt");
    CHECK_FALSE(trial.has("out"));
}

TEST_CASE("a torn catalogue costs the speech of its last line, and no later run") {
    Trial trial;
    trial.request.formats = {"ssml"};
    CHECK(trial.run() == "rendered 3 unchanged 0 failed 0");
    const std::string whole = trial.catalogue();
    const std::string torn = whole.substr(0, whole.size() - 20);
    trial.folder.write("out/catalogue.jsonl", torn);
    CHECK(trial.run() == "rendered 1 unchanged 2 failed 0");
    CHECK(trial.catalogue() == whole);

    // A run that is broken off after it has noted a speech leaves a catalogue that can be read.
    trial.folder.write("out/catalogue.jsonl", torn);
    CHECK(failure_of([&] {
              archive(trial.request, DataPath({DECLAIM_TEST_VOICES}), {},
                      [](const CatalogueEntry&) { throw Interrupted(15); });
          }) == "interrupted 15");
    CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");
}

TEST_CASE("a run that is broken off keeps what it has done") {
    Trial trial;
    trial.request.formats = {"ssml"};
    trial.request.jobs = 1;
    std::size_t told = 0;
    CHECK(failure_of([&] {
              archive(trial.request, DataPath({DECLAIM_TEST_VOICES}), {},
                      [&](const CatalogueEntry&) {
                          if (++told == 2) throw Interrupted(2);
                      });
          }) == "interrupted 2");
    CHECK(trial.run() == "rendered 1 unchanged 2 failed 0");
}

TEST_CASE("a run that cannot go on says why") {
    Trial trial;
    trial.request.formats = {"ssml"};
    CHECK(trial.run() == "rendered 3 unchanged 0 failed 0");
    const std::string whole = trial.catalogue();
    trial.folder.write("out/catalogue.jsonl", "broken\n" + whole);
    CHECK_THAT(trial.run(), Contains("data: ") && Contains("catalogue.jsonl:1: "));
    trial.folder.write("out/catalogue.jsonl", whole);

    {
        const UniqueFd lock(::open((trial.folder / "out/.lock").c_str(), O_RDWR | O_CLOEXEC));
        REQUIRE(::flock(lock.get(), LOCK_EX) == 0);
        CHECK_THAT(trial.run(), Contains("output: another run is at work in "));
        trial.request.dry_run = true;  // looks only, and may
        CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");
        trial.request.dry_run = false;
    }
    CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");

    trial.request.formats = {"ssml", "odd"};
    CHECK_THAT(trial.run(), Contains("usage: ") && EndsWith(".wav, .json, .ssml"));
    trial.request.formats = {"ssml"};
    trial.request.folder = trial.folder.write("file", "") + "/out";
    CHECK_THAT(trial.run(), Contains("output: cannot make the folder "));
    trial.request.inputs = {(trial.folder / "none").string()};
    CHECK_THAT(trial.run(), Contains("input: no such file or folder: "));
}

TEST_CASE("what a killed run left behind is removed, and no other hidden file") {
    Trial trial;
    trial.request.formats = {"ssml"};
    CHECK(trial.run() == "rendered 3 unchanged 0 failed 0");
    const char* const stale[] = {"out/.a.ssml.AbC123.part", "out/sub/.c.ssml.xYz789.part"};
    const char* const kept[] = {"out/.notes",     "out/.part",         "out/.a.part",
                                "out/a.123.part", "out/sub/.c.ssml.x", "in/.a.txt.AbC123.part"};
    for (const char* name : stale) trial.folder.write(name, "half a speech");
    for (const char* name : kept) trial.folder.write(name, "mine");
    trial.request.dry_run = true;  // looks only
    CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");
    for (const char* name : stale) CHECK(trial.has(name));
    trial.request.dry_run = false;
    CHECK(trial.run() == "rendered 0 unchanged 3 failed 0");
    for (const char* name : stale) CHECK_FALSE(trial.has(name));
    for (const char* name : kept) CHECK(trial.folder.read(name) == "mine");
}

TEST_CASE("file names that are not UTF-8 are kept apart and known again") {
    Trial trial;
    trial.request.formats = {"ssml"};
    const std::string names[] = {
        "f\xe9"
        "e",
        "f\xe8"
        "e"};
    for (const std::string& name : names) trial.folder.write("latin/" + name + ".txt", "Yes.\n");
    trial.request.inputs = {(trial.folder / "latin").string()};
    CHECK(trial.run() == "rendered 2 unchanged 0 failed 0");
    const std::string catalogue = trial.catalogue();
    CHECK(std::count(catalogue.begin(), catalogue.end(), '\n') == 2);
    const auto entries = load_catalogue(trial.folder / "out/catalogue.jsonl");
    for (const std::string& name : names) {
        CHECK(trial.has("out/" + name + ".ssml"));
        const auto found = entries.find((trial.folder / ("latin/" + name + ".txt")).string());
        REQUIRE(found != entries.end());
        CHECK(found->second.outputs == std::vector<std::string>{name + ".ssml"});
    }
    CHECK(trial.run() == "rendered 0 unchanged 2 failed 0");
    CHECK(trial.catalogue() == catalogue);
}
