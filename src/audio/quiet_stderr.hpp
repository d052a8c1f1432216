#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include "base/unique_fd.hpp"

namespace declaim {

/// Sends standard error nowhere while sound systems complain: of devices that they do not find, and
/// while playing of trouble that we report ourselves. Only their descriptor reaches all of it.
class QuietStderr {
  public:
    QuietStderr() { mute(); }
    QuietStderr(const QuietStderr&) = delete;
    QuietStderr& operator=(const QuietStderr&) = delete;
    ~QuietStderr() { unmute(); }

    void mute() noexcept {
        std::fflush(stderr);
        const UniqueFd nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
        saved_.reset(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
        if (saved_.valid() && nowhere.valid()) ::dup2(nowhere.get(), STDERR_FILENO);
    }
    void unmute() noexcept {
        if (!saved_.valid()) return;
        std::fflush(stderr);
        ::dup2(saved_.get(), STDERR_FILENO);
        saved_.reset();
    }

  private:
    UniqueFd saved_;
};

}  // namespace declaim
