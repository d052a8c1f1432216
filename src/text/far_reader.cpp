#include "text/far_reader.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>

#include "base/child_end.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/signals.hpp"
#include "base/unique_fd.hpp"
#include "text/page_wire.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLargestAnswer = std::size_t{256} << 20U;

/// The reader limits its own time on the processor; this is for one that sleeps, and generous,
/// since the machine may be busy.
std::chrono::seconds patience(std::size_t bytes) {
    return std::chrono::seconds(60) + std::chrono::seconds(15) * (bytes >> 20U);
}

/// Beside declaim, where it is installed, or beside the folder of the tests that run.
fs::path find_reader() {
    std::error_code failed;
    const fs::path here = fs::read_symlink("/proc/self/exe", failed).parent_path();
    const fs::path candidates[] = {here / "declaim-reader",
                                   here.parent_path() / "libexec/declaim/declaim-reader",
                                   here.parent_path() / "declaim-reader", DECLAIM_INSTALLED_READER};
    for (const fs::path& candidate : candidates)
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    throw Error(
        ErrorKind::data,
        fmt::format("the program declaim-reader, which reads documents of this format, is "
                    "not installed (looked for {}, {}, {}); install declaim anew",
                    candidates[0].string(), candidates[1].string(), candidates[3].string()));
}

[[noreturn]] void no_room(int number) {
    throw Error(ErrorKind::passing, "no room for another process: " + errno_text(number));
}

/// The document as a file without a name: the reader cannot be slow to take it.
UniqueFd as_file(std::string_view bytes) {
    UniqueFd file(::memfd_create("document", MFD_CLOEXEC));
    if (!file.valid()) no_room(errno);
    write_all(file.get(), bytes, "a copy of the document in memory");
    if (::lseek(file.get(), 0, SEEK_SET) != 0) no_room(errno);
    return file;
}

/// What posix_spawn is to do, with its clean-up.
class SpawnPlan {
  public:
    SpawnPlan(int input, int output) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        posix_spawn_file_actions_adddup2(&actions_, input, 0);
        posix_spawn_file_actions_adddup2(&actions_, output, 1);
        posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
        sigset_t all;
        sigset_t none;
        sigfillset(&all);
        sigemptyset(&none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// The reader at work; it does not outlive this object.
class ReaderProcess {
  public:
    ReaderProcess(const std::string& format, std::string_view bytes, const std::string& path) {
        const fs::path program = find_reader();
        const UniqueFd input = as_file(bytes);
        int pipe[2] = {-1, -1};
        if (::pipe2(pipe, O_CLOEXEC) != 0) no_room(errno);
        output_.reset(pipe[0]);
        const UniqueFd theirs(pipe[1]);
        const SpawnPlan plan(input.get(), theirs.get());
        const char* const argv[] = {"declaim-reader", format.c_str(), path.c_str(), nullptr};
        const int failed =
            ::posix_spawn(&pid_, program.c_str(), plan.actions(), plan.attributes(),
                          const_cast<char* const*>(static_cast<const char* const*>(argv)), environ);
        if (failed == EAGAIN || failed == ENOMEM) no_room(failed);
        if (failed != 0)
            throw Error(ErrorKind::data, fmt::format("cannot start {}: {}; install declaim anew",
                                                     program.string(), errno_text(failed)));
    }
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;
    ~ReaderProcess() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);  // it has nothing to tidy up
        wait();
    }
    [[nodiscard]] int output() const noexcept { return output_.get(); }
    ChildEnd wait() {
        ChildEnd end;
        while (::waitpid(pid_, &end.status, 0) < 0 && errno == EINTR) continue;
        pid_ = -1;
        return end;
    }

  private:
    UniqueFd output_;
    pid_t pid_ = -1;
};

[[noreturn]] void took_too_long(const std::string& path) {
    throw Error(ErrorKind::input,
                fmt::format("{}: reading it takes too long; the document is likely broken; save it "
                            "as text or HTML and read that",
                            path));
}

/// All that the reader says, until it closes its output.
std::string answer_of(const ReaderProcess& reader, Clock::time_point end, const std::string& path) {
    std::string answer;
    std::array<char, 65536> chunk{};
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) took_too_long(path);
        pollfd waiting{reader.output(), POLLIN, 0};
        if (poll_or_interrupt(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left, 60000))) ==
            0)
            continue;
        const ssize_t got = ::read(reader.output(), chunk.data(), chunk.size());
        if (got == 0) return answer;
        if (got < 0 && errno != EINTR) no_room(errno);
        if (got > 0) answer.append(chunk.data(), static_cast<std::size_t>(got));
        if (answer.size() > kLargestAnswer)
            throw Error(ErrorKind::input,
                        fmt::format("{}: holds more text than any document; save it as text or "
                                    "HTML and read that",
                                    path));
    }
}

void check_end(const ChildEnd& end, const std::string& path) {
    if (end.good()) return;
    check_interrupt();  // it may have got the signal that we got
    if (WIFSIGNALED(end.status) && WTERMSIG(end.status) == SIGXCPU) took_too_long(path);
    if (end.from_outside())
        throw Error(ErrorKind::passing, fmt::format("{}: its reader {}, perhaps for want of "
                                                    "memory; run again",
                                                    path, end.describe()));
    throw Error(ErrorKind::input,
                fmt::format("{}: its reader {}; the document is likely broken; save it as text or "
                            "HTML and read that",
                            path, end.describe()));
}

}  // namespace

Page read_far(const std::string& format, std::string_view bytes, const std::string& path) {
    const auto end = Clock::now() + patience(bytes.size());
    ReaderProcess reader(format, bytes, path);
    const std::string answer = answer_of(reader, end, path);
    check_end(reader.wait(), path);
    return decode_answer(answer);
}

}  // namespace declaim
