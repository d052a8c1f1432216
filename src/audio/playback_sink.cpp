#include "audio/playback_sink.hpp"

#include <fcntl.h>
#include <portaudio.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "audio/ring_buffer.hpp"
#include "audio/stuck_thread.hpp"
#include "base/error.hpp"
#include "base/signals.hpp"
#include "base/unique_fd.hpp"

namespace declaim {
namespace {

constexpr int kWaitMs = 10;
/// Sound systems drop what they hold when stopped, so more silence than that follows the end.
constexpr double kTailLatencies = 1.5;

/// Sends standard error nowhere while sound systems complain: of devices that they do not find, and
/// while playing of trouble that we report ourselves.
class QuietStderr {
  public:
    QuietStderr() {
        std::fflush(stderr);
        const UniqueFd nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
        saved_.reset(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
        if (saved_.valid() && nowhere.valid()) ::dup2(nowhere.get(), STDERR_FILENO);
    }
    QuietStderr(const QuietStderr&) = delete;
    QuietStderr& operator=(const QuietStderr&) = delete;
    ~QuietStderr() {
        std::fflush(stderr);
        if (saved_.valid()) ::dup2(saved_.get(), STDERR_FILENO);
    }

  private:
    UniqueFd saved_;
};

/// Keeps signals away from threads that are started meanwhile, but for the one that ends them.
class SignalsBlocked {
  public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        sigdelset(&all, kUnstickSignal);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;
    ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_;
};

[[noreturn]] void throw_device_error(PaError code, const std::string& doing) {
    std::string reason = Pa_GetErrorText(code);
    if (code == paUnanticipatedHostError)
        if (const PaHostErrorInfo* host = Pa_GetLastHostErrorInfo();
            host != nullptr && host->errorText != nullptr && *host->errorText != '\0')
            reason = host->errorText;
    throw Error(ErrorKind::device, "cannot " + doing + ": " + reason +
                                       "; another program may be using it: close that, choose "
                                       "another with --device, or render to a file instead");
}

/// PortAudio, initialised while it lives.
class Session {
  public:
    Session() {
        ::setenv("JACK_NO_START_SERVER", "1", 0);
        const QuietStderr quiet;
        if (const PaError code = Pa_Initialize(); code != paNoError)
            throw_device_error(code, "reach the sound system");
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() { Pa_Terminate(); }

    [[nodiscard]] static std::vector<AudioDevice> devices() {
        std::vector<AudioDevice> out;
        for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); ++i) {
            const PaDeviceInfo* info = Pa_GetDeviceInfo(i);
            if (info == nullptr || info->maxOutputChannels < 1) continue;
            const PaHostApiInfo* system = Pa_GetHostApiInfo(info->hostApi);
            out.push_back({i, info->name, system != nullptr ? system->name : "",
                           info->defaultSampleRate, i == Pa_GetDefaultOutputDevice()});
        }
        return out;
    }
};

/// The side of PortAudio's thread: no locks, no allocation, no system call.
class Feeder {
  public:
    Feeder(std::size_t ring_frames, int sample_rate) : ring(ring_frames), rate_(sample_rate) {}

    /// Fills a buffer whose first frame will be heard at `dac_time`.
    void fill(std::span<std::int16_t> out, double dac_time) noexcept {
        const std::size_t count = ring.pop(out);
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(count), out.end(), std::int16_t{0});
        const std::int64_t before = fed.load(std::memory_order_relaxed);
        if (count > 0) {
            origin.store(dac_time - static_cast<double>(before) / rate_);
            fed.store(before + static_cast<std::int64_t>(count));
        }
        thread.store(::pthread_self(), std::memory_order_relaxed);
        calls.fetch_add(1);
        const std::size_t silence = out.size() - count;
        if (silence > 0 && all_given.load() && ring.size() == 0) {
            tail_fed_ += silence;
            if (tail_fed_ >= tail_frames) tail_done.store(true);
        } else if (silence > 0 && !in_gap_) {
            underruns.fetch_add(1, std::memory_order_relaxed);
        }
        in_gap_ = silence > 0;
    }

