#include "voice/phonemes.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <span>

#include "base/child_end.hpp"
#include "base/error.hpp"
#include "base/signals.hpp"
#include "base/unique_fd.hpp"

namespace declaim {
namespace {

constexpr std::uint32_t kLongest = 1U << 20;  // of one transcription, in bytes

void send(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = ::write(fd, text.data(), text.size());
        if (sent < 0 && errno != EINTR) ::_exit(0);  // nobody listens any more
        if (sent > 0) text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

/// A string as four bytes of length and its bytes.
std::string packed(const std::string& text) {
    const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), kLongest));
    std::string out(sizeof size, '\0');
    std::memcpy(out.data(), &size, sizeof size);
    return out + text.substr(0, size);
}

/// Takes one back; false where it is cut off.
bool unpack(std::string_view& bytes, std::string& text) {
    std::uint32_t size = 0;
    if (bytes.size() < sizeof size) return false;
    std::memcpy(&size, bytes.data(), sizeof size);
    if (size > kLongest || bytes.size() - sizeof size < size) return false;
    text = bytes.substr(sizeof size, size);
    bytes.remove_prefix(sizeof size + size);
    return true;
}

/// CPU time, as for speaking: a busy machine changes nothing. SIGPROF kills.
void set_deadline(int ms) {
    itimerval timer{};
    timer.it_value = {ms / 1000, (ms % 1000) * 1000};
    ::setitimer(ITIMER_PROF, &timer, nullptr);
}

void become_alone(int fd, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(0);
    release_stop_signals();
    ::signal(SIGINT, SIG_IGN);  // Ctrl-C goes to the whole group; our parent decides
    ::signal(SIGHUP, SIG_IGN);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int standard = 0; nowhere >= 0 && standard <= 2; ++standard) ::dup2(nowhere, standard);
    if (fd > 3) ::close_range(3, static_cast<unsigned>(fd) - 1, 0);
    ::close_range(static_cast<unsigned>(fd) + 1, ~0U, 0);
}

/// First why the engine did not open, or "", then phonemes and IPA of each text.
[[noreturn]] void work(const Transcriber& engine, const VoiceSettings& voice,
                       std::span<const std::string> texts, int fd, int deadline_ms) {
    try {
        try {
            engine.open(voice);
        } catch (const Error& error) {
            send(fd, packed(error.what()));
            ::_exit(0);
        }
        send(fd, packed(""));
        for (const std::string& text : texts) {
            set_deadline(deadline_ms);
            const Transcription said = engine.transcribe(text);
            send(fd, packed(said.phonemes) + packed(said.ipa));
        }
        ::_exit(0);
    } catch (...) {
        ::_exit(4);
    }
}

std::string read_all(int fd) {
    std::string out;
    std::array<char, 65536> chunk{};
    for (;;) {
        pollfd waiting{fd, POLLIN, 0};
        if (poll_or_interrupt(&waiting, 1, -1) == 0) continue;
        const ssize_t got = ::read(fd, chunk.data(), chunk.size());
        if (got == 0) return out;
        if (got > 0) out.append(chunk.data(), static_cast<std::size_t>(got));
        if (got < 0 && errno != EINTR) return out;
    }
}

/// The process that works; it does not outlive this object.
class Worker {
  public:
    Worker(const Transcriber& engine, const VoiceSettings& voice,
           std::span<const std::string> texts, int deadline_ms) {
        int pair[2];
        if (::pipe2(pair, O_CLOEXEC) != 0) no_room();
        from_.reset(pair[0]);
        UniqueFd to(pair[1]);
        const pid_t self = ::getpid();
        pid_ = ::fork();
        if (pid_ < 0) no_room();
        if (pid_ > 0) return;
        become_alone(to.get(), self);
        work(engine, voice, texts, to.get(), deadline_ms);
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        wait();
    }
    std::string answer() { return read_all(from_.get()); }
    ChildEnd wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
        pid_ = -1;
        return {status};
    }

  private:
    [[noreturn]] static void no_room() {
        throw Error(ErrorKind::passing, "no room for another process: " + errno_text(errno));
    }
    UniqueFd from_;
    pid_t pid_ = -1;
};

}  // namespace

std::vector<Transcription> transcribe(const std::vector<std::string>& texts,
                                      const VoiceSettings& voice, const Transcriber& engine,
                                      int deadline_ms) {
    std::vector<Transcription> out;
    while (out.size() < texts.size()) {
        check_interrupt();
        Worker worker(engine, voice, std::span(texts).subspan(out.size()), deadline_ms);
        const std::string answer = worker.answer();
        const ChildEnd end = worker.wait();
        std::string_view rest = answer;
        std::string failure;
        if (!unpack(rest, failure))
            throw Error(ErrorKind::engine, "the engine " + end.describe() + " while starting");
        if (!failure.empty()) throw Error(ErrorKind::engine, failure);
        for (Transcription said; unpack(rest, said.phonemes) && unpack(rest, said.ipa);)
            out.push_back(said);
        // The text it stopped at: another try would end the same way.
        if (out.size() < texts.size()) out.push_back({{}, {}, "the engine " + end.describe()});
    }
    return out;
}

}  // namespace declaim
