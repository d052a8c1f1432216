#include "voice/workers.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <span>
#include <sstream>

#include "base/error.hpp"
#include "base/signals.hpp"

namespace declaim {
namespace {

// Speech waiting for its turn, over all jobs: 8 MiB is three minutes of it. A child beyond that is
// not read from, and stops when its socket is full.
constexpr std::size_t kMostAhead = std::size_t{8} << 20;
// Jobs begun beyond those running, so that a long block at the head does not idle the others.
constexpr std::size_t kJobsAhead = 8;
constexpr int kMostOutsideKills = 20;

/// State letter and CPU ticks of a process; {'?', 0} when it is gone.
std::pair<char, std::uint64_t> process_state(pid_t pid) {
    std::ifstream in(fmt::format("/proc/{}/stat", pid));
    std::string line;
    std::getline(in, line);
    const auto name_end = line.rfind(')');  // the name may hold anything
    if (name_end == std::string::npos) return {'?', 0};
    std::istringstream fields(line.substr(name_end + 1));
    char state = '?';
    std::string skipped;
    std::uint64_t user = 0;
    std::uint64_t system = 0;
    fields >> state;
    for (int i = 0; i < 10; ++i) fields >> skipped;
    fields >> user >> system;
    return {state, user + system};
}

std::vector<VoiceSettings> all_voices(const VoiceSettings& first,
                                      const std::vector<VoiceSettings>& others) {
    std::vector<VoiceSettings> all{first};
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

std::string fate(const ChildEnd& how) {
    const int by = WIFSIGNALED(how.status) ? WTERMSIG(how.status) : 0;
    return by == SIGPROF || by == kSignalStuck ? "took too long" : how.describe();
}

}  // namespace

Workers::Workers(const Engine& engine, const VoiceSettings& settings,
                 const std::vector<VoiceSettings>& others, const WorkerOptions& options)
    : options_(options), server_(engine, all_voices(settings, others)) {}

AudioFormat Workers::format() const { return {server_.sample_rate()}; }

const std::vector<std::size_t>& Workers::missing_voices() const { return server_.missing_voices(); }

std::vector<pid_t> Workers::children() const {
    std::vector<pid_t> pids;
    for (const Job& job : jobs_)
        if (job.running()) pids.push_back(job.child.pid);
    return pids;
}

void Workers::speak(const Plan& plan, const std::function<void(Spoken&&)>& consume) {
    plan_ = &plan;
    jobs_.clear();
    unbegun_ = 0;
    while (!jobs_.empty() || unbegun_ < plan.utterances.size()) {
        start_more();
        Job& head = jobs_.front();
        if (head.ready.empty()) wait_for_output();
        while (!head.ready.empty()) {
            Spoken spoken = std::move(head.ready.front());
            head.ready.pop_front();
            head.ready_bytes -= spoken.frames.size() * sizeof(std::int16_t);
            consume(std::move(spoken));
        }
        if (head.finished() && !head.running()) jobs_.pop_front();
    }
}

void Workers::start_more() {
    const auto running = [&] {
        return std::count_if(jobs_.begin(), jobs_.end(),
                             [](const Job& job) { return job.running(); });
    };
    const auto& utterances = plan_->utterances;
    const auto most = static_cast<std::size_t>(options_.jobs) + kJobsAhead;
    while (unbegun_ < utterances.size() && jobs_.size() < most && running() < options_.jobs) {
        Job job;
        job.next = job.segment_begin = unbegun_;
        while (unbegun_ < utterances.size() &&
               utterances[unbegun_].block == utterances[job.next].block)
            ++unbegun_;
        job.end = job.segment_end = unbegun_;
        jobs_.push_back(std::move(job));
        try {
            start(jobs_.back());
        } catch (const Error& error) {
            // No room for one more process: go on with those there are.
            const bool alone = jobs_.size() == 1;
            if (alone || error.kind() != ErrorKind::passing) throw;
            unbegun_ = jobs_.back().next;
            jobs_.pop_back();
            return;
        }
    }
}

/// Gives the current segment of a job to a fresh child.
void Workers::start(Job& job) {
    const auto segment = std::span(plan_->utterances)
                             .subspan(job.segment_begin, job.segment_end - job.segment_begin);
    std::int64_t bytes = 0;
    for (const Utterance& each : segment)
        bytes += static_cast<std::int64_t>(each.markup.ssml.size());
    const std::int64_t deadline =
        options_.deadline_base_ms + bytes * options_.deadline_per_byte_us / 1000;
    job.child = server_.fork_child(static_cast<int>(std::min<std::int64_t>(deadline, 1 << 30)));
    job.at = job.segment_begin;
    job.parser = {};
    job.builder = {};
    job.looked_at = {};
    const int fd = job.child.socket.get();
    const std::string bytes_of_job = encode_job(segment);
    for (std::string_view left = bytes_of_job; !left.empty();) {
        const ssize_t sent = ::send(fd, left.data(), left.size(), MSG_NOSIGNAL);
        if (sent > 0)
            left.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EINTR)
            break;  // it died already; reading will tell
        check_interrupt();
    }
    ::shutdown(fd, SHUT_WR);
    ::fcntl(fd, F_SETFL, O_NONBLOCK);
}

void Workers::wait_for_output() {
    std::size_t ahead = 0;
    for (const Job& job : jobs_) ahead += job.ready_bytes;
    std::vector<pollfd> fds;
    std::vector<Job*> waiting;
    for (Job& job : jobs_) {
        const bool head = &job == &jobs_.front();
        if (!job.running() || (!head && ahead >= kMostAhead)) continue;
        fds.push_back({job.child.socket.get(), POLLIN, 0});
        waiting.push_back(&job);
    }
    if (poll_or_interrupt(fds.data(), fds.size(), options_.stuck_ms) == 0)
        for (Job* job : waiting) kill_if_stuck(*job);
    for (std::size_t i = 0; i < fds.size(); ++i)
        if (fds[i].revents != 0) read_from(*waiting[i]);
}

void Workers::read_from(Job& job) {
    std::array<char, 1 << 17> chunk;
    const ssize_t got = ::recv(job.child.socket.get(), chunk.data(), chunk.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return end_child(job);
    try {
        job.parser.feed({chunk.data(), static_cast<std::size_t>(got)});
        for (Record record; job.running() && job.parser.next(record);) take(job, record);
    } catch (const Error&) {
        ::kill(job.child.pid, SIGABRT);  // corrupted: as good as crashed
        end_child(job);
    }
}

void Workers::take(Job& job, const Record& record) {
    if (job.at >= job.segment_end) throw Error(ErrorKind::engine, "more speech than text");
    switch (record.kind) {
        case RecordKind::begin:
            return job.builder.begin();
        case RecordKind::frames:
        case RecordKind::word:
            return job.builder.add(record, plan_->utterances[job.at]);
        case RecordKind::end:
            break;
    }
    Spoken spoken = job.builder.finish();
    spoken.utterance = job.at++;
    if (spoken.utterance < job.next) return;  // said before its child died, sample for sample
    job.next = job.at;
    job.ready_bytes += spoken.frames.size() * sizeof(std::int16_t);
    job.ready.push_back(std::move(spoken));
}

/// A child's socket has ended: it is done with its segment, or dead.
void Workers::end_child(Job& job) {
    const ChildEnd how = server_.reap(job.child.pid);
    job.child = {};
    if (job.next < job.segment_end) return on_death(job, how);
    if (job.finished()) return;
    job.segment_begin = job.next;  // the rest of a block that was cut at a bad sentence
    job.segment_end = job.end;
    job.deaths = 0;
    start(job);
}

void Workers::on_death(Job& job, const ChildEnd& how) {
    if (how.from_outside()) {
        if (++job.outside_kills > kMostOutsideKills)
            throw Error(ErrorKind::passing,
                        "the engine's processes are being killed, perhaps for want of memory; "
                        "free some, or use fewer --jobs, and run again");
        return start(job);
    }
    job.outside_kills = 0;
    if (++job.deaths < 2) return start(job);
    if (job.segment_end - job.segment_begin == 1) return skip(job, how);
    job.segment_begin = job.next;  // the sentence it died at, alone
    job.segment_end = job.next + 1;
    job.deaths = 0;
    start(job);
}

void Workers::skip(Job& job, const ChildEnd& how) {
    Spoken spoken;
    spoken.utterance = job.next++;
    spoken.failure = "the engine " + fate(how);
    job.ready.push_back(std::move(spoken));
    if (job.finished()) return;
    job.segment_begin = job.next;
    job.segment_end = job.end;
    job.deaths = 0;
    start(job);
}

/// A child that sleeps although we wait for it, and has used no CPU time since the last look, waits
/// for something that will never come. (One that is stopped, or starved, is left alone.)
void Workers::kill_if_stuck(Job& job) {
    const auto now = std::chrono::steady_clock::now();
    const auto [state, ticks] = process_state(job.child.pid);
    const bool idle = state == 'S' && ticks == job.cpu_ticks;
    if (!idle || job.looked_at == std::chrono::steady_clock::time_point{}) {
        job.looked_at = now;
        job.cpu_ticks = ticks;
    } else if (now - job.looked_at >= std::chrono::milliseconds(options_.stuck_ms)) {
        ::kill(job.child.pid, kSignalStuck);
    }
}

}  // namespace declaim
