#include "audio/playback_sink.hpp"

#include <portaudio.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <thread>

#include "audio/feeder.hpp"
#include "audio/quiet_stderr.hpp"
#include "audio/stuck_thread.hpp"
#include "base/error.hpp"
#include "base/signals.hpp"

namespace declaim {
namespace {

constexpr int kWaitMs = 10;
/// Sound systems drop what they hold when stopped, so more silence than that follows the end.
constexpr double kTailLatencies = 1.5;

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

/// Not Pa_GetStreamTime, which asks the device: sound systems' plug-ins need not bear that from
/// another thread than the one that feeds them.
double seconds_now() noexcept {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
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
        std::optional<QuietStderr> quiet;
        while (!frames.empty()) {
            const std::size_t count = feeder_.ring.push(frames);
            given_ += static_cast<std::int64_t>(count);
            frames = frames.subspan(count);
            if (!started_ && feeder_.ring.size() >= prefill_) start();
            if (frames.empty()) break;
            if (!quiet) quiet.emplace();
            wait(*quiet);
        }
        check_interrupt();
    }

    void finish() {
        if (given_ == 0) return;
        feeder_.all_given.store(true);
        if (!started_) start();
        QuietStderr quiet;
        while (!feeder_.tail_done.load()) wait(quiet);
        if (responds()) Pa_StopStream(stream_.get());
        finished_ = true;
        report(quiet);
    }

    std::int64_t heard() {
        if (finished_) return last_heard_ = given_;
        const std::int64_t fed = feeder_.fed.load();
        if (fed == 0 || abandoned_ || !stream_) return last_heard_;
        const double since = seconds_now() - feeder_.origin.load();
        const auto position = static_cast<std::int64_t>(std::floor(since * rate_));
        last_heard_ = std::clamp(position, last_heard_, std::max(fed, last_heard_));
        return last_heard_;
    }

    [[nodiscard]] std::int64_t underruns() const noexcept { return feeder_.underruns.load(); }

    /// Falls silent, and closes the device. Out: false when PortAudio's thread had to be ended by
    /// force: then PortAudio may hold locks for ever, and nothing of it may be closed or freed.
    [[nodiscard]] bool close() noexcept {
        if (abandoned_) return false;
        if (!stream_) return true;
        const QuietStderr quiet;
        if (started_ && Pa_IsStreamStopped(stream_.get()) != 1 && !responds()) {
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
        const double delay = time->outputBufferDacTime > time->currentTime && time->currentTime > 0
                                 ? time->outputBufferDacTime - time->currentTime
                                 : stream.latency_;
        stream.feeder_.fill({static_cast<std::int16_t*>(output), count}, seconds_now() + delay);
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
        const QuietStderr quiet;
        const SignalsBlocked blocked;  // stop signals are for the thread that waits for them
        if (const PaError code = Pa_StartStream(stream_.get()); code != paNoError)
            throw_device_error(code, "start " + device_);
        started_ = true;
    }

    void wait(QuietStderr& quiet) {
        try {
            poll_or_interrupt(nullptr, 0, kWaitMs);
            check_alive();
        } catch (...) {
            abandoned_ = !close();  // while what PortAudio prints is muted
            throw;
        }
        report(quiet);
    }

    void check_alive() {
        // Counted in waits, not by the clock, which goes on while the program is stopped (Ctrl-Z).
        waited_ += std::chrono::milliseconds(kWaitMs);
        if (const std::int64_t calls = feeder_.calls.load(); calls != calls_seen_) {
            calls_seen_ = calls;
            waited_ = {};
        }
        if (Pa_IsStreamActive(stream_.get()) == 1 && waited_ < stalled_after_) return;
        throw Error(ErrorKind::device,
                    device_ +
                        " stopped before the end of the speech: was it unplugged, or did "
                        "the sound server end?");
    }

    void report(QuietStderr& quiet) {
        const std::int64_t before = last_heard_;
        if (heard() <= before || !progress_) return;
        quiet.unmute();
        progress_(last_heard_);
        quiet.mute();
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
    std::chrono::milliseconds waited_{};
    bool started_ = false;
    bool finished_ = false;
    bool abandoned_ = false;  // PortAudio is in no state to be called
};

PlaybackSink::PlaybackSink(const AudioFormat& format, const PlaybackOptions& options)
    : stream_(std::make_unique<Stream>(format, options)) {}
PlaybackSink::~PlaybackSink() {
    if (stream_->close()) return;
    [[maybe_unused]] static const Stream* abandoned = nullptr;  // seen by leak checkers as in use
    abandoned = stream_.release();
}
void PlaybackSink::write(std::span<const std::int16_t> frames) { stream_->write(frames); }
void PlaybackSink::finish() { stream_->finish(); }
std::int64_t PlaybackSink::heard() { return stream_->heard(); }
std::int64_t PlaybackSink::underruns() const noexcept { return stream_->underruns(); }

}  // namespace declaim
