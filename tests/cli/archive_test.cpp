#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/skipped.hpp"
#include "support/small_disk.hpp"
#include "support/temp_folder.hpp"

using namespace declaim::test;
using Catch::Contains;
using Json = nlohmann::json;
namespace fs = std::filesystem;
using namespace std::string_literals;

namespace {

/// The lines of a catalogue by the name of their source.
std::map<std::string, Json> catalogue_of(const fs::path& archive) {
    std::map<std::string, Json> lines;
    std::istringstream in(read_text_file(archive / "catalogue.jsonl"));
    for (std::string line; std::getline(in, line);) {
        const Json json = Json::parse(line);
        CHECK(json["schema"] == "declaim.catalogue/1");
        CHECK(lines.emplace(fs::path(json["source"].get<std::string>()).filename(), json).second);
    }
    return lines;
}

std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder));
    std::sort(names.begin(), names.end());
    return names;
}

std::map<std::string, fs::file_time_type> times_of(const fs::path& folder) {
    std::map<std::string, fs::file_time_type> times;
    for (const std::string& name : files_in(folder))
        if (name.ends_with(".wav")) times[name] = fs::last_write_time(folder / name);
    return times;
}

Ended run_archive(const fs::path& in, const fs::path& out, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"archive", in, "-d", out});
    return run_program({.args = more});
}

/// Three speeches that can be read, one in a folder of its own, and one that cannot.
void write_speeches(const TempFolder& folder) {
    folder.write("in/one.txt", "The tide came in, and nobody minded it.\n");
    folder.write("in/two.txt", "Ladies and Gentlemen,\n\nThe tide went out again.\n");
    folder.write("in/later/three.txt", "Nobody minded that either.\n");
    folder.write("in/broken.txt", "text\0\1\2\3 text\0"s);
    folder.write("in/picture.png", "not a document by its name");
}

}  // namespace

TEST_CASE("an archive holds every speech that can be read and names the one that cannot") {
    const TempFolder folder;
    write_speeches(folder);
    const Ended ended = run_archive(folder / "in", folder / "out", {"-j", "2"});
    INFO(ended.err);
    CHECK(ended.code == 3);
    CHECK(ended.out == "");
    CHECK(ended.left == 0);
    CHECK_THAT(ended.err, Contains("broken.txt: this is a binary file") && Contains("3 rendered") &&
                              Contains("1 failed") && Contains("catalogue.jsonl"));
    CHECK(files_in(folder / "out") == std::vector<std::string>{".lock", "catalogue.jsonl",
                                                               "later/three.json",
                                                               "later/three.wav", "one.json",
                                                               "one.wav", "two.json", "two.wav"});
    auto lines = catalogue_of(folder / "out");
    REQUIRE(lines.size() == 4);
    CHECK(lines["broken.txt"]["status"] == "failed");
    CHECK_THAT(lines["broken.txt"]["error"].get<std::string>(), Contains("binary"));
    for (const char* name : {"one.txt", "two.txt", "three.txt"}) {
        INFO(name);
        CHECK(lines[name]["status"] == "ok");
        CHECK(lines[name]["seconds"] > 0.5);
        for (const auto& output : lines[name]["outputs"])
            CHECK(fs::is_regular_file(folder / "out" / output.get<std::string>()));
    }
    CHECK(lines["two.txt"]["sentences"] == 2);
    const std::string alone = folder / "alone.wav";
    REQUIRE(run_declaim({"render", folder / "in/two.txt", "-q", "-o", alone}).code == 0);
    CHECK(compare(read_wav(folder / "out/two.wav"), read_wav(alone)) == "same");
}

TEST_CASE("a second run renders only what is new, changed or asked for") {
    const TempFolder folder;
    write_speeches(folder);
    fs::remove(folder / "in/broken.txt");
    REQUIRE(run_archive(folder / "in", folder / "out").code == 0);
    const std::string catalogue = folder.read("out/catalogue.jsonl");
    const auto times = times_of(folder / "out");

    const Ended again = run_archive(folder / "in", folder / "out");
    CHECK(again.code == 0);
    CHECK_THAT(again.err, Contains("0 rendered") && Contains("3 unchanged"));
    CHECK(folder.read("out/catalogue.jsonl") == catalogue);
    CHECK(times_of(folder / "out") == times);

    folder.write("in/one.txt", "The tide came in, and somebody minded it.\n");
    fs::remove(folder / "out/two.wav");
    const Ended dry = run_archive(folder / "in", folder / "out", {"--dry-run"});
    CHECK(dry.code == 0);
    CHECK(words_of(dry.out) ==
          std::vector<std::string>{folder / "in/one.txt", folder / "in/two.txt"});
    CHECK(!fs::exists(folder / "out/two.wav"));
    CHECK_THAT(run_archive(folder / "in", folder / "out").err,
               Contains("2 rendered") && Contains("1 unchanged"));
    CHECK_THAT(run_archive(folder / "in", folder / "out", {"-s", "120"}).err,
               Contains("3 rendered"));
    CHECK_THAT(run_archive(folder / "in", folder / "out", {"-s", "120", "--force"}).err,
               Contains("3 rendered"));
}

