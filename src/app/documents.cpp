#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "app/archive.hpp"
#include "base/ascii.hpp"
#include "base/error.hpp"
#include "text/read.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') && name != "." && name != "..";
}

bool looks_like_document(const fs::path& path) {
    const std::string extension = lower_ascii(path.extension().string());
    const auto& known = readable_extensions();
    return std::find(known.begin(), known.end(), extension) != known.end();
}

void add_folder(const fs::path& root, const fs::path& archive, std::vector<ArchiveItem>& items) {
    std::error_code failed;
    auto entry = fs::recursive_directory_iterator(
        root, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        std::error_code ignored;
        const bool skip =
            is_hidden(entry->path()) || fs::equivalent(entry->path(), archive, ignored);
        if (entry->is_directory(ignored) && skip) entry.disable_recursion_pending();
        if (skip || !entry->is_regular_file(ignored) || !looks_like_document(entry->path()))
            continue;
        fs::path stem = entry->path().lexically_relative(root);
        items.push_back({entry->path().string(), stem.replace_extension().string()});
    }
    if (failed)
        throw Error(ErrorKind::input,
                    fmt::format("cannot read the folder {}: {}; check it, or leave it out",
                                root.string(), failed.message()));
}

/// One file has one name, however it was spelt.
void make_canonical(std::vector<ArchiveItem>& items) {
    for (ArchiveItem& item : items) {
        std::error_code ignored;
        const fs::path canonical = fs::weakly_canonical(item.source, ignored);
        if (!canonical.empty()) item.source = canonical.string();
    }
    std::sort(items.begin(), items.end(),
              [](const ArchiveItem& a, const ArchiveItem& b) { return a.source < b.source; });
    items.erase(std::unique(items.begin(), items.end(),
                            [](const auto& a, const auto& b) { return a.source == b.source; }),
                items.end());
}

}  // namespace

void keep_stems_apart(std::vector<ArchiveItem>& items,
                      const std::map<std::string, std::string>& owners) {
    std::map<std::string, std::string> owned;  // source → stem
    std::set<std::string> taken;
    for (const auto& [stem, source] : owners) {
        owned.emplace(source, stem);
        taken.insert(stem);
    }
    std::map<std::string, int> uses;
    for (const ArchiveItem& item : items) ++uses[item.stem];
    for (ArchiveItem& item : items) {
        if (const auto before = owned.find(item.source); before != owned.end()) {
            item.stem = before->second;
            continue;
        }
        if (uses[item.stem] > 1) item.stem += fs::path(item.source).extension().string();
        const std::string wanted = item.stem;
        for (int i = 2; !taken.insert(item.stem).second; ++i)
            item.stem = fmt::format("{}-{}", wanted, i);
    }
}

std::vector<ArchiveItem> name_documents(const std::vector<std::string>& inputs) {
    std::vector<ArchiveItem> items;
    for (const std::string& input : inputs)
        items.push_back({input, input == "-" ? "speech" : fs::path(input).stem().string()});
    keep_stems_apart(items, {});
    return items;
}

std::vector<ArchiveItem> find_documents(const std::vector<std::string>& inputs,
                                        const std::string& folder) {
    std::vector<ArchiveItem> items;
    for (const std::string& input : inputs) {
        if (input == "-")
            throw Error(ErrorKind::input,
                        "an archive is made of files; save standard input as one first");
        std::error_code failed;
        if (!fs::exists(input, failed))
            throw Error(ErrorKind::input,
                        fmt::format("no such file or folder: {}; check the name", input));
        if (fs::is_directory(input, failed))
            add_folder(input, folder, items);
        else if (fs::is_regular_file(input, failed))
            items.push_back({input, fs::path(input).stem().string()});
        else
            throw Error(ErrorKind::input,
                        fmt::format("{} is no file; save it as one to archive it", input));
    }
    make_canonical(items);
    if (items.empty())
        throw Error(ErrorKind::input, "no documents found; name files, or folders that hold some");
    keep_stems_apart(items, {});
    return items;
}

}  // namespace declaim
