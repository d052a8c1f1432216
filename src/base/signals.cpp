#include "base/signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace declaim {
namespace {

constexpr int kStopSignals[] = {SIGINT, SIGTERM, SIGHUP};

std::atomic<int> stop_signal{0};
int wake_pipe[2] = {-1, -1};  // written by the handler so that a sleeping poll wakes

void on_stop(int number) {
    const int saved = errno;
    stop_signal.store(number);
    const char byte = 0;
    if (wake_pipe[1] >= 0) [[maybe_unused]]
        const auto ignored = ::write(wake_pipe[1], &byte, 1);
    errno = saved;
}

void set_handler(int number, void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);  // no SA_RESTART: blocking calls must return
}

bool inherited_as_ignored(int number) {
    struct sigaction action = {};
    return ::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

void catch_stop_signals() {
    for (int& end : wake_pipe)  // a forked process must not share its parent's
        if (end >= 0) ::close(std::exchange(end, -1));
    if (::pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        throw Error(ErrorKind::passing, "cannot make a pipe: " + errno_text(errno));
    for (const int number : kStopSignals)
        if (!inherited_as_ignored(number)) set_handler(number, on_stop);  // nohup stays nohup
    set_handler(SIGPIPE, SIG_IGN);                                        // a write says EPIPE
    set_handler(SIGXFSZ, SIG_IGN);  // and EFBIG, where a limit on file size is reached
}

void release_stop_signals() {
    for (const int number : kStopSignals) set_handler(number, SIG_DFL);
}

void check_interrupt() {
    if (const int number = stop_signal.load(); number != 0) throw Interrupted(number);
}

int poll_or_interrupt(pollfd* fds, nfds_t count, int timeout_ms) {
    check_interrupt();
    std::vector<pollfd> all(fds, fds + count);
    all.push_back({wake_pipe[0], POLLIN, 0});
    const int ready = ::poll(all.data(), all.size(), timeout_ms);
    check_interrupt();
    if (ready < 0 && errno != EINTR)
        throw Error(ErrorKind::engine, "waiting for data failed: " + errno_text(errno));
    int ours = 0;
    for (nfds_t i = 0; i < count; ++i) {
        fds[i].revents = ready > 0 ? all[i].revents : short{0};
        ours += fds[i].revents != 0 ? 1 : 0;
    }
    return ours;
}

}  // namespace declaim