TEST_CASE("an archive run that is stopped is completed by the next") {
    const TempFolder folder;
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "This paragraph says little, and takes its time over it, as speeches do.\n\n";
    constexpr std::size_t kSpeeches = 6;
    for (std::size_t i = 0; i < kSpeeches; ++i)
        folder.write("in/speech" + std::to_string(i) + ".txt", text);
    Running running({.args = {"archive", folder / "in", "-d", folder / "out", "-j", "2"}});
    REQUIRE(eventually([&] { return !folder.read("out/catalogue.jsonl").empty(); }));
    running.send(SIGTERM);
    const Ended stopped = running.wait();
    CHECK(stopped.code == 143);
    CHECK(stopped.left == 0);
    const std::size_t done = catalogue_of(folder / "out").size();
    CHECK(done >= 1);
    CHECK(done < kSpeeches);
    for (const std::string& name : files_in(folder / "out")) CHECK_THAT(name, !Contains(".part"));

    const Ended resumed = run_archive(folder / "in", folder / "out");
    CHECK(resumed.code == 0);
    CHECK_THAT(resumed.err, Contains(std::to_string(kSpeeches - done) + " rendered") &&
                                Contains(std::to_string(done) + " unchanged"));
    CHECK(catalogue_of(folder / "out").size() == kSpeeches);
    for (std::size_t i = 0; i < kSpeeches; ++i)
        CHECK(folder.read("out/speech" + std::to_string(i) + ".wav") ==
              folder.read("out/speech0.wav"));
}

TEST_CASE("what an archive cannot be made of or in is refused, with a remedy") {
    const TempFolder folder;
    write_speeches(folder);
    folder.write("empty/readme.rst", "");
    folder.write("file", "");
    struct Case {
        std::string in, out;
        int code;
        std::string said, remedy;
    };
    const Case cases[] = {
        {folder / "missing", folder / "out", 1, "missing", "check the name"},
        {folder / "empty", folder / "out", 1, "no documents found", "name files, or folders"},
        {folder / "in", folder / "file", 1, "file", "choose another"},
        {folder / "in", folder / "file/out", 1, "file/out", "choose another"},
    };
    for (const Case& c : cases) {
        INFO(c.in << " into " << c.out);
        const Ended ended = run_archive(c.in, c.out);
        CHECK(ended.code == c.code);
        CHECK_THAT(ended.err, Contains(c.said) && Contains(c.remedy));
        CHECK(!fs::exists(folder / "out"));
    }
    const Ended unknown = run_archive(folder / "in", folder / "out", {"--format", "wav,xyz"});
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, Contains("xyz") && Contains(".wav"));
}

TEST_CASE("an archive folder that a plain user may not write or read is refused") {
    const TempFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    write_speeches(folder);
    if (run_program({.args = {"text", folder / "in/one.txt"}, .plain_user = true}).code != 0)
        return skipped("a plain user cannot run the program here");
    for (const int mode : {0555, 0000}) {
        INFO("mode " << std::oct << mode);
        fs::create_directories(folder / "out");
        fs::permissions(folder / "out", fs::perms(mode));
        const Ended ended = run_program(
            {.args = {"archive", folder / "in", "-d", folder / "out"}, .plain_user = true});
        CHECK(ended.code == 1);
        CHECK_THAT(ended.err, Contains(folder / "out") && Contains("permissions"));
        CHECK(ended.left == 0);
        fs::permissions(folder / "out", fs::perms(0755));
        CHECK(files_in(folder / "out").empty());
    }
}

TEST_CASE("speeches of one name from several folders stay apart, run by run") {
    const TempFolder folder;
    folder.write("a/speech.txt", "The tide came in, and nobody minded it.\n");
    folder.write("b/speech.txt", "Ladies and Gentlemen,\n\nThe tide went out again.\n");
    REQUIRE(run_archive(folder / "a", folder / "out").code == 0);
    const std::string first = folder.read("out/speech.wav");
    const auto time = fs::last_write_time(folder / "out/speech.wav");
    REQUIRE(run_archive(folder / "b", folder / "out").code == 0);
    CHECK(folder.read("out/speech.wav") == first);
    CHECK(fs::last_write_time(folder / "out/speech.wav") == time);

    const std::string catalogue = folder.read("out/catalogue.jsonl");
    std::map<std::string, Json> outputs;  // by source
    std::istringstream lines(catalogue);
    for (std::string line; std::getline(lines, line);) {
        const Json json = Json::parse(line);
        outputs[json["source"]] = json["outputs"];
    }
    REQUIRE(outputs.size() == 2);
    const Json& a = outputs[fs::canonical(folder / "a/speech.txt")];
    const Json& b = outputs[fs::canonical(folder / "b/speech.txt")];
    REQUIRE(a.size() == 2);
    REQUIRE(b.size() == 2);
    CHECK(a[0] != b[0]);
    CHECK(a[1] != b[1]);
    const std::string alone = folder / "alone.wav";
    REQUIRE(run_declaim({"render", folder / "b/speech.txt", "-q", "-o", alone}).code == 0);
    CHECK(folder.read("out/" + b[0].get<std::string>()) == folder.read("alone.wav"));

    for (const char* name : {"a", "b", "a"})
        CHECK_THAT(run_archive(folder / name, folder / "out").err,
                   Contains("0 rendered") && Contains("1 unchanged"));
    CHECK(folder.read("out/catalogue.jsonl") == catalogue);
}

