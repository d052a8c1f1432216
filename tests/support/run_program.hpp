#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace declaim::test {

/// A program to be run: `declaim` unless `file` says otherwise. The user's own configuration and
/// DECLAIM_DATA are kept from it.
struct Program {
    std::vector<std::string> args;
    std::string input = {};  ///< its standard input
    std::vector<std::pair<std::string, std::string>> env = {};
    std::string folder = {};  ///< where it runs; empty: here
    std::string file = DECLAIM_BINARY;
    bool plain_user = false;  ///< without privileges, where we are root
    int out = -1;             ///< a descriptor to be its standard output instead of `Ended::out`
    int err = -1;             ///< the same for its standard error
    std::vector<int> closed = {};                         ///< of 0, 1, 2: not open at all
    double seconds = 60;                                  ///< it is killed after that time
    std::function<void(const std::string&)> on_out = {};  ///< hears of output as it comes
    std::function<void()> before = {};  ///< done in its process before it starts: limits, signals
};

/// How a program ended.
struct Ended {
    int code = -1;   ///< its exit code, or -1
    int signal = 0;  ///< what it died of, or 0
    bool timed_out = false;
    std::string out;
    std::string err;
    std::size_t left = 0;  ///< processes it left behind
};

/// A process that is alive: not ended and waiting to be noticed.
struct Process {
    pid_t pid = 0, parent = 0, group = 0;
};

inline std::vector<Process> processes() {
    std::vector<Process> all;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
        std::ifstream in(entry.path() / "stat");
        std::string line;
        std::getline(in, line);
        const auto name_end = line.rfind(')');
        if (name_end == std::string::npos) continue;
        Process one;
        one.pid = std::atoi(entry.path().filename().c_str());
        char state = '?';
        std::istringstream(line.substr(name_end + 1)) >> state >> one.parent >> one.group;
        if (state != 'Z' && state != 'X') all.push_back(one);
    }
    return all;
}

/// A program at work, in a process group of its own, which does not outlive this object.
class Running {
  public:
    explicit Running(const Program& program) : on_out_(program.on_out) {
        deadline_ = Clock::now() +
                    std::chrono::milliseconds(static_cast<std::int64_t>(program.seconds * 1000));
        int out[2];
        int err[2];
        if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0)
            throw std::runtime_error("cannot make a pipe");
        const int input = ::memfd_create("input", MFD_CLOEXEC);
        if (::write(input, program.input.data(), program.input.size()) < 0 ||
            ::lseek(input, 0, SEEK_SET) != 0)
            throw std::runtime_error("cannot write the input");
        pid_ = ::fork();
        if (pid_ < 0) throw std::runtime_error("cannot fork");
        if (pid_ == 0)
            become(program, input, program.out < 0 ? out[1] : program.out,
                   program.err < 0 ? err[1] : program.err);
        ::setpgid(pid_, pid_);  // here as well, so that a signal can be sent to it at once
        for (const int fd : {out[1], err[1], input}) ::close(fd);
        out_ = out[0];
        err_ = err[0];
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        if (pid_ > 0) wait_for_end(true);
        for (const int fd : {out_, err_})
            if (fd >= 0) ::close(fd);
    }

    [[nodiscard]] pid_t pid() const noexcept { return pid_; }

    /// As Ctrl-C does: to the whole group. Otherwise to the program alone.
    void send(int signal, bool to_group = false) const { ::kill(to_group ? -pid_ : pid_, signal); }

    /// Waits until it ends, and its output with it.
    Ended wait() {
        Ended ended;
        while (out_ >= 0 || err_ >= 0) {
            if (Clock::now() > deadline_) {
                ended.timed_out = true;
                ::kill(-pid_, SIGKILL);
                break;
            }
            pollfd fds[] = {{out_, POLLIN, 0}, {err_, POLLIN, 0}};
            ::poll(fds, 2, 50);
            if (fds[0].revents != 0) drain(out_, ended.out);
            if (fds[0].revents != 0 && on_out_) on_out_(ended.out);
            if (fds[1].revents != 0) drain(err_, ended.err);
        }
        const pid_t group = pid_;
        const int status = wait_for_end(ended.timed_out);
        if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
        if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
        for (int tries = 0; tries < 100 && (ended.left = members_of(group)) > 0; ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (ended.left > 0) ::kill(-group, SIGKILL);
        return ended;
    }

  private:
    using Clock = std::chrono::steady_clock;

    [[noreturn]] static void become(const Program& program, int input, int out, int err) {
        ::setpgid(0, 0);
        ::dup2(input, 0);
        ::dup2(out, 1);
        ::dup2(err, 2);
        for (const int fd : program.closed) ::close(fd);
        ::setenv("HOME", "/nonexistent", 1);
        ::unsetenv("XDG_CONFIG_HOME");
        ::unsetenv("DECLAIM_DATA");
        for (const auto& [name, value] : program.env) ::setenv(name.c_str(), value.c_str(), 1);
        constexpr uid_t kNobody = 65534;
        if ((!program.folder.empty() && ::chdir(program.folder.c_str()) != 0) ||
            (program.plain_user && ::geteuid() == 0 && ::setresuid(kNobody, kNobody, kNobody) != 0))
            ::_exit(126);
        if (program.before) program.before();
        std::vector<char*> argv{const_cast<char*>(program.file.c_str())};
        for (const std::string& arg : program.args) argv.push_back(const_cast<char*>(arg.c_str()));
        argv.push_back(nullptr);
        ::execvp(argv[0], argv.data());
        ::_exit(127);
    }

    static void drain(int& fd, std::string& text) {
        char piece[65536];
        const ssize_t count = ::read(fd, piece, sizeof piece);
        if (count > 0) return void(text.append(piece, static_cast<std::size_t>(count)));
        ::close(fd);
        fd = -1;
    }

    int wait_for_end(bool kill_first) {
        if (kill_first) ::kill(-pid_, SIGKILL);
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
        pid_ = -1;
        return status;
    }

    /// Processes of a group that are alive: not ended and waiting to be noticed.
    static std::size_t members_of(pid_t group) {
        const auto all = processes();
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [&](const Process& one) { return one.group == group; }));
    }

    std::function<void(const std::string&)> on_out_;
    Clock::time_point deadline_;
    pid_t pid_ = -1;
    int out_ = -1;
    int err_ = -1;
};

inline Ended run_program(const Program& program) { return Running(program).wait(); }

/// `declaim` with these arguments.
inline Ended run_declaim(std::vector<std::string> args) {
    return run_program({.args = std::move(args)});
}

/// Waits until a condition holds. Out: whether it came to hold in time.
template <typename Condition>
bool eventually(Condition condition, double seconds = 10) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

/// Whether a program of that name can be started.
inline bool is_installed(const std::string& name) {
    return run_program({.args = {"--version"}, .file = name}).code == 0;
}

}  // namespace declaim::test
