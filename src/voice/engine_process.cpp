#include "voice/engine_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/signals.hpp"
#include "base/unique_fd.hpp"
#include "voice/wire.hpp"

namespace declaim {
namespace {

using Voices = std::vector<VoiceSettings>;  // that of the speech first

/// Makes a forked process die with the one that forked it.
void die_with(pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(0);  // it died before the request took effect
}

std::string read_to_end_of_job(int fd) {
    std::string bytes;
    std::array<char, 65536> chunk{};
    for (;;) {
        const ssize_t got = ::read(fd, chunk.data(), chunk.size());
        if (got > 0)
            bytes.append(chunk.data(), static_cast<std::size_t>(got));
        else if (got == 0)
            return bytes;
        else if (errno != EINTR)
            ::_exit(3);
    }
}

void send_or_exit(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EINTR)
            ::_exit(0);  // nobody listens any more
    }
}

/// SIGPROF, whose default is to kill, after that much CPU time: wall time would punish a busy
/// machine, and a job must end the same way wherever it runs.
void set_deadline(int ms) {
    itimerval timer{};
    timer.it_value = {ms / 1000, (ms % 1000) * 1000};
    ::setitimer(ITIMER_PROF, &timer, nullptr);
}

/// Records on their way to the parent, gathered so that few system calls carry them.
class RecordWriter {
  public:
    explicit RecordWriter(int fd) : fd_(fd) {}
    void add(const std::string& record) {
        pending_ += record;
        if (pending_.size() >= kGather) flush();
    }
    void add_frames(std::span<const std::int16_t> frames) {
        constexpr std::size_t kMost = kMaxPayload / sizeof(std::int16_t);
        for (; !frames.empty(); frames = frames.subspan(std::min(kMost, frames.size()))) {
            const auto part = frames.first(std::min(kMost, frames.size()));
            add(encode_record(RecordKind::frames,
                              {reinterpret_cast<const char*>(part.data()), part.size_bytes()}));
        }
    }
    void flush() {
        send_or_exit(fd_, pending_);
        pending_.clear();
    }

  private:
    static constexpr std::size_t kGather = std::size_t{64} << 10;
    int fd_;
    std::string pending_;
};

[[noreturn]] void run_child(const Engine& engine, Voices& voices, int fd, int deadline_ms) {
    int code = 4;
    try {
        const std::vector<JobItem> job = decode_job(read_to_end_of_job(fd));
        set_deadline(deadline_ms);
        RecordWriter out(fd);
        const EngineOutput output{
            [&](std::span<const std::int16_t> frames) { out.add_frames(frames); },
            [&](std::int64_t frame, std::uint32_t character) {
                out.add(encode_word(frame, character));
            }};
        std::size_t voice = 0;  // a fresh child speaks in that of the speech
        for (const JobItem& item : job) {
            out.add(encode_record(RecordKind::begin));
            if (item.voice != voice) engine.use(voices.at(voice = item.voice));
            engine.say(item.ssml, output);
            out.add(encode_record(RecordKind::end));
            out.flush();  // a sentence is heard as soon as it is complete
        }
        code = 0;
    } catch (...) {
    }
    ::_exit(code);
}

void reply(int control, const Answer& answer) {
    if (::send(control, &answer, sizeof answer, MSG_NOSIGNAL) < 0) ::_exit(0);
}

/// Receives a request and, with a fork, the child's end of a socket. False at the end.
bool receive(int control, Request& request, UniqueFd& socket) {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> space{};
    iovec data{&request, sizeof request};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = space.data();
    message.msg_controllen = space.size();
    ssize_t got = 0;
    do got = ::recvmsg(control, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got != static_cast<ssize_t>(sizeof request)) return false;
    if (const cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr) {
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(part), sizeof fd);
        socket.reset(fd);
    }
    return true;
}

Answer fork_one(const Engine& engine, Voices& voices, int control, UniqueFd socket,
                int deadline_ms) {
    const pid_t self = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(control);
        die_with(self);
        run_child(engine, voices, socket.get(), deadline_ms);
    }
    Answer answer;
    answer.value = child;
    answer.error = child < 0 ? errno : 0;
    return answer;
}

Answer reap_one(pid_t pid) {
    Answer answer;
    int status = 0;
    pid_t done = 0;
    do done = ::waitpid(pid, &status, 0);
    while (done < 0 && errno == EINTR);
    answer.value = status;
    answer.error = done < 0 ? errno : 0;
    return answer;
}

void serve(const Engine& engine, Voices& voices, int control) {
    for (;;) {
        Request request;
        UniqueFd socket;
        if (!receive(control, request, socket)) return;
        reply(control, request.ask == Ask::fork
                           ? fork_one(engine, voices, control, std::move(socket), request.value)
                           : reap_one(request.value));
    }
}

/// Keeps the engine's own messages, and glibc's when it catches a smashed stack, off the terminal,
/// and our standard output from being held open.
void detach_standard_streams() {
    const UniqueFd nowhere(::open("/dev/null", O_RDWR | O_CLOEXEC));
    for (int fd = 0; nowhere.valid() && fd <= 2; ++fd) ::dup2(nowhere.get(), fd);
}

void write_message(Answer& answer, std::string_view text) {
    const std::size_t size = std::min(text.size(), answer.message.size() - 1);
    std::copy_n(text.data(), size, answer.message.data());
}

/// Opens the engine with every voice once, so that what is wrong with one is known before a word is
/// said, and leaves it in that of the speech. Out: the hello. One whose language the engine has not
/// becomes that of the speech.
Answer open_all(const Engine& engine, Voices& voices) {
    Answer hello;
    hello.value = engine.open(voices.front());
    std::string missing;
    for (std::size_t i = 1; i < voices.size(); ++i) {
        const std::optional<int> rate = engine.use(voices[i]);
        if (!rate) {
            missing += fmt::format("{} ", i);
            voices[i] = voices.front();
        } else if (*rate != hello.value) {
            throw Error(ErrorKind::engine,
                        fmt::format("the voice '{}' gives {} samples a second and '{}', the voice "
                                    "of the speech, {}; choose voices of one rate (MBROLA voices "
                                    "have one of their own)",
                                    voices[i].name, *rate, voices.front().name, hello.value));
        }
    }
    if (voices.size() > 1) engine.use(voices.front());
    if (missing.size() < hello.message.size()) write_message(hello, missing);
    return hello;
}

}  // namespace

void run_engine_process(const Engine& engine, std::vector<VoiceSettings> voices, int control,
                        pid_t parent) {
    die_with(parent);
    // Ctrl-C goes to the whole process group; we decide in the parent what it means.
    release_stop_signals();
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGHUP, SIG_IGN);
    if (control > 3) ::close_range(3, static_cast<unsigned>(control) - 1, 0);
    ::close_range(static_cast<unsigned>(control) + 1, ~0U, 0);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    Answer hello;
    try {
        detach_standard_streams();
        hello = open_all(engine, voices);
    } catch (const std::exception& error) {
        hello.error = EINVAL;
        write_message(hello, error.what());
    }
    reply(control, hello);
    serve(engine, voices, control);
    ::_exit(0);
}

}  // namespace declaim
