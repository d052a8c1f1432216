#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "base/error.hpp"
#include "base/files.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kSuffix = ".part";
constexpr std::size_t kRandomLetters = 6;
constexpr int kLinksFollowed = 40;  // as many as the kernel follows
constexpr int kTries = 100;

fs::path folder_of(const fs::path& path) {
    const fs::path folder = path.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

/// Follows symbolic links by hand, because the file at the end need not exist.
fs::path follow_links(fs::path path) {
    const std::string name = path.string();
    for (int followed = 0; followed < kLinksFollowed; ++followed) {
        std::error_code failed;
        const fs::path next = fs::read_symlink(path, failed);
        if (failed) return path;
        path = next.is_absolute() ? next : folder_of(path) / next;
    }
    throw_write_error(ELOOP, name);
}

std::string random_letters() {
    constexpr std::string_view kLetters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    std::array<unsigned char, kRandomLetters> numbers = {};
    if (::getrandom(numbers.data(), numbers.size(), 0) < 0) throw_write_error(errno, "a file");
    std::string out;
    for (const unsigned char number : numbers) out += kLetters[number % kLetters.size()];
    return out;
}

/// Names are cut to what the file system takes, between UTF-8 characters.
fs::path temporary_for(const fs::path& target) {
    const long most = ::pathconf(folder_of(target).c_str(), _PC_NAME_MAX);
    const std::size_t name_max = most > 0 ? static_cast<std::size_t>(most) : 255;
    const std::size_t added = 1 + 1 + kRandomLetters + kSuffix.size();
    std::string name = target.filename().string();
    if (name.size() > name_max) throw_write_error(ENAMETOOLONG, target.string());
    if (name.size() + added > name_max) {
        std::size_t keep = name_max > added ? name_max - added : 0;
        while (keep > 0 && (static_cast<unsigned char>(name[keep]) & 0xC0) == 0x80) --keep;
        name.resize(keep);
    }
    return folder_of(target) / ("." + name + "." + random_letters() + std::string(kSuffix));
}

[[noreturn]] void throw_open_error(int number, const fs::path& target) {
    const std::string folder = folder_of(target).string();
    switch (number) {
        case ENOENT:
            throw Error(ErrorKind::output, "cannot write " + target.string() +
                                               ": no such folder; create it with mkdir -p '" +
                                               folder + "'");
        case ENOTDIR:
            throw Error(ErrorKind::output, "cannot write " + target.string() + ": " + folder +
                                               " is not a folder; name another place");
        case EACCES:
        case EPERM:
        case EROFS:
            throw Error(ErrorKind::output, "cannot write " + target.string() + ": the folder " +
                                               folder +
                                               " may not be written; change its permissions or "
                                               "name another place");
        default:
            throw_write_error(number, target.string());
    }
}

[[noreturn]] void throw_exists(const fs::path& target) {
    throw Error(ErrorKind::output, target.string() +
                                       " exists already: remove it, name another file, or leave "
                                       "out --no-clobber");
}

/// The permissions of the file to be replaced, checked to be ours to replace.
mode_t mode_of_existing(const fs::path& target, const struct stat& status, bool no_clobber) {
    if (no_clobber) throw_exists(target);
    if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        throw Error(ErrorKind::output, target.string() +
                                           " is write-protected: make it writable with chmod u+w, "
                                           "or name another file");
    return status.st_mode & 0777;
}

/// rename(2) that refuses to replace. Out: 0 or an errno.
int rename_new(const char* from, const char* to) {
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // A file system without that flag: a hard link refuses to replace as well.
    if (::linkat(AT_FDCWD, from, AT_FDCWD, to, 0) != 0) return errno;
    ::unlink(from);
    return 0;
}

void sync_folder(const fs::path& folder) {
    // Failure is not reported: the file is whole and in place, and some file systems cannot.
    const UniqueFd fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.valid()) ::fsync(fd.get());
}

}  // namespace

bool is_temporary_name(std::string_view name) noexcept {
    const std::size_t tail = 1 + kRandomLetters + kSuffix.size();
    return name.size() > tail + 1 && name.front() == '.' && name.ends_with(kSuffix) &&
           name[name.size() - tail] == '.';
}

void make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error(ErrorKind::output, "cannot make the folder " + folder.string() + ": " +
                                           failed.message() + "; choose another place");
}

AtomicFile::AtomicFile(const fs::path& target, bool no_clobber)
    : target_(follow_links(target)), no_clobber_(no_clobber) {
    if (target_.filename().empty())
        throw Error(ErrorKind::output, target.string() + " names a folder: name a file in it");
    struct stat existing = {};
    const bool replaces = ::stat(target_.c_str(), &existing) == 0;
    const mode_t mode = replaces ? mode_of_existing(target_, existing, no_clobber) : 0666;
    for (int tries = 0; tries < kTries && !fd_.valid(); ++tries) {
        temporary_ = temporary_for(target_);
        fd_.reset(::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (!fd_.valid() && errno != EEXIST && errno != EINTR) throw_open_error(errno, target_);
    }
    if (!fd_.valid()) throw_open_error(EEXIST, target_);
    if (replaces) ::fchmod(fd_.get(), mode);  // past the umask; where it cannot, the umask's stays
}

AtomicFile::~AtomicFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::seal() {
    if (!fd_.valid()) return;
    // EINVAL: a file system that has nothing to synchronise.
    if (::fsync(fd_.get()) != 0 && errno != EINVAL) throw_write_error(errno, target_.string());
    if (::close(fd_.release()) != 0 && errno != EINTR) throw_write_error(errno, target_.string());
}

void AtomicFile::commit() {
    seal();
    const char* from = temporary_.c_str();
    const char* to = target_.c_str();
    const int failure = no_clobber_ ? rename_new(from, to) : ::rename(from, to) == 0 ? 0 : errno;
    if (failure == EEXIST && no_clobber_) throw_exists(target_);
    if (failure != 0) throw_open_error(failure, target_);
    temporary_.clear();
    sync_folder(folder_of(target_));
}

}  // namespace declaim
