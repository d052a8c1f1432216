#include "reader/zip.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/error.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMostUnpacked = std::size_t{256} << 20U;  // of all parts read
constexpr std::size_t kSuspicious = std::size_t{16} << 20U;     // of one part
constexpr std::size_t kSteepest = 200;  // times as large as packed, where it is that large

[[noreturn]] void broken(const std::string& path, const std::string& why) {
    throw Error(ErrorKind::input,
                fmt::format("{}: the archive that the document is in is broken ({}); get it anew, "
                            "or save it as text or HTML and read that",
                            path, why));
}

[[noreturn]] void bomb(const std::string& path, const std::string& name) {
    throw Error(ErrorKind::input,
                fmt::format("{}: its part {} unpacks to more than a document holds; save it as "
                            "text or HTML and read that",
                            path, name));
}

struct FileCloser {
    void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

}  // namespace

struct ZipArchive::Handle {
    zip_t* archive = nullptr;
    ~Handle() {
        if (archive != nullptr) zip_discard(archive);
    }
};

ZipArchive::ZipArchive(std::string_view bytes, std::string path)
    : path_(std::move(path)), handle_(std::make_unique<Handle>()) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) handle_->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (handle_->archive == nullptr) {
        const std::string why = zip_error_strerror(&error);
        if (source != nullptr) zip_source_free(source);
        zip_error_fini(&error);
        broken(path_, why);
    }
    zip_error_fini(&error);
}

ZipArchive::~ZipArchive() = default;

std::optional<std::string> ZipArchive::read(const std::string& name) {
    zip_t* archive = handle_->archive;
    zip_int64_t found = zip_name_locate(archive, name.c_str(), ZIP_FL_ENC_UTF_8);
    if (found < 0) found = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE | ZIP_FL_ENC_UTF_8);
    if (found < 0) return std::nullopt;
    const auto index = static_cast<zip_uint64_t>(found);
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_stat_index(archive, index, 0, &about) != 0) broken(path_, zip_strerror(archive));
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
        throw Error(ErrorKind::input,
                    fmt::format("{}: locked with a password; save it without one", path_));
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(archive, index, 0));
    if (!file) broken(path_, fmt::format("{}: {}", name, zip_strerror(archive)));
    std::string bytes;
    std::vector<char> chunk(std::size_t{64} << 10U);
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), chunk.data(), chunk.size());
        if (got < 0)
            broken(path_,
                   fmt::format("{}: {}", name, zip_error_strerror(zip_file_get_error(file.get()))));
        if (got == 0) return bytes;
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        unpacked_ += static_cast<std::size_t>(got);
        const bool steep = bytes.size() > kSuspicious && bytes.size() / kSteepest > about.comp_size;
        if (unpacked_ > kMostUnpacked || steep) bomb(path_, name);
    }
}

std::string resolve_part(std::string_view folder, std::string_view reference) {
    std::string whole(reference.substr(0, 1) == "/" ? "" : folder);
    whole += reference;
    std::vector<std::string_view> steps;
    for (std::size_t at = 0; at <= whole.size();) {
        const std::size_t end = std::min(whole.find('/', at), whole.size());
        const std::string_view step = std::string_view(whole).substr(at, end - at);
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.push_back(step);
        at = end + 1;
    }
    std::string part;
    for (const std::string_view step : steps) part.append(part.empty() ? "" : "/").append(step);
    return part;
}

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

}  // namespace declaim
