#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace declaim {

/// A ZIP archive in memory.
/// In:     its bytes, which must outlive it; the path of the document, for messages.
/// Errors: the constructor and `read` throw Error{input} with the remedy for an archive that is
///         broken, for a part that is locked, and where the parts unpack to far more than an honest
///         document holds.
/// Source: APPNOTE.TXT, by libzip.
class ZipArchive {
  public:
    ZipArchive(std::string_view bytes, std::string path);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// The part of that name, or nullopt where there is none. Names that differ in case only are
    /// one, as OPC has it.
    [[nodiscard]] std::optional<std::string> read(const std::string& name);
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

  private:
    struct Handle;
    std::string path_;
    std::unique_ptr<Handle> handle_;
    std::size_t unpacked_ = 0;
};

/// "a/b/../c.xml" below "folder/": where a reference of one part to another leads; a leading slash
/// stands for the root of the archive.
std::string resolve_part(std::string_view folder, std::string_view reference);

/// The folder of a part with its slash; "" for the root.
std::string folder_of(std::string_view part);

}  // namespace declaim
