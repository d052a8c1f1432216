#include "voice/engine_server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/error.hpp"
#include "base/signals.hpp"
#include "voice/wire.hpp"

namespace declaim {
namespace {

enum class Ask : std::int32_t { fork, reap };

struct Request {
    Ask ask = Ask::fork;
    std::int32_t value = 0;  // fork: the deadline in ms; reap: the process
};

struct Answer {
    std::int32_t value = 0;  // fork: the process; reap: its wait status; hello: the sample rate
    std::int32_t error = 0;  // errno
    std::array<char, 1000> message{};  // hello: why the engine did not open
};

[[noreturn]] void lost(const char* when) {
    throw Error(ErrorKind::passing,
                fmt::format("the engine's process ended unexpectedly {}; run again", when));
}

// ---- in the server and its children: no exception may leave these functions ----

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

[[noreturn]] void run_child(const Engine& engine, int fd, int deadline_ms) {
    int code = 4;
    try {
        const std::vector<std::string> job = decode_job(read_to_end_of_job(fd));
        set_deadline(deadline_ms);
        RecordWriter out(fd);
        const EngineOutput output{
            [&](std::span<const std::int16_t> frames) { out.add_frames(frames); },
            [&](std::int64_t frame, std::uint32_t character) {
                out.add(encode_word(frame, character));
            }};
        for (const std::string& ssml : job) {
            out.add(encode_record(RecordKind::begin));
            engine.say(ssml, output);
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

Answer fork_one(const Engine& engine, int control, UniqueFd socket, int deadline_ms) {
    const pid_t self = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(control);
        die_with(self);
        run_child(engine, socket.get(), deadline_ms);
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

void serve(const Engine& engine, int control) {
    for (;;) {
        Request request;
        UniqueFd socket;
        if (!receive(control, request, socket)) return;
        reply(control, request.ask == Ask::fork
                           ? fork_one(engine, control, std::move(socket), request.value)
                           : reap_one(request.value));
    }
}

/// Keeps the engine's own messages, and glibc's when it catches a smashed stack, off the terminal,
/// and our standard output from being held open.
void detach_standard_streams() {
    const UniqueFd nowhere(::open("/dev/null", O_RDWR | O_CLOEXEC));
    for (int fd = 0; nowhere.valid() && fd <= 2; ++fd) ::dup2(nowhere.get(), fd);
}

[[noreturn]] void run_server(const Engine& engine, const VoiceSettings& settings, int control,
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
        hello.value = engine.open(settings);
    } catch (const std::exception& error) {
        hello.error = EINVAL;
        std::strncpy(hello.message.data(), error.what(), hello.message.size() - 1);
    }
    reply(control, hello);
    serve(engine, control);
    ::_exit(0);
}

// ---- in our process ----

Answer receive_answer(int control, const char* when) {
    pollfd waiting{control, POLLIN, 0};
    while (poll_or_interrupt(&waiting, 1, -1) == 0) continue;
    Answer answer;
    if (::recv(control, &answer, sizeof answer, 0) != static_cast<ssize_t>(sizeof answer))
        lost(when);
    return answer;
}

void send_request(int control, const Request& request, int fd_to_pass, const char* when) {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> space{};
    iovec data{const_cast<Request*>(&request), sizeof request};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    if (fd_to_pass >= 0) {
        message.msg_control = space.data();
        message.msg_controllen = space.size();
        cmsghdr* part = CMSG_FIRSTHDR(&message);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(part), &fd_to_pass, sizeof fd_to_pass);
    }
    if (::sendmsg(control, &message, MSG_NOSIGNAL) < 0) lost(when);
}

void socket_pair(int type, UniqueFd& one, UniqueFd& other) {
    int pair[2] = {-1, -1};
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, pair) != 0)
        throw Error(ErrorKind::passing, "no room for another process: " + errno_text(errno));
    one.reset(pair[0]);
    other.reset(pair[1]);
}

}  // namespace

EngineServer::EngineServer(const Engine& engine, const VoiceSettings& settings) {
    UniqueFd theirs;
    socket_pair(SOCK_SEQPACKET, control_, theirs);
    const pid_t self = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0)
        throw Error(ErrorKind::passing, "no room for another process: " + errno_text(errno));
    if (pid_ == 0) run_server(engine, settings, theirs.get(), self);
}

EngineServer::~EngineServer() {
    control_.reset();
    ::kill(pid_, SIGKILL);  // it has nothing to tidy up, and may be stopped or stuck
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) continue;
}

int EngineServer::sample_rate() {
    if (sample_rate_ == 0 && failure_.empty()) {
        const Answer hello = receive_answer(control_.get(), "while starting");
        sample_rate_ = hello.value;
        if (hello.error != 0) failure_ = hello.message.data();
    }
    if (!failure_.empty()) throw Error(ErrorKind::engine, failure_);
    return sample_rate_;
}

EngineServer::Child EngineServer::fork_child(int deadline_ms) {
    sample_rate();
    Child child;
    UniqueFd theirs;
    socket_pair(SOCK_STREAM, child.socket, theirs);
    send_request(control_.get(), {Ask::fork, deadline_ms}, theirs.get(), "between two blocks");
    const Answer answer = receive_answer(control_.get(), "between two blocks");
    if (answer.error != 0)
        throw Error(ErrorKind::passing, "no room for another process: " + errno_text(answer.error));
    child.pid = answer.value;
    return child;
}

ChildEnd EngineServer::reap(pid_t pid) {
    send_request(control_.get(), {Ask::reap, pid}, -1, "after a block");
    const Answer answer = receive_answer(control_.get(), "after a block");
    if (answer.error != 0) lost("after a block");
    return {answer.value};
}

}  // namespace declaim