    RingBuffer ring;
    std::atomic<bool> all_given = false;  ///< nothing more will be pushed
    std::atomic<bool> tail_done = false;  ///< the silence after the last frame is fed
    std::atomic<std::int64_t> fed = 0;
    std::atomic<std::int64_t> underruns = 0;
    std::atomic<std::int64_t> calls = 0;
    std::atomic<pthread_t> thread = {};  ///< PortAudio's, once there was a call
    std::atomic<double> origin = 0;      ///< the stream time at which frame 0 is heard
    std::size_t tail_frames = 0;         ///< set before the stream starts

  private:
    int rate_;
    std::size_t tail_fed_ = 0;
    bool in_gap_ = false;
};

static_assert(std::atomic<double>::is_always_lock_free);

}  // namespace

std::vector<AudioDevice> list_devices() {
    const Session session;
    return Session::devices();
}

class PlaybackSink::Stream {
  public:
    Stream(const AudioFormat& format, const PlaybackOptions& options)
        : rate_(format.sample_rate),
          stalled_after_(options.stalled_after_ms),
          progress_(options.on_progress),
          prefill_(latency_frames(format, options) * 2),
          feeder_(std::max(prefill_ * 2, static_cast<std::size_t>(rate_)), rate_) {
        open(choose_device(Session::devices(), options.device), options);
        latency_ = Pa_GetStreamInfo(stream_.get())->outputLatency;
        feeder_.tail_frames =
            static_cast<std::size_t>(std::ceil(kTailLatencies * latency_ * rate_));
    }

    void write(std::span<const std::int16_t> frames) {
        while (!frames.empty()) {
            const std::size_t count = feeder_.ring.push(frames);
            given_ += static_cast<std::int64_t>(count);
            frames = frames.subspan(count);
            if (!started_ && feeder_.ring.size() >= prefill_) start();
            if (!frames.empty()) wait();
        }
        check_interrupt();
    }

    void finish() {
        if (given_ == 0) return;
        feeder_.all_given.store(true);
        if (!started_) start();
        while (!feeder_.tail_done.load()) wait();
        Pa_StopStream(stream_.get());
        finished_ = true;
        report();
    }

    std::int64_t heard() {
        if (finished_) return last_heard_ = given_;
        const std::int64_t fed = feeder_.fed.load();
        if (fed == 0) return 0;
        const double since = Pa_GetStreamTime(stream_.get()) - feeder_.origin.load();
        const auto position = static_cast<std::int64_t>(std::floor(since * rate_));
        last_heard_ = std::clamp(position, last_heard_, std::max(fed, last_heard_));
        return last_heard_;
    }

    [[nodiscard]] std::int64_t underruns() const noexcept { return feeder_.underruns.load(); }

    /// Falls silent, and closes the device. Out: false when PortAudio's thread had to be ended by
    /// force: then PortAudio may hold locks for ever, and nothing of it may be closed or freed.
    [[nodiscard]] bool close() noexcept {
        const QuietStderr quiet;
        if (started_ && !finished_ && !responds()) {
            if (feeder_.calls.load() > 0) cancel_stuck_thread(feeder_.thread.load());
            happens([&] { return Pa_IsStreamActive(stream_.get()) != 1; });
            return false;
        }
        stream_.reset();
        return true;
    }

  private:
    struct Closer {
        void operator()(PaStream* stream) const noexcept {
            Pa_AbortStream(stream);
            Pa_CloseStream(stream);
        }
    };

    /// Whether something comes true within a few buffers' time.
    template <typename Condition>
    bool happens(Condition condition) const noexcept {
        const auto step = std::chrono::milliseconds(2);
        auto left = std::chrono::milliseconds(100 + static_cast<int>(latency_ * 2000));
        for (; !condition() && left.count() > 0; left -= step) std::this_thread::sleep_for(step);
        return condition();
    }

    /// Whether PortAudio's thread still asks for frames, or has ended in order.
    bool responds() const noexcept {
        return happens([this, before = feeder_.calls.load()] {
            return feeder_.calls.load() != before || Pa_IsStreamActive(stream_.get()) != 1;
        });
    }

    static std::size_t latency_frames(const AudioFormat& format, const PlaybackOptions& options) {
        return static_cast<std::size_t>(
            std::max<std::int64_t>(1, frames_of_ms(options.latency_ms, format.sample_rate)));
    }

