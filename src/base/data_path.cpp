#include "base/data_path.hpp"

#include <cstdlib>
#include <map>

#include "base/error.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool is_file(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

fs::path beside_binary() {
    std::error_code failed;
    const fs::path binary = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::path() : binary.parent_path().parent_path() / "share/declaim/voices";
}

fs::path system_folder(const std::string& data_dir_option) {
    const char* variable = std::getenv("DECLAIM_DATA");
    const std::string named = !data_dir_option.empty() ? data_dir_option
                              : variable != nullptr    ? variable
                                                       : "";
    if (!named.empty()) {
        if (is_folder(named)) return named;
        throw Error(ErrorKind::data, "no such folder of rule data: " + named + "; " +
                                         (data_dir_option.empty() ? "unset or correct DECLAIM_DATA"
                                                                  : "correct --data-dir"));
    }
    const fs::path candidates[] = {DECLAIM_SOURCE_VOICES, beside_binary(),
                                   DECLAIM_INSTALLED_VOICES};
    std::string searched;
    for (const fs::path& candidate : candidates) {
        if (!candidate.empty() && is_folder(candidate)) return candidate;
        searched += (searched.empty() ? "" : ", ") + candidate.string();
    }
    throw Error(ErrorKind::data, "no rule data found (looked in " + searched +
                                     "); name the folder with --data-dir or DECLAIM_DATA");
}

}  // namespace

fs::path config_folder() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    if (config != nullptr && *config == '/') return fs::path(config) / "declaim";
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? fs::path(home) / ".config/declaim" : fs::path();
}

DataPath DataPath::locate(const std::string& data_dir_option) {
    std::vector<fs::path> folders;
    if (const fs::path user = config_folder(); !user.empty()) folders.push_back(user / "voices");
    folders.push_back(system_folder(data_dir_option));
    return DataPath(std::move(folders));
}

std::optional<fs::path> DataPath::find(const std::string& name) const {
    for (const fs::path& folder : folders_)
        if (is_file(folder / name)) return folder / name;
    return std::nullopt;
}

fs::path DataPath::require(const std::string& name) const {
    if (auto found = find(name)) return *found;
    std::string searched;
    for (const fs::path& folder : folders_)
        searched += (searched.empty() ? "" : ", ") + folder.string();
    throw Error(ErrorKind::data, "rule data has no " + name + " (looked in " + searched +
                                     "); check --data-dir and DECLAIM_DATA, if used");
}

std::vector<fs::path> DataPath::list(const std::string& folder,
                                     const std::string& extension) const {
    std::map<std::string, fs::path> by_name;
    for (const fs::path& root : folders_) {
        std::error_code failed;
        for (const auto& entry : fs::directory_iterator(root / folder, failed))
            if (entry.path().extension() == extension && is_file(entry.path()))
                by_name.emplace(entry.path().filename().string(), entry.path());
    }
    std::vector<fs::path> files;
    for (auto& [name, path] : by_name) files.push_back(std::move(path));
    return files;
}

}  // namespace declaim
