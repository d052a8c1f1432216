#pragma once

#include <chrono>
#include <deque>
#include <vector>

#include "voice/engine_server.hpp"
#include "voice/synthesiser.hpp"
#include "voice/wire.hpp"

namespace declaim {

/// How a speech is shared out among processes.
struct WorkerOptions {
    int jobs = 1;                     ///< children that speak at the same time
    int deadline_base_ms = 2000;      ///< CPU time allowed for a job …
    int deadline_per_byte_us = 4000;  ///< … plus this for each byte of markup: 200 × what is usual
    int stuck_ms = 10000;             ///< a child that sleeps so long without working is stuck
};

/// Synthesis in confined processes: a child per block, forked from a pristine parent, so that the
/// sound is the same at any number of jobs and a crash of the engine costs one sentence at most.
///
/// A block whose child dies is spoken again whole by a fresh child; what was already handed over is
/// not handed over twice, for the same text gives the same samples. If the engine itself crashed or
/// hung both times, the sentence it died at is spoken alone, and skipped with a `failure` if it
/// cannot be; the rest of the block goes on in a fresh child.
class Workers : public Synthesiser {
  public:
    /// Starts the pristine parent. In: the voice of the speech; Plan::voices of what it will speak.
    /// \pre this process has one thread.
    Workers(const Engine& engine, const VoiceSettings& settings,
            const std::vector<VoiceSettings>& others, const WorkerOptions& options);

    [[nodiscard]] AudioFormat format() const override;

    /// Which of Plan::voices, from 1, speak in the voice of the speech because the engine has none
    /// for their language. Errors: as format.
    [[nodiscard]] const std::vector<std::size_t>& missing_voices() const;
    void speak(const Plan& plan, const std::function<void(Spoken&&)>& consume) override;

    /// The processes speaking at this moment: for tests that kill them.
    [[nodiscard]] std::vector<pid_t> children() const;

  private:
    /// Utterances of one block, spoken by one child at a time.
    struct Job {
        std::size_t next = 0;           ///< the first utterance not yet complete
        std::size_t end = 0;            ///< one past the last utterance of the block
        std::size_t segment_begin = 0;  ///< what the child was given: [segment_begin, segment_end)
        std::size_t segment_end = 0;
        std::size_t at = 0;     ///< the utterance the child is speaking
        int deaths = 0;         ///< of children of this segment, by their own fault
        int outside_kills = 0;  ///< in a row
        EngineServer::Child child;
        RecordParser parser;
        SpokenBuilder builder;
        std::deque<Spoken> ready;
        std::size_t ready_bytes = 0;
        std::uint64_t cpu_ticks = 0;  ///< of CPU time, when the watchdog last looked …
        std::chrono::steady_clock::time_point looked_at = {};  ///< … which was then
        [[nodiscard]] bool finished() const noexcept { return next == end; }
        [[nodiscard]] bool running() const noexcept { return child.pid > 0; }
    };

    void start(Job& job);
    void start_more();
    void wait_for_output();
    void read_from(Job& job);
    void take(Job& job, const Record& record);
    void end_child(Job& job);
    void on_death(Job& job, const ChildEnd& how);
    void skip(Job& job, const ChildEnd& how);
    void kill_if_stuck(Job& job);

    WorkerOptions options_;
    mutable EngineServer server_;
    const Plan* plan_ = nullptr;
    std::deque<Job> jobs_;     ///< begun and not yet wholly handed over, in the order of the speech
    std::size_t unbegun_ = 0;  ///< the first utterance of no job yet
};

}  // namespace declaim
