#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/child_end.hpp"

namespace declaim {

/// How a task in a child process ended.
struct TaskEnd {
    std::size_t task = 0;
    std::string output;  ///< what the task returned; whatever came of it when it crashed
    ChildEnd how;        ///< `good()` when the task returned
};

/// Runs tasks 0 … count−1 in child processes, at most `jobs` at a time, so that a crash in one
/// costs only that one and every core is used. A child that somebody else kills is tried once more.
/// In:     `task` runs in the child and returns what is to be told; `on_end` runs here and returns
///         whether to begin further tasks. \pre jobs > 0
/// Errors: Interrupted, after the children have been told and have rolled back; Error{passing} when
///         not even one child can be forked; whatever `on_end` throws.
/// \pre this process has one thread.
void run_in_children(std::size_t count, int jobs,
                     const std::function<std::string(std::size_t)>& task,
                     const std::function<bool(TaskEnd&&)>& on_end);

}  // namespace declaim
