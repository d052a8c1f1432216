#include "audio/file_sink.hpp"

#include <fcntl.h>
#include <sndfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <limits>
#include <optional>

#include "audio/wav_header.hpp"
#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/files.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

struct FileFormat {
    const char* extension;
    int sndfile_format;
};
/// The seam for further formats: one line each.
constexpr FileFormat kFileFormats[] = {
    {".wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16},
};

int sndfile_format_of(const std::string& path) {
    const std::string extension = lower_ascii(fs::path(path).extension().string());
    std::string known;
    for (const FileFormat& format : kFileFormats) {
        if (extension == format.extension) return format.sndfile_format;
        known += (known.empty() ? "" : ", ") + std::string(format.extension);
    }
    throw Error(ErrorKind::usage, "cannot tell the sound format of " + path +
                                      " from its extension: end its name in " + known);
}

std::string_view as_bytes(std::span<const std::int16_t> frames) {
    return {reinterpret_cast<const char*>(frames.data()), frames.size_bytes()};
}

/// The file under a sound file. libsndfile reports no write error when closing, so the first one
/// is kept here, and never thrown through its C frames.
class CheckedFile {
  public:
    CheckedFile(const fs::path& target, bool no_clobber) : file_(target, no_clobber) {}

    static SF_VIRTUAL_IO callbacks() {
        return {
            [](void* self) { return static_cast<CheckedFile*>(self)->length(); },
            [](sf_count_t offset, int whence, void* self) {
                return sf_count_t{::lseek(static_cast<CheckedFile*>(self)->fd(), offset, whence)};
            },
            [](void*, sf_count_t, void*) { return sf_count_t{0}; },  // only ever written
            [](const void* data, sf_count_t count, void* self) {
                return static_cast<CheckedFile*>(self)->write(data, count);
            },
            [](void* self) {
                return sf_count_t{::lseek(static_cast<CheckedFile*>(self)->fd(), 0, SEEK_CUR)};
            },
        };
    }

    void rethrow_failure() const {
        if (failure_) std::rethrow_exception(failure_);
    }
    [[nodiscard]] int fd() const noexcept { return file_.fd(); }
    [[nodiscard]] std::string name() const { return file_.target().string(); }
    void seal() { file_.seal(); }
    void commit() { file_.commit(); }

  private:
    sf_count_t length() const {
        struct stat status = {};
        return ::fstat(fd(), &status) == 0 ? sf_count_t{status.st_size} : -1;
    }
    sf_count_t write(const void* data, sf_count_t count) noexcept {
        if (failure_) return 0;
        try {
            write_all(fd(), {static_cast<const char*>(data), static_cast<std::size_t>(count)},
                      name());
            return count;
        } catch (...) {
            failure_ = std::current_exception();
            return 0;
        }
    }

    AtomicFile file_;
    std::exception_ptr failure_;
};

class FileSink final : public AudioSink {
  public:
    FileSink(const std::string& path, int sndfile_format, const AudioFormat& format,
             bool no_clobber, std::uint64_t largest_wav)
        : file_(path, no_clobber), format_(format), largest_wav_(largest_wav) {
        SF_INFO info = {};
        info.samplerate = format.sample_rate;
        info.channels = 1;
        info.format = sndfile_format;
        SF_VIRTUAL_IO callbacks = CheckedFile::callbacks();
        sound_.reset(sf_open_virtual(&callbacks, SFM_WRITE, &info, &file_));
        file_.rethrow_failure();
        if (!sound_) fail(sf_strerror(nullptr));
        is_wav_ = (sndfile_format & SF_FORMAT_TYPEMASK) == SF_FORMAT_WAV;
        if (is_wav_) reserve_ds64();
    }

    void write(std::span<const std::int16_t> frames) override {
        const auto count = static_cast<sf_count_t>(frames.size());
        const sf_count_t written = sf_write_short(sound_.get(), frames.data(), count);
        file_.rethrow_failure();
        if (written != count) fail(sf_strerror(sound_.get()));
        frames_ += frames.size();
    }

    void finish() override {
        const int closed = sf_close(sound_.release());
        file_.rethrow_failure();
        if (closed != 0) fail(sf_error_number(closed));
        const std::uint64_t data_bytes = frames_ * sizeof(std::int16_t);
        if (is_wav_ && kFileHeaderBytes - 8 + data_bytes > largest_wav_) make_rf64(data_bytes);
        file_.seal();
    }

    void publish() override { file_.commit(); }

  private:
    struct Closer {
        void operator()(SNDFILE* sound) const noexcept { sf_close(sound); }
    };

    [[noreturn]] void fail(const char* reason) const {
        throw Error(ErrorKind::output, "cannot write " + file_.name() + ": " + reason);
    }

    void reserve_ds64() {
        char empty[kDs64Bytes] = {};
        SF_CHUNK_INFO chunk = {};
        std::copy_n("JUNK", 4, chunk.id);
        chunk.id_size = 4;
        chunk.datalen = sizeof empty;
        chunk.data = empty;
        if (sf_set_chunk(sound_.get(), &chunk) != 0) fail(sf_strerror(sound_.get()));
        // Written now, or closing an empty file would count the size without the chunk.
        sf_command(sound_.get(), SFC_UPDATE_HEADER_NOW, nullptr, 0);
        file_.rethrow_failure();
    }

    void make_rf64(std::uint64_t data_bytes) {
        const std::string header = rf64_header(format_, data_bytes);
        std::string old(header.size(), '\0');
        const ssize_t got = ::pread(file_.fd(), old.data(), old.size(), 0);
        // The samples must begin where the new header ends, or it would overwrite some.
        if (got != static_cast<ssize_t>(old.size()) || old.compare(old.size() - 8, 4, "data") != 0)
            fail("its header is not the expected one");
        if (::lseek(file_.fd(), 0, SEEK_SET) != 0) throw_write_error(errno, file_.name());
        write_all(file_.fd(), header, file_.name());
    }

    CheckedFile file_;  // before sound_, which writes to it when closed
    std::unique_ptr<SNDFILE, Closer> sound_;
    AudioFormat format_;
    std::uint64_t largest_wav_;
    std::uint64_t frames_ = 0;
    bool is_wav_ = false;
};

/// WAV as it comes, to a descriptor that cannot be gone back in: no file is made or removed.
class StreamSink final : public AudioSink {
  public:
    StreamSink(int fd, UniqueFd owned, std::string name, const AudioFormat& format)
        : owned_(std::move(owned)), fd_(fd), name_(std::move(name)), format_(format) {
        if (::isatty(fd_) != 0)
            throw Error(ErrorKind::usage, name_ +
                                              " is a terminal, which cannot show sound: redirect "
                                              "it to a file or a program, or use `declaim play`");
        start_ = place_to_go_back_to();
        write_all(fd_, wav_header(format_, kUnknownSize), name_);
    }

    void write(std::span<const std::int16_t> frames) override {
        write_all(fd_, as_bytes(frames), name_);
        data_bytes_ += frames.size_bytes();
    }

    void finish() override {
        // Standard output that the shell has redirected to a file can tell its true length.
        if (!start_ || data_bytes_ + kFileHeaderBytes > kLargestWav) return;
        const std::string header = wav_header(format_, static_cast<std::uint32_t>(data_bytes_));
        if (::pwrite(fd_, header.data(), header.size(), *start_) < 0)
            throw_write_error(errno, name_);
    }

  private:
    [[nodiscard]] std::optional<off_t> place_to_go_back_to() const {
        struct stat status = {};
        if (::fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
        if ((::fcntl(fd_, F_GETFL) & O_APPEND) != 0) return std::nullopt;
        const off_t here = ::lseek(fd_, 0, SEEK_CUR);
        return here < 0 ? std::nullopt : std::optional(here);
    }

    UniqueFd owned_;
    int fd_;
    std::string name_;
    AudioFormat format_;
    std::optional<off_t> start_;
    std::uint64_t data_bytes_ = 0;
};

}  // namespace

std::unique_ptr<AudioSink> open_wav_sink(const std::string& path, const AudioFormat& format,
                                         bool no_clobber, std::uint64_t largest_wav) {
    if (path == "-")
        return std::make_unique<StreamSink>(STDOUT_FILENO, UniqueFd(), "standard output", format);
    if (output_kind(path) == OutputKind::stream) {
        UniqueFd opened = open_stream(path);
        const int fd = opened.get();
        return std::make_unique<StreamSink>(fd, std::move(opened), path, format);
    }
    return std::make_unique<FileSink>(path, sndfile_format_of(path), format, no_clobber,
                                      largest_wav);
}

}  // namespace declaim
