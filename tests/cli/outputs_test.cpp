#include <fcntl.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <thread>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/skipped.hpp"
#include "support/small_disk.hpp"
#include "support/temp_folder.hpp"

using namespace declaim::test;
using Catch::Contains;
namespace fs = std::filesystem;
using namespace std::string_literals;

namespace {

constexpr const char* kSample = DECLAIM_TEST_DATA "/sample-speech.txt";
constexpr const char* kOld = "what was here before";

Ended render_to(const std::string& output, bool plain_user = false) {
    return run_program({.args = {"render", kSample, "-q", "-o", output}, .plain_user = plain_user});
}

/// The bytes that rendering the sample speech gives.
const std::string& sample_wav() {
    static const std::string bytes = [] {
        const TempFolder folder;
        const std::string wav = folder / "speech.wav";
        REQUIRE(render_to(wav).code == 0);
        return read_text_file(wav);
    }();
    return bytes;
}

void check_failed(const Ended& ended, int code, const std::string& name,
                  const std::string& remedy) {
    INFO(ended.err);
    CHECK(ended.code == code);
    CHECK(ended.out == "");
    CHECK_THAT(ended.err, Contains(name) && Contains(remedy));
    CHECK(ended.left == 0);
}

}  // namespace

TEST_CASE("a place that cannot be written is refused, with a remedy and no file") {
    const TempFolder folder;
    folder.write("file", "");
    struct Case {
        std::string output;
        int code;
        std::string remedy;
    };
    const Case cases[] = {
        {folder / "missing/speech.wav", 1, "mkdir -p"},
        {folder / "file/speech.wav", 1, "not a folder"},
        {folder.path(), 1, "name a file in it"},
        {folder / "speech.xyz", 2, ".wav, .json, .ssml"},
        {folder / "speech", 2, ".wav, .json, .ssml"},
        {"/dev/full", 1, "free some space and run again"},
    };
    for (const Case& c : cases) {
        INFO(c.output);
        check_failed(render_to(c.output), c.code, c.output, c.remedy);
        CHECK(folder.entries() == 1);
    }
}

TEST_CASE("a folder that may not be written is refused to a plain user") {
    const TempFolder folder;
    fs::permissions(folder.path(), fs::perms(0555));
    if (run_program({.args = {"text", kSample}, .plain_user = true}).code != 0)
        return skipped("a plain user cannot run the program here");
    const std::string wav = folder / "speech.wav";
    check_failed(render_to(wav, true), 1, wav, "change its permissions or name another place");
    CHECK(folder.entries() == 0);
    fs::permissions(folder.path(), fs::perms(0755));
}

TEST_CASE("a full disk is told, the half-written file is removed and the old one stays") {
    const SmallDisk disk;
    if (!disk.mounted()) return skipped("no file system can be mounted here");
    const std::string wav = disk.folder().write("speech.wav", kOld);
    check_failed(render_to(wav), 1, wav, "free some space and run again");
    CHECK(disk.folder().entries() == 1);
    CHECK(disk.folder().read("speech.wav") == kOld);
    const std::string json = disk.folder() / "speech.json";
    CHECK(render_to(json).code == 0);  // what fits is written
}

TEST_CASE("an existing file is replaced whole, kept with --no-clobber, or kept on failure") {
    const TempFolder folder;
    const std::string wav = folder.write("speech.wav", kOld);
    fs::permissions(wav, fs::perms(0640));
    check_failed(run_declaim({"render", kSample, "--no-clobber", "-o", wav}), 1, wav,
                 "exists already");
    CHECK(folder.read("speech.wav") == kOld);
    check_failed(run_declaim({"render", folder / "missing.txt", "-o", wav}), 1, "missing.txt",
                 "check the name");
    CHECK(folder.read("speech.wav") == kOld);
    check_failed(run_declaim({"render", kSample, "-o", wav, "-o", folder / "no/speech.json"}), 1,
                 "no/speech.json", "mkdir -p");
    CHECK(folder.read("speech.wav") == kOld);
    check_failed(run_declaim({"render", kSample, "-q", "-o", wav, "-o", "/dev/full"}), 1,
                 "/dev/full", "free some space");
    CHECK(folder.read("speech.wav") == kOld);
    CHECK(folder.entries() == 1);
    CHECK(render_to(wav).code == 0);
    CHECK(folder.read("speech.wav") == sample_wav());
    CHECK(fs::status(wav).permissions() == fs::perms(0640));
    CHECK(folder.entries() == 1);
}

