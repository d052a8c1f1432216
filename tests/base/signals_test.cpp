#include "base/signals.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

#include "support/child.hpp"
#include "support/failure.hpp"

using namespace declaim;
using namespace declaim::test;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kLong = 20000;

void nap(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

/// Has a child send a signal to this process in a while.
void send_later(int signal) {
    const pid_t self = ::getpid();
    if (::fork() != 0) return;
    nap(30);
    ::kill(self, signal);
    ::_exit(0);
}

std::string waited() {
    return failure_of([] { poll_or_interrupt(nullptr, 0, kLong); });
}

}  // namespace

TEST_CASE("a sleeping poll wakes for each of the stop signals") {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const auto begin = Clock::now();
        CHECK(in_child([&] {
                  catch_stop_signals();
                  send_later(signal);
                  return waited();
              }) == "interrupted " + std::to_string(signal));
        CHECK(Clock::now() - begin < std::chrono::milliseconds(kLong / 2));
    }
}

TEST_CASE("a signal that came before the poll is not missed") {
    CHECK(in_child([] {
              catch_stop_signals();
              ::raise(SIGTERM);
              return waited();
          }) == "interrupted 15");
    CHECK(in_child([] {
              catch_stop_signals();
              ::raise(SIGINT);
              return failure_of(check_interrupt);
          }) == "interrupted 2");
    CHECK(in_child([] {
              catch_stop_signals();
              return "[" + failure_of(check_interrupt) + "]";
          }) == "[]");
}

TEST_CASE("a poll tells which descriptors are ready") {
    CHECK(in_child([]() -> std::string {
              catch_stop_signals();
              int ends[2];
              if (::pipe(ends) != 0) return "no pipe";
              pollfd fds[] = {{ends[0], POLLIN, 0}, {ends[1], POLLOUT, 0}, {-1, POLLIN, 0}};
              const auto seen = [&](int count) {
                  return std::to_string(count) + (fds[0].revents & POLLIN ? " read" : "") +
                         (fds[1].revents & POLLOUT ? " write" : "") + "\n";
              };
              std::string out = seen(poll_or_interrupt(fds, 3, kLong));
              if (::write(ends[1], "x", 1) != 1) return "no write";
              out += seen(poll_or_interrupt(fds, 3, kLong));
              fds[1].fd = -1;
              char byte = 0;
              if (::read(ends[0], &byte, 1) != 1) return "no read";
              return out + seen(poll_or_interrupt(fds, 3, 1));  // what it said before is cleared
          }) == "1 write\n2 read write\n0\n");
}

TEST_CASE("a poll that fails is an error") {
    CHECK(in_child([] {
              const rlimit few = {4, 4};
              ::setrlimit(RLIMIT_NOFILE, &few);
              pollfd fds[16] = {};
              return failure_of([&] { poll_or_interrupt(fds, 16, 0); });
          }) == "engine: waiting for data failed: Invalid argument");
}

TEST_CASE("another signal is no reason to stop") {
    CHECK(in_child([] {
              catch_stop_signals();
              struct sigaction action = {};
              action.sa_handler = [](int) {};
              ::sigaction(SIGCHLD, &action, nullptr);
              send_later(SIGCHLD);
              const int ready = poll_or_interrupt(nullptr, 0, kLong);
              return std::to_string(ready) + failure_of(check_interrupt);
          }) == "0");
}

TEST_CASE("what nohup ignores stays ignored") {
    CHECK(in_child([] {
              ::signal(SIGHUP, SIG_IGN);
              catch_stop_signals();
              ::raise(SIGHUP);
              std::string said = "[" + failure_of(check_interrupt) + "]";
              ::raise(SIGTERM);
              return said + failure_of(check_interrupt);
          }) == "[]interrupted 15");
}

TEST_CASE("a closed pipe and a full quota of bytes are errors of the write, not deadly") {
    CHECK(in_child([]() -> std::string {
              catch_stop_signals();
              int ends[2];
              if (::pipe(ends) != 0) return "no pipe";
              ::close(ends[0]);
              if (::write(ends[1], "x", 1) >= 0 || errno != EPIPE) return "no EPIPE";
              char name[] = "/tmp/declaim-limit-XXXXXX";
              const int file = ::mkstemp(name);
              ::unlink(name);
              const rlimit none = {0, 0};
              ::setrlimit(RLIMIT_FSIZE, &none);
              return ::write(file, "x", 1) < 0 && errno == EFBIG ? "both" : "no EFBIG";
          }) == "both");
}

TEST_CASE("a forked process is stopped for itself") {
    // A signal to the child does not wake its parent, whose pipe it has inherited.
    CHECK(in_child([] {
              catch_stop_signals();
              if (::fork() == 0) {
                  catch_stop_signals();
                  ::raise(SIGTERM);
                  ::_exit(failure_of(check_interrupt) == "interrupted 15" ? 7 : 1);
              }
              int status = 0;
              ::wait(&status);
              const int ready = poll_or_interrupt(nullptr, 0, 1);
              return std::to_string(WEXITSTATUS(status)) + " " + std::to_string(ready) +
                     failure_of(check_interrupt);
          }) == "7 0");
}

TEST_CASE("a process that has let go of the signals dies of them") {
    CHECK(in_child([]() -> std::string {
              catch_stop_signals();
              release_stop_signals();
              ::raise(SIGTERM);
              return "lived";
          }) == " died of signal 15");
}
