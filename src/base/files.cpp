#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <limits>
#include <optional>

#include "base/error.hpp"
#include "base/signals.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

/// A regular file takes any amount at once, in pieces small enough for a stop signal to be seen.
constexpr std::size_t kFilePiece = std::size_t{1} << 20;

std::optional<struct stat> status_of(int fd) {
    struct stat status = {};
    return ::fstat(fd, &status) == 0 ? std::optional(status) : std::nullopt;
}

/// The bytes until the end of the file, or nullopt when there are more than `limit`.
/// On a read error the result is what came before it, and `failure` its errno.
std::optional<std::string> read_to_end(int fd, std::uint64_t limit, int& failure) {
    std::string out;
    std::array<char, 65536> piece;
    failure = 0;
    for (;;) {
        // A FIFO that nobody has opened for writing yet is not ready, so this waits for a writer.
        pollfd waiting = {fd, POLLIN, 0};
        if (poll_or_interrupt(&waiting, 1, -1) == 0) continue;
        const ssize_t count = ::read(fd, piece.data(), piece.size());
        if (count == 0) return out;
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (count < 0) {
            failure = errno;
            return out;
        }
        out.append(piece.data(), static_cast<std::size_t>(count));
        if (out.size() > limit) return std::nullopt;
    }
}

/// Want of descriptors or memory, which may be there when the run is begun again.
void throw_if_passing(int number, const std::string& what) {
    if (number == EMFILE || number == ENFILE || number == ENOMEM || number == EAGAIN)
        throw Error(ErrorKind::passing,
                    what + ": " + errno_text(number) + "; use fewer --jobs and run again");
}

[[noreturn]] void throw_read_error(int number, const std::string& name) {
    throw_if_passing(number, "cannot read " + name);
    std::string message;
    switch (number) {
        case ENOENT:
            message = "no such file: " + name + "; check the name";
            break;
        case ENOTDIR:
            message = "no such file: " + name + " (a part of its path is not a folder)";
            break;
        case EACCES:
        case EPERM:
            message = name + " may not be read: change its permissions or those of its folder";
            break;
        default:
            message = "cannot read " + name + ": " + errno_text(number);
    }
    throw Error(ErrorKind::input, message);
}

[[noreturn]] void throw_too_large(const std::string& name, std::uint64_t limit) {
    const std::string most = limit >= 1'000'000 ? std::to_string(limit / 1'000'000) + " MB"
                                                : std::to_string(limit) + " bytes";
    throw Error(ErrorKind::input, name + " is larger than " + most +
                                      ", which no speech is: check that it is the right file, or "
                                      "split it");
}

}  // namespace

