#include "base/child_end.hpp"

#include <fmt/format.h>
#include <sys/wait.h>

#include <csignal>
#include <cstring>

namespace declaim {

bool ChildEnd::good() const noexcept { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }

bool ChildEnd::from_outside() const noexcept {
    if (!WIFSIGNALED(status)) return false;
    const int by = WTERMSIG(status);
    return by == SIGKILL || by == SIGTERM || by == SIGINT || by == SIGHUP || by == SIGQUIT;
}

std::string ChildEnd::describe() const {
    if (!WIFSIGNALED(status)) return fmt::format("gave up (exit {})", WEXITSTATUS(status));
    return fmt::format("{} (SIG{})", from_outside() ? "was killed" : "crashed",
                       ::sigabbrev_np(WTERMSIG(status)));
}

}  // namespace declaim
