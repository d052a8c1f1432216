#include "app/child_pool.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <deque>
#include <numeric>
#include <set>
#include <vector>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/signals.hpp"
#include "base/unique_fd.hpp"

namespace declaim {
namespace {

struct Running {
    std::size_t task = 0;
    pid_t pid = -1;
    UniqueFd output;
    std::string text;
};

[[noreturn]] void run_task(const std::function<std::string(std::size_t)>& task, std::size_t index,
                           int fd, pid_t parent) {
    int code = 1;
    try {
        ::signal(SIGTERM, SIG_DFL);          // even if our parent was told to ignore it
        catch_stop_signals();                // with a wake-up pipe of its own
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // roll back when the parent is killed
        if (::getppid() == parent) {
            write_all(fd, task(index), "the archive's pipe");
            code = 0;
        }
    } catch (const Interrupted& stop) {
        release_stop_signals();
        ::raise(stop.signal());
    } catch (...) {
    }
    ::_exit(code);
}

Running start(const std::function<std::string(std::size_t)>& task, std::size_t index) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw Error(ErrorKind::passing, "cannot make a pipe: " + errno_text(errno));
    Running running;
    running.task = index;
    running.output.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    const pid_t self = ::getpid();
    running.pid = ::fork();
    if (running.pid < 0)
        throw Error(ErrorKind::passing, "no room for another process: " + errno_text(errno));
    if (running.pid == 0) run_task(task, index, theirs.get(), self);
    return running;
}

/// Starts one more task; false when there is no room for it before another has ended.
bool has_begun(std::vector<Running>& running, const std::function<std::string(std::size_t)>& task,
               std::size_t index) {
    try {
        running.push_back(start(task, index));
        return true;
    } catch (const Error&) {
        if (running.empty()) throw;
        return false;
    }
}

TaskEnd end_of(Running& running) {
    TaskEnd end;
    end.task = running.task;
    end.output = std::move(running.text);
    while (::waitpid(running.pid, &end.how.status, 0) < 0 && errno == EINTR) continue;
    return end;
}

/// Waits for output; true for each child whose output has ended.
std::vector<std::size_t> wait_for_ends(std::vector<Running>& all) {
    std::vector<pollfd> fds;
    for (const Running& running : all) fds.push_back({running.output.get(), POLLIN, 0});
    poll_or_interrupt(fds.data(), fds.size(), -1);
    std::vector<std::size_t> ended;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (fds[i].revents == 0) continue;
        std::array<char, 65536> chunk{};
        const ssize_t got = ::read(fds[i].fd, chunk.data(), chunk.size());
        if (got > 0)
            all[i].text.append(chunk.data(), static_cast<std::size_t>(got));
        else if (got == 0 || errno != EINTR)
            ended.push_back(i);
    }
    return ended;
}

void stop_all(std::vector<Running>& all) noexcept {
    for (const Running& running : all) ::kill(running.pid, SIGTERM);
    for (const Running& running : all)
        while (::waitpid(running.pid, nullptr, 0) < 0 && errno == EINTR) continue;
    all.clear();
}

}  // namespace

void run_in_children(std::size_t count, int jobs,
                     const std::function<std::string(std::size_t)>& task,
                     const std::function<bool(TaskEnd&&)>& on_end) {
    std::vector<Running> running;
    std::deque<std::size_t> waiting(count);
    std::iota(waiting.begin(), waiting.end(), std::size_t{0});
    std::set<std::size_t> tried_again;
    try {
        while (!waiting.empty() || !running.empty()) {
            while (!waiting.empty() && running.size() < static_cast<std::size_t>(jobs) &&
                   has_begun(running, task, waiting.front()))
                waiting.pop_front();
            const auto ended = wait_for_ends(running);
            for (auto i = ended.rbegin(); i != ended.rend(); ++i) {
                Running done = std::move(running[*i]);
                running.erase(running.begin() + static_cast<std::ptrdiff_t>(*i));
                TaskEnd end = end_of(done);
                if (end.how.from_outside() && tried_again.insert(end.task).second)
                    waiting.push_front(end.task);
                else if (!on_end(std::move(end)))
                    waiting.clear();
            }
        }
    } catch (...) {
        stop_all(running);
        throw;
    }
}

}  // namespace declaim
