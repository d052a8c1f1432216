#include "base/files.hpp"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/error.hpp"
#include "base/signals.hpp"
#include "support/child.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;
using Catch::Matchers::StartsWith;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kNoLimit = std::uint64_t{1} << 40;

void put(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

std::string get(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

mode_t mode_of(const fs::path& path) {
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

void open_to_all(const TempFolder& folder) { fs::permissions(folder.path(), fs::perms::all); }

std::string after(int milliseconds, int signal, const std::function<void()>& action) {
    return in_child([&] {
        catch_stop_signals();
        const pid_t self = ::getpid();
        std::thread killer([=] {
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            ::kill(self, signal);
        });
        const std::string said = failure_of(action);
        killer.join();
        return said;
    });
}

}  // namespace

TEST_CASE("a document is read whole") {
    const TempFolder folder;
    const std::string path = folder / "a.txt";
    for (const std::string& text :
         {std::string(), std::string("Friends,\0Romans", 15), std::string(200000, 'x')}) {
        put(path, text);
        CHECK(read_document(path, kNoLimit) == text);
        CHECK(read_document(path, text.size()) == text);
    }
}

TEST_CASE("a document that cannot be read is named, with the remedy") {
    const TempFolder folder;
    put(folder / "long.txt", "0123456789");
    struct Case {
        std::string path, said;
    };
    const Case cases[] = {
        {folder / "none.txt",
         "input: no such file: " + (folder / "none.txt").string() + "; check the name"},
        {folder / "long.txt/x", "(a part of its path is not a folder)"},
        {folder.path(), "is a folder: use `declaim archive`"},
        {folder / "long.txt", "is larger than 9 bytes"},
        {"/dev/zero", "is larger than 9 bytes"},
    };
    for (const Case& c : cases) {
        INFO(c.path);
        CHECK_THAT(failure_of([&] { read_document(c.path, 9); }), Contains(c.said));
    }
}

TEST_CASE("what a plain user may not read or write is refused with the remedy") {
    const TempFolder folder;
    open_to_all(folder);
    put(folder / "secret.txt", "x");
    fs::permissions(folder / "secret.txt", fs::perms::none);
    fs::create_directory(folder / "shut");
    fs::permissions(folder / "shut", fs::perms::owner_read);
    CHECK_THAT(as_plain_user([&] {
                   return failure_of([&] { read_document(folder / "secret.txt", kNoLimit); });
               }),
               Contains("input: ") && Contains("may not be read: change its permissions"));
    CHECK_THAT(as_plain_user(
                   [&] { return failure_of([&] { AtomicFile(folder / "secret.txt", false); }); }),
               Contains("output: ") && Contains("is write-protected: make it writable"));
    fs::permissions(folder / "shut", fs::perms::owner_read | fs::perms::owner_exec |
                                         fs::perms::others_read | fs::perms::others_exec);
    CHECK_THAT(as_plain_user(
                   [&] { return failure_of([&] { AtomicFile(folder / "shut/a.wav", false); }); }),
               Contains("output: ") && Contains("may not be written; change its permissions"));
}

TEST_CASE("a FIFO is read to its end, from a writer that comes late") {
    const TempFolder folder;
    const std::string path = folder / "fifo";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    std::thread writer([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        const UniqueFd fd(::open(path.c_str(), O_WRONLY));
        for (int i = 0; i < 3; ++i) {
            write_all(fd.get(), std::string(50000, 'a'), path);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    });
    CHECK(read_document(path, kNoLimit) == std::string(150000, 'a'));
    writer.join();
}

TEST_CASE("a stop signal ends every wait") {
    const TempFolder folder;
    const std::string path = folder / "fifo";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    CHECK(after(50, SIGINT, [&] { read_document(path, kNoLimit); }) == "interrupted 2");
    CHECK(after(50, SIGTERM, [&] { write_output(path, "x", false); }) == "interrupted 15");
    const UniqueFd silent_reader(::open(path.c_str(), O_RDONLY | O_NONBLOCK));
    const std::string more_than_a_pipe_holds(1 << 21, 'x');
    CHECK(after(50, SIGTERM, [&] { write_output(path, more_than_a_pipe_holds, false); }) ==
          "interrupted 15");
    CHECK(after(50, SIGINT, [&] {
              const UniqueFd blocking(::open(path.c_str(), O_WRONLY));
              write_all(blocking.get(), more_than_a_pipe_holds, path);
          }) == "interrupted 2");
    CHECK(after(50, SIGINT, [&] {
              int ends[2];
              REQUIRE(::pipe(ends) == 0);
              ::dup2(ends[0], STDIN_FILENO);
              read_document("-", kNoLimit);
          }) == "interrupted 2");
}

TEST_CASE("a data file that cannot be read is Error{data}") {
    const TempFolder folder;
    put(folder / "a.toml", "x = 1\n");
    CHECK(read_data_file(folder / "a.toml") == "x = 1\n");
    CHECK_THAT(failure_of([&] { read_data_file(folder / "b.toml"); }),
               StartsWith("data: cannot read ") && Contains("No such file"));
    CHECK_THAT(failure_of([&] { read_data_file(folder.path()); }),
               StartsWith("data: cannot read ") && Contains("Is a directory"));
}

TEST_CASE("what stands at an output path") {
    const TempFolder folder;
    put(folder / "file", "x");
    REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
    fs::create_symlink("file", folder / "to-file");
    fs::create_symlink("fifo", folder / "to-fifo");
    fs::create_symlink("none", folder / "dangling");
    fs::create_symlink("loop", folder / "loop");
    const auto kind = [](const fs::path& path) {
        std::string out;
        const std::string failed =
            failure_of([&] { out = output_kind(path) == OutputKind::stream ? "stream" : "fresh"; });
        return out + failed;
    };
    CHECK(kind(folder / "file") == "fresh");
    CHECK(kind(folder / "none") == "fresh");
    CHECK(kind(folder / "to-file") == "fresh");
    CHECK(kind(folder / "dangling") == "fresh");
    CHECK(kind(folder / "fifo") == "stream");
    CHECK(kind(folder / "to-fifo") == "stream");
    CHECK(kind("/dev/null") == "stream");
    CHECK_THAT(kind(folder.path()), StartsWith("output: ") && Contains("is a folder: name a file"));
    CHECK_THAT(kind(folder / "file/x"), Contains("a part of its path is a file"));
    CHECK_THAT(kind(folder / "loop"), StartsWith("output: "));
    if (fs::is_block_file("/dev/vda")) CHECK_THAT(kind("/dev/vda"), Contains("is a disk"));
}

TEST_CASE("a file appears whole under its name at commit") {
    const TempFolder folder;
    {
        AtomicFile file(folder / "a.wav", false);
        write_all(file.fd(), "new", "a.wav");
        CHECK_FALSE(fs::exists(folder / "a.wav"));
        CHECK(folder.entries() == 1);
        file.commit();
    }
    CHECK(get(folder / "a.wav") == "new");
    CHECK(folder.entries() == 1);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    CHECK(mode_of(folder / "a.wav") == (0666 & ~mask));
}

TEST_CASE("a file that is not committed leaves all as it was") {
    const TempFolder folder;
    put(folder / "a.wav", "old");
    {
        AtomicFile file(folder / "a.wav", false);
        write_all(file.fd(), "new", "a.wav");
    }
    CHECK(get(folder / "a.wav") == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a replaced file keeps its permissions and its links stay links") {
    const TempFolder folder;
    put(folder / "a.wav", "old");
    fs::permissions(folder / "a.wav", fs::perms(0640));
    fs::create_directory(folder / "links");
    fs::create_symlink("../a.wav", folder / "links/a");
    write_output(folder / "links/a", "new", false);
    CHECK(get(folder / "a.wav") == "new");
    CHECK(mode_of(folder / "a.wav") == 0640);
    CHECK(fs::is_symlink(folder / "links/a"));

    fs::create_symlink("../fresh.wav", folder / "links/dangling");
    write_output(folder / "links/dangling", "made", true);
    CHECK(get(folder / "fresh.wav") == "made");
    CHECK(fs::is_symlink(folder / "links/dangling"));
}

TEST_CASE("no_clobber refuses before any work, and again at commit") {
    const TempFolder folder;
    put(folder / "a.wav", "old");
    CHECK_THAT(failure_of([&] { AtomicFile(folder / "a.wav", true); }),
               StartsWith("output: ") && Contains("exists already"));
    AtomicFile late(folder / "b.wav", true);
    put(folder / "b.wav", "faster");
    CHECK_THAT(failure_of([&] { late.commit(); }), Contains("exists already"));
    CHECK(get(folder / "b.wav") == "faster");
    write_output(folder / "c.wav", "new", true);
    CHECK(get(folder / "c.wav") == "new");
}

TEST_CASE("places where no file can be made") {
    const TempFolder folder;
    put(folder / "file", "x");
    struct Case {
        std::string path, said;
    };
    const Case cases[] = {
        {folder / "no/such/a.wav", "no such folder; create it with mkdir -p"},
        {folder / "file/a.wav", "is not a folder"},
        {folder / "", "names a folder"},
        {folder / std::string(256, 'n'), "File name too long"},
    };
    for (const Case& c : cases) {
        INFO(c.path);
        CHECK_THAT(failure_of([&] { AtomicFile(c.path, false); }),
                   StartsWith("output: ") && Contains(c.said));
    }
}

TEST_CASE("the longest names work, in any script") {
    const TempFolder folder;
    std::string greek = "a";  // an odd start, so that the cut falls inside a letter
    for (int i = 0; i < 127; ++i) greek += "\u03bb";
    for (const std::string& name : {std::string(255, 'n'), greek}) {
        REQUIRE(name.size() == 255);
        write_output(folder / name, "x", false);
        CHECK(get(folder / name) == "x");
    }
    CHECK(folder.entries() == 2);
}

TEST_CASE("a FIFO is written through and stays one") {
    const TempFolder folder;
    const std::string path = folder / "fifo.vtt";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const std::string text(300000, 'w');
    std::string got;
    std::thread reader([&] { got = read_document(path, kNoLimit); });
    write_output(path, text, true);
    reader.join();
    CHECK(got == text);
    CHECK(fs::is_fifo(path));
}

TEST_CASE("a reader that goes away is PipeClosed") {
    CHECK(in_child([] {
              catch_stop_signals();
              int ends[2];
              REQUIRE(::pipe(ends) == 0);
              ::close(ends[0]);
              return failure_of([&] { write_all(ends[1], "x", "standard output"); });
          }) == "pipe closed");
}

TEST_CASE("write errors say what to do") {
    CHECK(failure_of([] { write_output("/dev/full", "x", false); }) ==
          "passing: disk full while writing /dev/full: free some space and run again");
    CHECK_THAT(failure_of([] { write_all(-1, "x", "standard output"); }),
               StartsWith("output: cannot write standard output: "));
}

TEST_CASE("a full disk is reported and leaves nothing") {
    const TempFolder folder;
    open_to_all(folder);
    const char* where = folder.path().c_str();
    if (::mount("none", where, "tmpfs", 0, "size=64k") != 0) {
        WARN("not allowed to mount a small disk: the full disk is not tested");
        return;
    }
    put(folder / "a.wav", "old");
    const std::string failed =
        failure_of([&] { write_output(folder / "a.wav", std::string(200000, 'x'), false); });
    const std::string kept = get(folder / "a.wav");
    const std::size_t entries = folder.entries();
    ::umount(where);
    CHECK_THAT(failed, StartsWith("passing: disk full while writing "));
    CHECK(kept == "old");
    CHECK(entries == 1);
}
