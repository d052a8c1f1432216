/// declaim-reader FORMAT NAME: reads the document that is its standard input, a regular file, and
/// answers on its standard output (text/page_wire.hpp). Started by declaim, not by the user.

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <new>
#include <string>

#include "base/error.hpp"
#include "reader/office.hpp"
#include "reader/pdf.hpp"
#include "text/page_wire.hpp"

namespace declaim {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr rlim_t kMemory = RLIM_INFINITY;  // its shadow alone takes terabytes of addresses
#else
constexpr rlim_t kMemory = rlim_t{2} << 30U;
#endif

/// `grace`: what lies between the signal that tells of the limit and the one that kills.
void limit(int what, rlim_t most, rlim_t grace = 0) {
    rlimit now{};
    ::getrlimit(static_cast<__rlimit_resource_t>(what), &now);
    now.rlim_max = std::min(most + grace, now.rlim_max);
    now.rlim_cur = std::min(most, now.rlim_max);
    ::setrlimit(static_cast<__rlimit_resource_t>(what), &now);
}

/// Gives up what reading a document does not need, for one may be made to do harm.
void confine(std::size_t bytes) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    ::signal(SIGINT, SIG_IGN);  // Ctrl-C goes to the whole group; declaim decides what it means
    ::signal(SIGHUP, SIG_IGN);
    constexpr rlim_t kSeconds = 20;
    constexpr rlim_t kSecondsPerMegabyte = 5;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);  // it writes to a pipe only
    limit(RLIMIT_CPU, kSeconds + kSecondsPerMegabyte * (bytes >> 20U), 1);
    limit(RLIMIT_AS, kMemory);
}

/// The document stays where it is: standard input, mapped.
std::string_view document() {
    struct stat about {};
    if (::fstat(0, &about) != 0 || !S_ISREG(about.st_mode))
        throw Error(ErrorKind::usage, "declaim-reader is started by declaim, not by hand");
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size == 0) return {};
    void* begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, 0, 0);
    if (begin == MAP_FAILED) throw std::bad_alloc();
    return {static_cast<const char*>(begin), size};
}

Page read(const std::string& format, std::string_view bytes, const std::string& path) {
    if (format == "epub") return read_epub(bytes, path);
    if (format == "docx") return read_docx(bytes, path);
    if (format == "odt") return read_odt(bytes, path);
    if (format == "pdf") return read_pdf(bytes, path);
    throw Error(ErrorKind::data,
                "declaim-reader does not read the format " + format + "; install declaim anew");
}

std::string answer(const std::string& format, const std::string& path) {
    try {
        const std::string_view bytes = document();
        confine(bytes.size());
        return encode_page(read(format, bytes, path));
    } catch (const Error& error) {
        return encode_failure(error);
    } catch (const std::bad_alloc&) {
        return encode_failure(
            Error(ErrorKind::input,
                  path + ": reading it takes more memory than a document should; save it as text "
                         "or HTML and read that"));
    } catch (const std::exception& error) {
        return encode_failure(Error(ErrorKind::input, path + ": it cannot be read (" +
                                                          error.what() +
                                                          "); save it as text or HTML and read "
                                                          "that"));
    }
}

bool send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::write(1, bytes.data(), bytes.size());
        if (sent >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EINTR)
            return false;
    }
    return true;
}

}  // namespace
}  // namespace declaim

int main(int argc, char** argv) {
    if (argc != 3 || ::isatty(0) != 0 || ::isatty(1) != 0) return 2;
    return declaim::send(declaim::answer(argv[1], argv[2])) ? 0 : 3;
}