std::string read_document(const std::string& path, std::uint64_t limit) {
    const bool standard_input = path == "-";
    const std::string name = standard_input ? "standard input" : path;
    UniqueFd opened;
    if (!standard_input) {
        // Not blocking: opening a FIFO must not wait where no stop signal can end the wait.
        opened.reset(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        if (!opened.valid()) throw_read_error(errno, name);
    }
    const int fd = standard_input ? STDIN_FILENO : opened.get();
    const auto status = status_of(fd);
    if (!status) throw_read_error(errno, name);
    if (S_ISDIR(status->st_mode))
        throw Error(ErrorKind::input,
                    name + " is a folder: use `declaim archive` to render the speeches in it");
    if (S_ISREG(status->st_mode) && static_cast<std::uint64_t>(status->st_size) > limit)
        throw_too_large(name, limit);
    int failure = 0;
    auto text = read_to_end(fd, limit, failure);
    if (failure != 0) throw_read_error(failure, name);
    if (!text) throw_too_large(name, limit);
    return *std::move(text);
}

std::string read_data_file(const fs::path& path) {
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    int failure = fd.valid() ? 0 : errno;
    std::optional<std::string> text;
    if (fd.valid())
        text = read_to_end(fd.get(), std::numeric_limits<std::uint64_t>::max(), failure);
    if (failure == 0) return *std::move(text);
    throw Error(ErrorKind::data, "cannot read " + path.string() + ": " + errno_text(failure) +
                                     (failure == ENOENT ? "" : "; check its permissions"));
}

void throw_write_error(int number, const std::string& name) {
    switch (number) {
        case EPIPE:
        case ECONNRESET:
            throw PipeClosed();
        case ENOSPC:
            throw Error(ErrorKind::passing,
                        "disk full while writing " + name + ": free some space and run again");
        case EDQUOT:
            throw Error(ErrorKind::passing, "disk full while writing " + name +
                                                " (your quota is used up): free some space and "
                                                "run again");
        case EFBIG:
            throw Error(ErrorKind::output,
                        name +
                            " grew larger than its file system or `ulimit -f` allows: write "
                            "it elsewhere");
        default:
            throw_if_passing(number, "cannot write " + name);
            throw Error(ErrorKind::output, "cannot write " + name + ": " + errno_text(number));
    }
}

void write_all(int fd, std::string_view bytes, const std::string& name) {
    const auto status = status_of(fd);
    if (!status) throw_write_error(errno, name);
    // A pipe that polls as ready takes PIPE_BUF bytes without blocking; after more than that the
    // write could sleep where a stop signal that came just before it would be missed.
    const std::size_t most = S_ISREG(status->st_mode) ? kFilePiece : std::size_t{PIPE_BUF};
    while (!bytes.empty()) {
        pollfd waiting = {fd, POLLOUT, 0};
        if (poll_or_interrupt(&waiting, 1, -1) == 0) continue;
        const ssize_t count = ::write(fd, bytes.data(), std::min(most, bytes.size()));
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EAGAIN && errno != EINTR)
            throw_write_error(errno, name);
    }
}

OutputKind output_kind(const fs::path& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT) return OutputKind::fresh;
        const char* remedy = errno == EACCES    ? "; change the permissions of its folder"
                             : errno == ENOTDIR ? "; a part of its path is a file, not a folder"
                                                : "";
        throw Error(ErrorKind::output,
                    "cannot write " + path.string() + ": " + errno_text(errno) + remedy);
    }
    if (S_ISDIR(status.st_mode))
        throw Error(ErrorKind::output, path.string() + " is a folder: name a file in it, such as " +
                                           (path / "speech.wav").string() +
                                           ", or use -d for a folder of outputs");
    if (S_ISBLK(status.st_mode))
        throw Error(ErrorKind::output, path.string() +
                                           " is a disk, and writing would destroy what "
                                           "is on it: name a file instead");
    return S_ISREG(status.st_mode) ? OutputKind::fresh : OutputKind::stream;
}

UniqueFd open_stream(const fs::path& path) {
    for (;;) {
        UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        if (fd.valid()) return fd;
        const int failure = errno;
        std::error_code ignored;
        // Only for a FIFO does ENXIO mean that nobody reads it yet, which nothing can poll for.
        if (failure == ENXIO && fs::is_fifo(path, ignored))
            poll_or_interrupt(nullptr, 0, 20);
        else if (failure == ENXIO && fs::is_socket(path, ignored))
            throw Error(ErrorKind::output, path.string() +
                                               " is a socket: write to standard output with -o - "
                                               "and pipe it to a program that connects to it");
        else if (failure == EACCES || failure == EPERM)
            throw Error(ErrorKind::output, path.string() +
                                               " may not be written: change its "
                                               "permissions, or write elsewhere");
        else if (failure != EINTR)
            throw_write_error(failure, path.string());
    }
}

void write_output(const std::string& path, std::string_view bytes, bool no_clobber) {
    if (path == "-") {
        write_all(STDOUT_FILENO, bytes, "standard output");
    } else if (output_kind(path) == OutputKind::stream) {
        const UniqueFd fd = open_stream(path);
        write_all(fd.get(), bytes, path);
    } else {
        AtomicFile file(path, no_clobber);
        write_all(file.fd(), bytes, path);
        file.commit();
    }
}

}  // namespace declaim
