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
    QuietStderr() {
        std::fflush(stderr);
        const UniqueFd nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
        saved_.reset(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
        if (saved_.valid() && nowhere.valid()) ::dup2(nowhere.get(), STDERR_FILENO);
    }
    QuietStderr(const QuietStderr&) = delete;
    QuietStderr& operator=(const QuietStderr&) = delete;
    ~QuietStderr() {
        std::fflush(stderr);
        if (saved_.valid()) ::dup2(saved_.get(), STDERR_FILENO);
    }

  private:
    UniqueFd saved_;
};

}  // namespace declaim
