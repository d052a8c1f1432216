#pragma once

#include <sys/types.h>

#include <csignal>
#include <string>
#include <vector>

#include "base/child_end.hpp"
#include "base/unique_fd.hpp"
#include "model/plan.hpp"
#include "voice/engine.hpp"

namespace declaim {

/// What we kill a child with that does not get on.
constexpr int kSignalStuck = SIGALRM;

/// The pristine parent: a process forked from ours that has opened the engine but never speaks, so
/// that every child forked from it begins in one and the same state and gives the same samples for
/// the same text (engine state left by earlier sentences otherwise shows in the samples).
///
/// It dies with us, and its children with it. Errors: what opening the engine threw; every call
/// throws Error{passing} when the server was killed or the system has no room for a process.
class EngineServer {
  public:
    /// Forks the server; the engine opens while we go on. In: the voice of the speech, then
    /// Plan::voices. \pre this process has one thread.
    EngineServer(const Engine& engine, const std::vector<VoiceSettings>& voices);
    EngineServer(EngineServer&&) = delete;
    ~EngineServer();

    /// Waits until the engine is open and returns its sample rate; throws what opening threw.
    int sample_rate();

    /// As sample_rate; the voices whose language the engine has not: that of the speech speaks.
    const std::vector<std::size_t>& missing_voices();

    struct Child {
        pid_t pid = -1;
        UniqueFd socket;  ///< takes a job, gives records (wire.hpp)
    };
    /// A child forked from the pristine state; `deadline_ms` of CPU time after it has read its job,
    /// it is killed.
    Child fork_child(int deadline_ms);

    /// Waits for a child whose socket has ended, and forgets it.
    ChildEnd reap(pid_t pid);

  private:
    UniqueFd control_;
    pid_t pid_ = -1;
    int sample_rate_ = 0;  // 0 until the engine has said that it is open
    std::string failure_;  // why it did not open
    std::vector<std::size_t> missing_;
};

}  // namespace declaim