TEST_CASE("a symbolic link is followed and stays a link") {
    const TempFolder folder;
    fs::create_directory(folder / "real");
    fs::create_symlink("real/speech.wav", folder / "link.wav");  // nothing there yet
    for (int times = 0; times < 2; ++times) {
        CHECK(render_to(folder / "link.wav").code == 0);
        CHECK(fs::is_symlink(folder / "link.wav"));
        CHECK(fs::is_regular_file(fs::symlink_status(folder / "real/speech.wav")));
        CHECK(folder.read("real/speech.wav") == sample_wav());
    }
    CHECK(folder.entries() == 2);
}

TEST_CASE("a FIFO is written through and stays a FIFO") {
    const TempFolder folder;
    const std::string fifo = folder / "speech.wav";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    std::string got;
    std::thread reader([&] { got = read_text_file(fifo); });
    CHECK(render_to(fifo).code == 0);
    reader.join();
    CHECK(fs::is_fifo(fifo));
    CHECK(folder.entries() == 1);
    REQUIRE(got.size() > 44);  // the header of a stream cannot know its length
    REQUIRE(sample_wav().size() > got.size() - 44);
    CHECK(got.substr(44) == sample_wav().substr(sample_wav().size() - (got.size() - 44)));
}

TEST_CASE("a device is written through and stays a device") {
    CHECK(render_to("/dev/null").code == 0);
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("standard output redirected to a file is a whole WAV file") {
    const TempFolder folder;
    const std::string wav = folder / "speech.wav";
    const int fd = ::open(wav.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    REQUIRE(fd >= 0);
    const Ended ended = run_program({.args = {"render", kSample, "-q", "-o", "-"}, .out = fd});
    ::close(fd);
    CHECK(ended.code == 0);
    const std::string plain = folder / "plain.wav";
    REQUIRE(render_to(plain).code == 0);
    CHECK(compare(read_wav(wav), read_wav(plain)) == "same");
}

TEST_CASE("a pipe that is closed early ends the run quietly") {
    for (const char* command : {"render", "text", "ssml"}) {
        INFO(command);
        int ends[2];
        REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
        std::vector<std::string> args = {command, kSample};
        if (args[0] == "render") args.insert(args.end(), {"-o", "-"});
        std::thread reader([&] {
            char byte = 0;
            if (args[0] == "render") CHECK(::read(ends[0], &byte, 1) == 1);
            ::close(ends[0]);
        });
        if (args[0] != "render") reader.join();
        const Ended ended = run_program({.args = args, .out = ends[1]});
        ::close(ends[1]);
        if (reader.joinable()) reader.join();
        CHECK(ended.code == 141);
        CHECK(ended.err == "");
        CHECK(ended.left == 0);
    }
}

TEST_CASE("standard streams that are closed are no trap") {
    const TempFolder folder;
    const std::string wav = folder / "speech.wav";
    const auto run = [](std::vector<std::string> args, std::vector<int> closed) {
        return run_program({.args = args, .closed = closed, .seconds = 10});
    };
    for (const auto& closed : {std::vector{0}, {1}, {2}, {0, 1, 2}}) {
        CHECK(run({"render", kSample, "-o", wav}, closed).code == 0);
        CHECK(folder.read("speech.wav") == sample_wav());
    }
    check_failed(run({"text", kSample}, {1}), 1, "standard output", "Bad file descriptor");
    check_failed(run({"text", kSample}, {0, 1}), 1, "standard output", "Bad file descriptor");
    check_failed(run({"text", "-"}, {0}), 1, "standard input", "Bad file descriptor");
    check_failed(run({"render", kSample, "-o", "-"}, {1}), 1, "standard output", "Bad file");
}

TEST_CASE("sound is not written to a terminal") {
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0)
        return skipped("no terminal can be made here");
    const int fd = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    REQUIRE(fd >= 0);
    const Ended ended = run_program({.args = {"render", kSample, "-o", "-"}, .out = fd});
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Contains("terminal") && Contains("aplay"));
    CHECK(ended.left == 0);
    ::close(fd);
    ::close(terminal);
}

TEST_CASE("messages that nobody can read do not decide how a render ends") {
    const TempFolder folder;
    const std::string wav = folder / "speech.wav";
    const std::string speech =  // with a warning as well
        folder.write(
            "s.txt", read_text_file(kSample) + "\n" + [] {
                std::string killer;
                for (int i = 0; i < 400; ++i) killer += "a . ";
                return killer;
            }() + "\n");
    const std::string plain = folder / "plain.wav";
    REQUIRE(run_declaim({"render", speech, "-q", "-o", plain}).code == 0);
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    ::close(ends[0]);  // its reader is gone
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(full >= 0);
    for (const int err : {ends[1], full})
        for (const char* progress : {"auto", "always"}) {
            INFO((err == full ? "/dev/full" : "a closed pipe") << ", --progress " << progress);
            const Ended ended = run_program(
                {.args = {"render", speech, "--progress", progress, "-o", wav}, .err = err});
            CHECK(ended.code == 0);
            CHECK(ended.signal == 0);
            CHECK(folder.read("speech.wav") == folder.read("plain.wav"));
            fs::remove(wav);
        }
    ::close(ends[1]);
    ::close(full);
}

