#include "app/child_pool.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "base/signals.hpp"
#include "support/child.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
namespace fs = std::filesystem;

namespace {

void nap(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

bool appears(const fs::path& path) {
    for (int tries = 0; tries < 2000 && !fs::exists(path); ++tries) nap(5);
    return fs::exists(path);
}

/// How the tasks ended, in the order of the tasks: "0=a 1 crashed (SIGABRT)".
std::string ends(std::size_t count, int jobs, const std::function<std::string(std::size_t)>& task) {
    std::vector<TaskEnd> all;
    run_in_children(count, jobs, task, [&](TaskEnd&& end) {
        all.push_back(std::move(end));
        return true;
    });
    std::sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.task < b.task; });
    std::string out;
    for (const TaskEnd& end : all)
        out += fmt::format("{}{}={}{}", out.empty() ? "" : " ", end.task, end.output,
                           end.how.good() ? "" : " " + end.how.describe());
    return out;
}

/// A task that notes that it has begun, then waits to be stopped, and notes that it was.
std::string wait_for_stop(const TempFolder& folder, std::size_t task) {
    folder.write(fmt::format("begun-{}", task), "");
    try {
        for (;;) poll_or_interrupt(nullptr, 0, 10000);
    } catch (const Interrupted&) {
        folder.write(fmt::format("rolled-back-{}", task), "");
        throw;
    }
}

}  // namespace

TEST_CASE("every task's result is told once") {
    const auto letter = [](std::size_t i) { return std::string(1, static_cast<char>('a' + i)); };
    for (const int jobs : {1, 2, 4, 100}) CHECK(ends(4, jobs, letter) == "0=a 1=b 2=c 3=d");
    CHECK(ends(0, 2, letter) == "");
    CHECK(ends(2, 2, [](std::size_t) { return std::string(); }) == "0= 1=");
}

TEST_CASE("a long result comes whole") {
    const std::string text(300000, 'x');
    CHECK(ends(2, 2, [&](std::size_t) { return text; }) == "0=" + text + " 1=" + text);
}

TEST_CASE("tasks run side by side, and no more of them than asked") {
    for (const std::size_t jobs : {1u, 3u}) {
        const TempFolder folder;
        std::size_t most = 0;
        run_in_children(
            6, static_cast<int>(jobs),
            [&](std::size_t i) {
                folder.write(std::to_string(i), "");
                // Each waits for the others of its round, so that they are seen together.
                for (int tries = 0; tries < 400 && folder.entries() < jobs; ++tries) nap(5);
                const std::string seen = std::to_string(folder.entries());
                nap(50);
                fs::remove(folder / std::to_string(i));
                return seen;
            },
            [&](TaskEnd&& end) {
                most = std::max(most, static_cast<std::size_t>(std::stoul(end.output)));
                return true;
            });
        CHECK(most == jobs);
    }
}

TEST_CASE("a task that crashes is told, and the rest go on") {
    const auto task = [](std::size_t i) -> std::string {
        const rlimit no_core{0, 0};
        ::setrlimit(RLIMIT_CORE, &no_core);
        ::signal(SIGABRT, SIG_DFL);  // the test program has a handler for it
        if (i == 1) std::abort();
        if (i == 2) throw std::runtime_error("no");
        if (i == 3) ::raise(SIGKILL);
        if (i == 4) ::_exit(9);
        return "fine";
    };
    for (const int jobs : {1, 6})
        CHECK(ends(6, jobs, task) ==
              "0=fine 1= crashed (SIGABRT) 2= gave up (exit 1) 3= was killed (SIGKILL) "
              "4= gave up (exit 9) 5=fine");
}

TEST_CASE("no task begins once on_end has said so") {
    const TempFolder folder;
    std::vector<std::size_t> told;
    run_in_children(
        5, 1,
        [&](std::size_t i) {
            folder.write(std::to_string(i), "");
            return std::string();
        },
        [&](TaskEnd&& end) {
            told.push_back(end.task);
            return end.task != 1;
        });
    CHECK(told == std::vector<std::size_t>{0, 1});
    CHECK(folder.entries() == 2);
}

