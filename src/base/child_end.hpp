#pragma once

#include <string>

namespace declaim {

/// How a child process ended.
struct ChildEnd {
    int status = 0;  ///< as from waitpid(2)
    [[nodiscard]] bool good() const noexcept;
    /// Whether somebody else ended it (SIGKILL, SIGTERM, …), so that another try may succeed.
    [[nodiscard]] bool from_outside() const noexcept;
    /// "crashed (SIGABRT)", "was killed (SIGKILL)", "gave up (exit 3)"
    [[nodiscard]] std::string describe() const;
};

}  // namespace declaim
