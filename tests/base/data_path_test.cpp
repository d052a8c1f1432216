#include "base/data_path.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "support/child.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
namespace fs = std::filesystem;

namespace {

/// What `locate` gives under an environment: the folders, a line each, or the failure.
std::string located(const std::string& option, const char* variable, const char* config,
                    const char* home = nullptr) {
    return in_child([&] {
        const auto set = [](const char* name, const char* value) {
            value != nullptr ? ::setenv(name, value, 1) : ::unsetenv(name);
        };
        set("DECLAIM_DATA", variable);
        set("XDG_CONFIG_HOME", config);
        set("HOME", home);
        std::string folders;
        const std::string failure = failure_of([&] {
            const DataPath path = DataPath::locate(option);
            for (const fs::path& folder : path.folders()) folders += folder.string() + "\n";
        });
        return folders + failure;
    });
}

}  // namespace

TEST_CASE("rule data is looked for in the user's folder, then in one of the system") {
    const TempFolder folder;
    fs::create_directory(folder / "one");
    fs::create_directory(folder / "two");
    const std::string one = (folder / "one").string();
    const std::string two = (folder / "two").string();
    const std::string source = std::string(DECLAIM_TEST_VOICES) + "\n";

    CHECK(located(one, two.c_str(), nullptr) == one + "\n");
    CHECK(located("", two.c_str(), nullptr) == two + "\n");
    CHECK(located("", nullptr, nullptr) == source);
    CHECK(located("", "", nullptr) == source);
    CHECK(located("", nullptr, "/c") == "/c/declaim/voices\n" + source);
    CHECK(located("", nullptr, "/c", "/h") == "/c/declaim/voices\n" + source);
    CHECK(located("", nullptr, nullptr, "/h") == "/h/.config/declaim/voices\n" + source);
    // The XDG specification: a path that is not absolute is to be ignored.
    CHECK(located("", nullptr, "c", "/h") == "/h/.config/declaim/voices\n" + source);
    CHECK(located("", nullptr, "", nullptr) == source);
}

TEST_CASE("a folder that was named and is not there is an error with its remedy") {
    const TempFolder folder;
    const std::string none = (folder / "none").string();
    const std::string file = folder.write("file", "");
    CHECK(located(none, nullptr, nullptr) ==
          "data: no such folder of rule data: " + none + "; correct --data-dir");
    CHECK(located(none, folder.path().c_str(), nullptr) ==
          "data: no such folder of rule data: " + none + "; correct --data-dir");
    CHECK(located(file, nullptr, nullptr) ==
          "data: no such folder of rule data: " + file + "; correct --data-dir");
    CHECK(located("", none.c_str(), nullptr) ==
          "data: no such folder of rule data: " + none + "; unset or correct DECLAIM_DATA");
}

TEST_CASE("a user's file hides the system's of the same name") {
    const TempFolder user;
    const TempFolder system;
    const std::string mine = user.write("en/address.toml", "");
    const std::string theirs = system.write("fr/address.toml", "");
    system.write("en/address.toml", "");
    fs::create_directories(user / "fr/address.toml");  // a folder is no file
    const DataPath path({user.path(), system.path()});

    CHECK(path.find("en/address.toml") == fs::path(mine));
    CHECK(path.find("fr/address.toml") == fs::path(theirs));
    CHECK(path.find("de/address.toml") == std::nullopt);
    CHECK(path.require("en/address.toml") == fs::path(mine));
    CHECK(failure_of([&] { (void)path.require("de/address.toml"); }) ==
          "data: rule data has no de/address.toml (looked in " + user.path().string() + ", " +
              system.path().string() + "); check --data-dir and DECLAIM_DATA, if used");
}

TEST_CASE("lists of both folders are merged by name") {
    const TempFolder user;
    const TempFolder system;
    const std::string b = user.write("styles/b.toml", "");
    const std::string c = user.write("styles/c.toml", "");
    const std::string a = system.write("styles/a.toml", "");
    const std::string d = system.write("styles/d.toml", "");
    system.write("styles/b.toml", "");
    system.write("styles/notes.txt", "");
    system.write("top.toml", "");
    fs::create_directory(system / "styles/old.toml");  // only files are listed
    fs::create_symlink("nowhere", user / "styles/.#d.toml");
    const DataPath path({user.path(), system / "none", system.path()});

    CHECK(path.list("styles", ".toml") == std::vector<fs::path>{a, b, c, d});
    CHECK(path.list("", ".toml") == std::vector<fs::path>{system / "top.toml"});
    CHECK(path.list("none", ".toml").empty());
    CHECK(path.list("styles", ".xml").empty());
}
