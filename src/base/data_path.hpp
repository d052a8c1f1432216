#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace declaim {

/// The user's folder of settings: $XDG_CONFIG_HOME/declaim, else ~/.config/declaim; empty where
/// neither variable names an absolute folder. Source: XDG Base Directory Specification.
std::filesystem::path config_folder();

/// The folders in which rule data, profiles and lexicons are looked for, first match wins:
/// the user's own ($XDG_CONFIG_HOME/declaim/voices), then one system folder.
class DataPath {
  public:
    /// In:     the value of --data-dir, or empty: then DECLAIM_DATA, the source tree the binary was
    ///         built in, and share/declaim/voices beside the installed binary are tried in order.
    /// Errors: throws Error{data} naming every place looked at when no system folder exists.
    static DataPath locate(const std::string& data_dir_option);

    explicit DataPath(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

    /// The first existing file of that name, such as "en/address.toml".
    [[nodiscard]] std::optional<std::filesystem::path> find(const std::string& name) const;

    /// As `find`. Errors: throws Error{data} naming the folders searched.
    [[nodiscard]] std::filesystem::path require(const std::string& name) const;

    /// The files of a folder with that extension, such as ("", ".toml"); a user's file hides the
    /// system's of the same name; sorted by name.
    [[nodiscard]] std::vector<std::filesystem::path> list(const std::string& folder,
                                                          const std::string& extension) const;

    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const noexcept {
        return folders_;
    }

  private:
    std::vector<std::filesystem::path> folders_;
};

}  // namespace declaim