    static int on_buffer(const void*, void* output, unsigned long count,
                         const PaStreamCallbackTimeInfo* time, PaStreamCallbackFlags flags,
                         void* self) noexcept {
        Stream& stream = *static_cast<Stream*>(self);
        if ((flags & paOutputUnderflow) != 0) stream.feeder_.underruns.fetch_add(1);
        // Some sound systems do not know the time: then it is guessed from the latency.
        const double dac_time = time->outputBufferDacTime > 0
                                    ? time->outputBufferDacTime
                                    : Pa_GetStreamTime(stream.stream_.get()) + stream.latency_;
        stream.feeder_.fill({static_cast<std::int16_t*>(output), count}, dac_time);
        return paContinue;
    }

    void open(const AudioDevice& device, const PlaybackOptions& options) {
        device_ = "the sound device '" + device.name + "'";
        PaStreamParameters parameters = {};
        parameters.device = device.index;
        parameters.channelCount = 1;
        parameters.sampleFormat = paInt16;
        parameters.suggestedLatency = options.latency_ms / 1000.0;
        PaStream* opened = nullptr;
        const QuietStderr quiet;
        const PaError code =
            Pa_OpenStream(&opened, nullptr, &parameters, rate_, paFramesPerBufferUnspecified,
                          paNoFlag, &Stream::on_buffer, this);
        if (code == paInvalidSampleRate)
            throw Error(ErrorKind::device,
                        device_ + " does not play " + std::to_string(rate_) +
                            " Hz: choose one that converts, such as --device default (see "
                            "--list-devices)");
        if (code != paNoError) throw_device_error(code, "open " + device_);
        stream_.reset(opened);
    }

    void start() {
        const SignalsBlocked blocked;  // stop signals are for the thread that waits for them
        if (const PaError code = Pa_StartStream(stream_.get()); code != paNoError)
            throw_device_error(code, "start " + device_);
        started_ = true;
        last_call_ = std::chrono::steady_clock::now();
    }

    void wait() {
        {
            const QuietStderr quiet;
            poll_or_interrupt(nullptr, 0, kWaitMs);
            check_alive();
        }
        report();
    }

    void check_alive() {
        const auto now = std::chrono::steady_clock::now();
        if (const std::int64_t calls = feeder_.calls.load(); calls != calls_seen_) {
            calls_seen_ = calls;
            last_call_ = now;
        }
        if (Pa_IsStreamActive(stream_.get()) == 1 && now - last_call_ < stalled_after_) return;
        throw Error(ErrorKind::device,
                    device_ +
                        " stopped before the end of the speech: was it unplugged, or did "
                        "the sound server end?");
    }

    void report() {
        const std::int64_t before = last_heard_;
        if (heard() > before && progress_) progress_(last_heard_);
    }

    Session session_;
    int rate_;
    std::chrono::milliseconds stalled_after_;
    std::function<void(std::int64_t)> progress_;
    std::size_t prefill_;
    Feeder feeder_;
    std::string device_;
    double latency_ = 0;
    std::unique_ptr<PaStream, Closer> stream_;  // after the feeder, which it uses until closed
    std::int64_t given_ = 0;
    std::int64_t last_heard_ = 0;
    std::int64_t calls_seen_ = 0;
    std::chrono::steady_clock::time_point last_call_;
    bool started_ = false;
    bool finished_ = false;
};

PlaybackSink::PlaybackSink(const AudioFormat& format, const PlaybackOptions& options)
    : stream_(std::make_unique<Stream>(format, options)) {}
PlaybackSink::~PlaybackSink() {
    if (stream_->close()) return;
    [[maybe_unused]] static const Stream* abandoned = nullptr;
    abandoned = stream_.release();
}
void PlaybackSink::write(std::span<const std::int16_t> frames) { stream_->write(frames); }
void PlaybackSink::finish() { stream_->finish(); }
std::int64_t PlaybackSink::heard() { return stream_->heard(); }
std::int64_t PlaybackSink::underruns() const noexcept { return stream_->underruns(); }

}  // namespace declaim