TEST_CASE("an output never replaces the document") {
    const TempFolder folder;
    const std::string text = "The tide came in, and nobody minded it.\n";
    for (const char* name : {"in.json", "in.ssml", "in.wav"}) folder.write(name, text);
    fs::create_symlink("in.json", folder / "link.json");
    fs::create_hard_link(folder / "in.json", folder / "hard.json");
    const std::vector<std::string> cases[] = {
        {"in.json", "-o", "in.json"},
        {"in.json", "-o", "./in.json"},
        {"in.json", "-o", folder / "in.json"},
        {"in.json", "-o", "link.json"},
        {"link.json", "-o", "in.json"},
        {"in.json", "-o", "hard.json"},
        {"in.json", "-o", "x.wav", "-o", "in.json"},
        {"in.wav", "-o", "in.wav"},
        {"in.ssml", "-d", ".", "--format", "ssml"},
        {"in.ssml", "-d", folder.path(), "--format", "wav,ssml"},
    };
    for (std::vector<std::string> args : cases) {
        args.insert(args.begin(), {"render", "--from-format", "text"});
        std::string line;
        for (const std::string& arg : args) line += arg + " ";
        const Ended ended = run_program({.args = args, .folder = folder.path()});
        INFO(line << "\n" << ended.err);
        CHECK(ended.code == 2);
        CHECK(ended.out == "");
        CHECK_THAT(ended.err, Contains("name another file"));
        CHECK(folder.entries() == 5);
        for (const char* name : {"in.json", "in.ssml", "in.wav", "hard.json"})
            CHECK(folder.read(name) == text);
        CHECK(fs::is_symlink(folder / "link.json"));
    }
}

TEST_CASE("when one output of several cannot be written none appears") {
    const SmallDisk disk;
    if (!disk.mounted()) return skipped("no file system can be mounted here");
    disk.fill();
    const TempFolder folder;
    const std::string wav = folder / "ok.wav";
    for (const char* name : {"x.json", "x.ssml", "x.wav"}) {
        const std::string full = disk.folder() / name;
        for (const bool full_first : {false, true}) {
            INFO(name << (full_first ? " first" : " last"));
            const auto render = [&] {
                return run_declaim({"render", kSample, "-q", "-o", full_first ? full : wav, "-o",
                                    full_first ? wav : full});
            };
            check_failed(render(), 1, full, "free some space and run again");
            CHECK(folder.entries() == 0);
            folder.write("ok.wav", kOld);
            check_failed(render(), 1, full, "free some space and run again");
            CHECK(folder.read("ok.wav") == kOld);
            CHECK(folder.entries() == 1);
            CHECK(disk.folder().entries() == 1);
            fs::remove(wav);
        }
    }
}

TEST_CASE("standard output by its name in /dev, redirected to a file, is a whole WAV file") {
    for (const char* name : {"/dev/stdout", "/dev/fd/1"}) {
        INFO(name);
        const TempFolder folder;
        const std::string wav = folder / "speech.wav";
        const int fd = ::open(wav.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        REQUIRE(fd >= 0);
        const Ended ended = run_program({.args = {"render", kSample, "-q", "-o", name}, .out = fd});
        ::close(fd);
        INFO(ended.err);
        CHECK(ended.code == 0);
        const std::string plain = folder / "plain.wav";
        REQUIRE(render_to(plain).code == 0);
        CHECK(compare(read_wav(wav), read_wav(plain)) == "same");
        CHECK(folder.entries() == 2);
    }
}

TEST_CASE("an output is named once, however it is spelt") {
    const TempFolder folder;
    const std::string whole = folder / "x.wav";
    for (const bool there : {false, true})
        for (const auto& [one, other] : {std::pair{"x.wav"s, "x.wav"s},
                                         {"x.wav", "./x.wav"},
                                         {whole, "x.wav"},
                                         {"-", "-"},
                                         {"-", "/dev/stdout"}}) {
            INFO("-o " << one << " -o " << other << (there ? ", which is there" : ""));
            if (there) folder.write("x.wav", kOld);
            const Ended ended = run_program(
                {.args = {"render", kSample, "-o", one, "-o", other}, .folder = folder.path()});
            CHECK(ended.code == 2);
            CHECK(ended.out == "");
            CHECK_THAT(ended.err, Contains("given twice; give it once"));
            CHECK((folder.read("x.wav") == (there ? kOld : "")));
            fs::remove(whole);
            CHECK(folder.entries() == 0);
        }
}
