#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

using namespace declaim::test;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

/// A speech that takes seconds to render even without sanitizers.
std::string long_speech() {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "This is paragraph number " + std::to_string(i) +
                " of a speech that goes on and on. It says little, and takes its time over it, as "
                "long speeches do; nobody in the hall is still awake.\n\n";
    return text;
}

bool holds_a_temporary(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".part" && fs::file_size(entry.path()) > 100'000)
            return true;
    return false;
}

}  // namespace

TEST_CASE("a render that is stopped leaves no file and no process, and keeps the old file") {
    struct Case {
        int signal, code;
        bool to_group;  // as Ctrl-C, which the engine's processes hear too
    };
    const TempFolder folder;
    const std::string speech = folder.write("long.txt", long_speech());
    const std::string wav = folder.write("old.wav", "what was here before");
    for (const Case& c : {Case{SIGINT, 130, true}, Case{SIGINT, 130, false},
                          Case{SIGTERM, 143, false}, Case{SIGTERM, 143, true}}) {
        INFO("signal " << c.signal << (c.to_group ? " to the group" : ""));
        Running rendering({.args = {"render", speech, "-o", wav, "-o", folder / "new.json"}});
        REQUIRE(eventually([&] { return holds_a_temporary(folder.path()); }));
        rendering.send(c.signal, c.to_group);
        const auto sent = std::chrono::steady_clock::now();
        const Ended ended = rendering.wait();
        CHECK(std::chrono::steady_clock::now() - sent < std::chrono::seconds(2));
        INFO(ended.err);
        CHECK(ended.code == c.code);
        CHECK(ended.signal == 0);
        CHECK_THAT(ended.err, Contains("stopped; nothing unfinished is left behind"));
        CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
        CHECK(ended.left == 0);
        CHECK(folder.entries() == 2);
        CHECK(folder.read("old.wav") == "what was here before");
    }
}

TEST_CASE("a render that is killed leaves no process") {
    const TempFolder folder;
    const std::string speech = folder.write("long.txt", long_speech());
    Running rendering({.args = {"render", speech, "-o", folder / "new.wav"}});
    REQUIRE(eventually([&] { return holds_a_temporary(folder.path()); }));
    rendering.send(SIGKILL);
    const Ended ended = rendering.wait();
    CHECK(ended.signal == SIGKILL);
    CHECK(ended.left == 0);
    CHECK(!fs::exists(folder / "new.wav"));
}

TEST_CASE("a stop signal ends waiting for a reader or a writer that never comes") {
    const TempFolder folder;
    const std::string fifo = folder / "never.wav";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    const std::string speech = folder.write("s.txt", "The tide came in.\n");
    const std::vector<std::string> commands[] = {{"render", speech, "-o", fifo}, {"text", fifo}};
    for (const auto& args : commands) {
        INFO(args[0]);
        Running waiting({.args = args});
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        waiting.send(SIGTERM);
        const Ended ended = waiting.wait();
        CHECK(ended.code == 143);
        CHECK(ended.left == 0);
    }
    CHECK(fs::is_fifo(fifo));
}

TEST_CASE("a stop signal ends a render whose engine is stopped") {
    const TempFolder folder;
    const std::string speech = folder.write("long.txt", long_speech());
    Running rendering({.args = {"render", speech, "-o", folder / "new.wav"}, .seconds = 20});
    REQUIRE(eventually([&] { return holds_a_temporary(folder.path()); }));
    for (const Process& one : processes())
        if (one.parent == rendering.pid()) ::kill(one.pid, SIGSTOP);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    rendering.send(SIGTERM);
    const auto sent = std::chrono::steady_clock::now();
    const Ended ended = rendering.wait();
    CHECK(std::chrono::steady_clock::now() - sent < std::chrono::seconds(2));
    CHECK(ended.code == 143);
    CHECK(!ended.timed_out);
    CHECK(ended.left == 0);
    CHECK(folder.entries() == 1);
}

TEST_CASE("an archive run that ignores a stop signal leaves no process when it is killed") {
    const TempFolder folder;
    const std::string speech = folder.write("in/long.txt", long_speech());
    fs::create_directory(folder / "out");
    Running archiving({.args = {"archive", speech, "-d", folder / "out"},
                       .seconds = 20,
                       .before = [] { ::signal(SIGTERM, SIG_IGN); }});
    REQUIRE(eventually([&] { return holds_a_temporary(folder / "out"); }));
    archiving.send(SIGKILL);
    const auto sent = std::chrono::steady_clock::now();
    const Ended ended = archiving.wait();
    CHECK(std::chrono::steady_clock::now() - sent < std::chrono::seconds(2));
    CHECK(ended.signal == SIGKILL);
    CHECK(ended.left == 0);
    CHECK(!fs::exists(folder / "out/long.wav"));
    CHECK(!holds_a_temporary(folder / "out"));  // the child rolled back
}