TEST_CASE("a folder is one folder, however it is spelt") {
    const TempFolder folder;
    folder.write("a/speech.txt", "The tide came in, and nobody minded it.\n");
    fs::create_directory_symlink("a", folder / "link");
    std::size_t runs = 0;
    const std::string whole = folder / "a";
    for (const std::string& spelt : {"./a"s, whole, "a"s, "a/"s, "link"s, "a/../a"s}) {
        INFO(spelt);
        const Ended ended =
            run_program({.args = {"archive", spelt, "-d", "out"}, .folder = folder.path()});
        CHECK(ended.code == 0);
        CHECK_THAT(ended.err, Contains(runs++ == 0 ? "1 rendered" : "0 rendered"));
    }
    CHECK(catalogue_of(folder / "out").size() == 1);
    CHECK(files_in(folder / "out").size() == 4);
    const Ended all = run_program(
        {.args = {"archive", "./a", "a", folder / "a", "-d", "new"}, .folder = folder.path()});
    CHECK(all.code == 0);
    CHECK_THAT(all.err, Contains("1 rendered"));
}

TEST_CASE("an archive run that a full disk stops can be run again") {
    const SmallDisk disk;
    if (!disk.mounted()) return skipped("no file system can be mounted here");
    const TempFolder folder;
    folder.write("in/speech.txt", "The tide came in, and nobody minded it.\n");
    disk.fill();
    const auto run = [&] { return run_archive(folder / "in", disk.folder().path()); };
    const Ended full = run();
    CHECK(full.code == 75);
    CHECK_THAT(full.err, Contains("disk full") && Contains("free some space"));
    CHECK(full.left == 0);
    CHECK(!fs::exists(disk.folder() / "speech.wav"));
    fs::remove(disk.folder() / "filler");
    CHECK(run().code == 0);
    CHECK(fs::exists(disk.folder() / "speech.wav"));

    // With no room for the catalogue itself, there is nowhere to note how a speech ended.
    fs::remove(disk.folder() / "catalogue.jsonl");
    folder.write("in/speech.txt", "");
    disk.fill();
    const Ended unnoted = run();
    CHECK(unnoted.code == 75);
    CHECK_THAT(unnoted.err, Contains("catalogue.jsonl: free some space"));
    fs::remove(disk.folder() / "filler");
    CHECK(run().code == 3);
}

TEST_CASE("an archive run with no descriptors left for a child can be run again") {
#ifdef __SANITIZE_ADDRESS__
    return skipped("the sanitizers need a descriptor of their own to look at memory");
#endif
    const TempFolder folder;
    folder.write("in/speech.txt", "The tide came in, and nobody minded it.\n");
    bool seen = false;
    for (rlim_t most = 5; most < 16; ++most) {  // which of them it comes to depends on the build
        const Ended ended =
            run_program({.args = {"archive", folder / "in", "-d", folder / "out"}, .before = [&] {
                             ::close_range(3, ~0U, 0);
                             const rlimit limit{most, most};
                             ::setrlimit(RLIMIT_NOFILE, &limit);
                         }});
        INFO("at most " << most << " descriptors: " << ended.err);
        CHECK(ended.signal == 0);
        CHECK(ended.left == 0);
        seen = seen || ended.code == 75;
        if (ended.err.find("cannot make a pipe") != std::string::npos) CHECK(ended.code == 75);
    }
    CHECK(seen);
    CHECK(run_archive(folder / "in", folder / "out").code == 0);
    CHECK(fs::exists(folder / "out/speech.wav"));
}

TEST_CASE("an archive is not made of what is no file") {
    const TempFolder folder;
    const std::string fifo = folder / "speech.txt";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    struct Case {
        std::string input, said;
    };
    for (const Case& c : {Case{"-", "standard input"}, {fifo, fifo}, {"/dev/null", "/dev/null"}}) {
        const Ended ended = run_program({.args = {"archive", c.input, "-d", folder / "out"},
                                         .input = "The tide came in.\n",
                                         .seconds = 10});
        INFO(ended.err);
        CHECK(ended.code == 1);
        CHECK_THAT(ended.err, Contains(c.said) && Contains("save"));
        CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
        CHECK(folder.entries() == 1);
    }
}
