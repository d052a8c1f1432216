#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <vector>

#include "model/plan.hpp"
#include "voice/engine.hpp"

namespace declaim {

// What passes between EngineServer and its process, one packet each.

enum class Ask : std::int32_t { fork, reap };

struct Request {
    Ask ask = Ask::fork;
    std::int32_t value = 0;  // fork: the deadline in ms; reap: the process
};

struct Answer {
    std::int32_t value = 0;  // fork: the process; reap: its wait status; hello: the sample rate
    std::int32_t error = 0;  // errno
    std::array<char, 1000> message{};  // hello: why the engine did not open; else the voices whose
                                       // language it has not, "2 5 "
};

/// The life of the pristine process: opens the engine, says hello with an Answer, and forks and
/// reaps children as asked until `control` ends. A request to fork brings the child's socket.
/// In:     the voice of the speech, then Plan::voices; our end of a SOCK_SEQPACKET pair; the process
///         that forked us, with which we die.
/// Errors: none leave it: it never returns.
[[noreturn]] void run_engine_process(const Engine& engine, std::vector<VoiceSettings> voices,
                                     int control, pid_t parent);

}  // namespace declaim
