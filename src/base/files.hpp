#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/unique_fd.hpp"

namespace declaim {

/// Reads a whole document; "-" is standard input.
/// Errors: throws Error{input} with the remedy for a missing file, a directory, a file that may not
///         be read, and one larger than `limit` bytes; Interrupted while waiting for a pipe.
std::string read_document(const std::string& path, std::uint64_t limit);

/// Reads a whole small file. Errors: throws Error{data}.
std::string read_data_file(const std::filesystem::path& path);

/// Writes all bytes, waiting where the reader is slow.
/// In:     an open descriptor; what to call it in messages.
/// Errors: throws PipeClosed on EPIPE, Interrupted, Error{passing} when the disk is full,
///         Error{output} for the rest.
void write_all(int fd, std::string_view bytes, const std::string& name);

/// Turns an errno of writing to `name` into the Error (or PipeClosed) that says what to do.
[[noreturn]] void throw_write_error(int number, const std::string& name);

/// What stands at an output path, following symbolic links.
enum class OutputKind {
    fresh,   ///< nothing, or a regular file to be replaced
    stream,  ///< a FIFO, socket or character device: written through, never replaced
};
/// Errors: throws Error{output} for a directory, for a block device, and for a path that cannot be
///         looked at.
OutputKind output_kind(const std::filesystem::path& path);

/// Opens a FIFO or a device to write through. Waits until someone reads the FIFO.
/// Errors: throws Error{output}; Interrupted while waiting.
/// \pre output_kind(path) == OutputKind::stream
UniqueFd open_stream(const std::filesystem::path& path);

/// A file that appears under its name whole or not at all: written as an O_EXCL temporary
/// (".NAME.XXXXXX.part") in the folder of the target, then fsync, rename, fsync of the folder.
/// A symbolic link is followed; an existing file's permissions are kept, and an existing file that
/// we may not write is refused rather than replaced.
///
/// Errors: the constructor and `commit` throw Error{output} or Error{passing}; with `no_clobber`
///         both refuse a target that exists. The destructor removes the temporary unless committed.
class AtomicFile {
  public:
    /// \pre output_kind(target) == OutputKind::fresh
    AtomicFile(const std::filesystem::path& target, bool no_clobber);
    AtomicFile(AtomicFile&&) = delete;
    ~AtomicFile();

    [[nodiscard]] int fd() const noexcept { return fd_.get(); }
    [[nodiscard]] const std::filesystem::path& target() const noexcept { return target_; }

    /// Brings all that is written to the disk and closes the temporary: what can fail for want of
    /// room fails here. \pre everything is written and no error was ignored.
    void seal();
    /// Publishes the file, sealing it first if need be.
    void commit();

  private:
    std::filesystem::path target_;
    std::filesystem::path temporary_;
    UniqueFd fd_;
    bool no_clobber_;
};

/// Whether a file name is that of an AtomicFile's temporary: what a killed run leaves behind.
bool is_temporary_name(std::string_view name) noexcept;

/// Makes a folder and those above it. Errors: throws Error{output} with the remedy.
void make_folder(const std::filesystem::path& folder);

/// Writes `bytes` to a file, FIFO, device or "-" as the kind of the path asks for.
void write_output(const std::string& path, std::string_view bytes, bool no_clobber);

}  // namespace declaim
