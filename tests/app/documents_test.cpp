#include <catch2/catch.hpp>

#include "app/archive.hpp"
#include "support/child.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
namespace fs = std::filesystem;

namespace {

/// "source → stem", a line each, sources below the folder; or the failure.
std::string found(const TempFolder& folder, std::vector<std::string> inputs,
                  const std::string& archive = "archive") {
    const std::string root = folder.path().string() + "/";
    for (std::string& input : inputs) input.insert(0, root);
    std::string out;
    std::string failure = failure_of([&] {
        for (const ArchiveItem& item : find_documents(inputs, root + archive))
            out += (item.source.starts_with(root) ? item.source.substr(root.size()) : item.source) +
                   " → " + item.stem + "\n";
    });
    if (const auto at = failure.find(root); at != std::string::npos) failure.erase(at, root.size());
    return out + failure;
}

std::string named(const std::vector<std::string>& inputs) {
    std::string out;
    for (const ArchiveItem& item : name_documents(inputs))
        out += item.source + " → " + item.stem + "\n";
    return out;
}

}  // namespace

TEST_CASE("a folder's documents are found at every depth, sorted, with their folders in the stem") {
    const TempFolder folder;
    for (const char* name : {"in/z.txt", "in/a.txt", "in/deep/er/a.TXT", "in/notes.odd",
                             "in/wav.wav", "in/none", "out.txt"})
        folder.write(name, "x");
    const char* const expected =
        "in/a.txt → a\n"
        "in/deep/er/a.TXT → deep/er/a\n"
        "in/z.txt → z\n";
    CHECK(found(folder, {"in"}) == expected);
    CHECK(found(folder, {"in", "in"}) == expected);  // the same document twice is one
    CHECK(found(folder, {"in", "in/a.txt"}) == expected);
    CHECK(found(folder, {"in/"}) == expected);
}

TEST_CASE("hidden files and folders are left out, unless they are named") {
    const TempFolder folder;
    for (const char* name :
         {"in/a.txt", "in/.b.txt", "in/.git/c.txt", "in/...txt", ".hidden/d.txt"})
        folder.write(name, "x");
    CHECK(found(folder, {"in"}) == "in/a.txt → a\n");
    CHECK(found(folder, {"in/.b.txt", ".hidden"}) == ".hidden/d.txt → d\nin/.b.txt → .b\n");
}

TEST_CASE("an archive inside the folder it is made of is left out") {
    const TempFolder folder;
    for (const char* name :
         {"in/a.txt", "in/archive/b.txt", "in/archive/deep/c.txt", "in/archived.txt"})
        folder.write(name, "x");
    const char* const expected = "in/a.txt → a\nin/archived.txt → archived\n";
    CHECK(found(folder, {"in"}, "in/archive") == expected);
    CHECK(found(folder, {"in"}, "in/archive/") == expected);
    CHECK(found(folder, {"in"}, "in/../in/./archive") == expected);
    fs::create_directory_symlink(folder / "in/archive", folder / "link");
    CHECK(found(folder, {"in"}, "link") == expected);
    CHECK(found(folder, {"in"}, "none") ==
          "in/a.txt → a\nin/archive/b.txt → archive/b\nin/archive/deep/c.txt → archive/deep/c\n"
          "in/archived.txt → archived\n");
    // The folder itself may be the archive.
    CHECK(found(folder, {"in/archive"}, "in/archive") ==
          "in/archive/b.txt → b\nin/archive/deep/c.txt → deep/c\n");
}

TEST_CASE("two documents never share a stem") {
    const TempFolder folder;
    for (const char* name :
         {"one/a.txt", "two/a.txt", "two/a.text", "two/b.txt", "three/a.txt.txt"})
        folder.write(name, "x");
    CHECK(found(folder, {"two"}) == "two/a.text → a.text\ntwo/a.txt → a.txt\ntwo/b.txt → b\n");
    CHECK(found(folder, {"one", "two"}) ==
          "one/a.txt → a.txt\ntwo/a.text → a.text\ntwo/a.txt → a.txt-2\ntwo/b.txt → b\n");
    CHECK(found(folder, {"one", "two", "three"}) ==
          "one/a.txt → a.txt\nthree/a.txt.txt → a.txt-2\ntwo/a.text → a.text\n"
          "two/a.txt → a.txt-3\ntwo/b.txt → b\n");
}

TEST_CASE("what is named is taken whatever its name") {
    const TempFolder folder;
    folder.write("in/speech", "x");
    folder.write("in/page.odd", "x");
    CHECK(found(folder, {"in/page.odd", "in/speech"}) ==
          "in/page.odd → page\nin/speech → speech\n");
}

TEST_CASE("links are followed to files and not to folders") {
    const TempFolder folder;
    folder.write("elsewhere/a.txt", "x");
    fs::create_directory(folder / "in");
    fs::create_symlink("../elsewhere/a.txt", folder / "in/link.txt");
    fs::create_symlink("nowhere.txt", folder / "in/broken.txt");
    fs::create_directory_symlink(".", folder / "in/loop");
    CHECK(found(folder, {"in"}) == "elsewhere/a.txt → link\n");
}

TEST_CASE("without documents there is nothing to do, and that is told") {
    const TempFolder folder;
    folder.write("in/a.wav", "x");
    CHECK(found(folder, {"in"}) ==
          "input: no documents found; name files, or folders that hold some");
    CHECK(found(folder, {}) == "input: no documents found; name files, or folders that hold some");
    CHECK(found(folder, {"in/a.txt", "in"}) ==
          "input: no such file or folder: in/a.txt; check the name");
}

TEST_CASE("a folder that may not be read is told") {
    const TempFolder folder;
    folder.write("in/a.txt", "x");
    folder.write("in/secret/b.txt", "x");
    fs::permissions(folder.path(), fs::perms::all);
    fs::permissions(folder / "in/secret", fs::perms::none);
    CHECK(as_plain_user([&] { return found(folder, {"in"}); }) == "in/a.txt → a\n");
    fs::permissions(folder / "in/secret", fs::perms::all);
}

TEST_CASE("documents as named keep their order and get stems of their own") {
    CHECK(named({"b/x.txt", "a.html", "-"}) == "b/x.txt → x\na.html → a\n- → speech\n");
    CHECK(named({"a.txt", "a.html"}) == "a.txt → a.txt\na.html → a.html\n");
    CHECK(named({"a/x.txt", "b/x.txt", "c/x.txt"}) ==
          "a/x.txt → x.txt\nb/x.txt → x.txt-2\nc/x.txt → x.txt-3\n");
    CHECK(named({}) == "");
}
