#include "voice/engine_server.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sstream>

#include "base/error.hpp"
#include "base/signals.hpp"
#include "voice/engine_process.hpp"

namespace declaim {
namespace {

[[noreturn]] void lost(const char* when) {
    throw Error(ErrorKind::passing,
                fmt::format("the engine's process ended unexpectedly {}; run again", when));
}

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

EngineServer::EngineServer(const Engine& engine, const std::vector<VoiceSettings>& voices) {
    UniqueFd theirs;
    socket_pair(SOCK_SEQPACKET, control_, theirs);
    const pid_t self = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0)
        throw Error(ErrorKind::passing, "no room for another process: " + errno_text(errno));
    if (pid_ == 0) run_engine_process(engine, voices, theirs.get(), self);
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
        std::istringstream missing(hello.message.data());
        if (hello.error != 0) failure_ = hello.message.data();
        for (std::size_t voice = 0; failure_.empty() && missing >> voice;)
            missing_.push_back(voice);
    }
    if (!failure_.empty()) throw Error(ErrorKind::engine, failure_);
    return sample_rate_;
}

const std::vector<std::size_t>& EngineServer::missing_voices() {
    sample_rate();
    return missing_;
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