TEST_CASE("those that run already are told when no more are to begin") {
    std::size_t told = 0;
    run_in_children(
        9, 3,
        [](std::size_t) {
            nap(30);
            return std::string();
        },
        [&](TaskEnd&&) {
            ++told;
            return false;
        });
    CHECK(told == 3);
}

TEST_CASE("what on_end throws comes out, and the children are stopped") {
    const TempFolder folder;
    CHECK(failure_of([&] {
              run_in_children(
                  3, 3,
                  [&](std::size_t i) {
                      if (i != 0) return wait_for_stop(folder, i);
                      appears(folder / "begun-1");
                      appears(folder / "begun-2");
                      return std::string();
                  },
                  [](TaskEnd&&) -> bool { throw Error(ErrorKind::output, "full"); });
          }) == "output: full");
    CHECK(fs::exists(folder / "rolled-back-1"));
    CHECK(fs::exists(folder / "rolled-back-2"));
}

TEST_CASE("a stop signal stops the children, which roll back first") {
    const TempFolder folder;
    CHECK(in_child([&] {
              catch_stop_signals();
              const pid_t self = ::getpid();
              const pid_t killer = ::fork();
              if (killer == 0) {
                  appears(folder / "begun-0");
                  appears(folder / "begun-1");
                  ::kill(self, SIGINT);
                  ::_exit(0);
              }
              const std::string said = failure_of([&] {
                  run_in_children(
                      5, 2, [&](std::size_t i) { return wait_for_stop(folder, i); },
                      [](TaskEnd&&) { return true; });
              });
              ::waitpid(killer, nullptr, 0);
              const bool alone = ::waitpid(-1, nullptr, WNOHANG) < 0;
              return said + (alone ? ", no child left" : ", children left");
          }) == "interrupted 2, no child left");
    CHECK(fs::exists(folder / "rolled-back-0"));
    CHECK(fs::exists(folder / "rolled-back-1"));
    CHECK_FALSE(fs::exists(folder / "begun-2"));
}

TEST_CASE("the children of a process that is killed roll back too") {
    const TempFolder folder;
    const pid_t parent = ::fork();
    if (parent == 0) {
        catch_stop_signals();
        run_in_children(
            1, 1, [&](std::size_t i) { return wait_for_stop(folder, i); },
            [](TaskEnd&&) { return true; });
        ::_exit(0);
    }
    CHECK(appears(folder / "begun-0"));
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    CHECK(appears(folder / "rolled-back-0"));
}

TEST_CASE("with no room for all children at once, there are fewer at once") {
    // So few descriptors are left that not six pipes can be open.
    CHECK(in_child([] {
              catch_stop_signals();
              leave_descriptors(4);
              return ends(6, 6, [](std::size_t) {
                  nap(20);
                  return std::string("x");
              });
          }) == "0=x 1=x 2=x 3=x 4=x 5=x");
    CHECK(in_child([] {
              leave_descriptors(1);
              return failure_of([] { ends(2, 2, [](std::size_t) { return std::string(); }); });
          }) == "passing: cannot make a pipe: Too many open files");
}

TEST_CASE("a task that is killed once is tried again, and its result told once") {
    const TempFolder folder;
    const auto killed_once = [&](std::size_t i) {
        const std::string marker = fmt::format("killed-{}", i);
        if (i != 1 && !fs::exists(folder / marker)) {
            folder.write(marker, "");
            ::raise(i == 0 ? SIGKILL : SIGTERM);
        }
        return fmt::format("fine{}", i);
    };
    for (const int jobs : {1, 3}) {
        CHECK(ends(3, jobs, killed_once) == "0=fine0 1=fine1 2=fine2");
        CHECK(folder.entries() == 2);
        for (const char* marker : {"killed-0", "killed-2"}) fs::remove(folder / marker);
    }
}

TEST_CASE("a task that is killed always is tried twice, one that crashes once") {
    const TempFolder folder;
    const auto task = [&](std::size_t i) -> std::string {
        folder.write(fmt::format("{}-{}", i, ::getpid()), "");
        if (i == 0) ::raise(SIGKILL);
        ::_exit(9);
    };
    CHECK(ends(2, 1, task) == "0= was killed (SIGKILL) 1= gave up (exit 9)");
    CHECK(folder.entries() == 3);
}
