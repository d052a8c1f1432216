#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>
#include <string>

#include "support/failure.hpp"

namespace declaim::test {

/// Runs an action in a forked child and returns the text it made. The way to test what depends
/// on the user (as root, file permissions stop nothing) or on a signal.
inline std::string in_child(const std::function<std::string()>& action) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("pipe failed");
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork failed");
    if (child == 0) {
        ::close(ends[0]);
        std::string said;
        try {
            said = action();
        } catch (const std::exception& error) {
            said = std::string("threw ") + error.what();
        }
        [[maybe_unused]] const auto ignored = ::write(ends[1], said.data(), said.size());
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string out;
    char piece[4096];
    for (ssize_t count; (count = ::read(ends[0], piece, sizeof piece)) > 0;)
        out.append(piece, static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? out : out + " died of signal " + std::to_string(WTERMSIG(status));
}

/// Lets this process open so many files more.
inline void leave_descriptors(int count) {
    // The sanitizer of undefined behaviour opens a pipe when it first sees a type.
    failure_of([] { throw Error(ErrorKind::passing, "seen"); });
    const int next = ::dup(0);
    ::close(next);
    const auto most = static_cast<rlim_t>(next + count);
    const rlimit limit{most, most};
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// As `in_child`, as a user without privileges where we are root.
inline std::string as_plain_user(const std::function<std::string()>& action) {
    return in_child([&]() -> std::string {
        constexpr uid_t kNobody = 65534;
        if (::geteuid() == 0 && ::setresuid(kNobody, kNobody, kNobody) != 0)
            return "cannot become another user";
        return action();
    });
}

}  // namespace declaim::test
