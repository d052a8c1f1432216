#include "reader/zip.hpp"

#include <zip.h>

#include <catch2/catch.hpp>
#include <stdexcept>

#include "support/failure.hpp"
#include "support/temp_folder.hpp"
#include "support/zip_file.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

/// An archive whose one part is compressed, and encrypted where there is a password.
std::string packed(const std::string& content, const char* password = nullptr) {
    const TempFolder folder;
    const std::string path = (folder / "a.zip").string();
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
    if (archive == nullptr) throw std::runtime_error("cannot make a.zip");
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, "part.xml", source, 0);
    if (password != nullptr)
        zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                password);
    if (zip_close(archive) != 0) throw std::runtime_error("cannot write a.zip");
    return folder.read("a.zip");
}

}  // namespace

TEST_CASE("parts are found by name, whatever their case") {
    const std::string bytes = zip_of({{"a/One.xml", "one"}, {"two", ""}});
    ZipArchive archive(bytes, "a.zip");
    CHECK(archive.read("a/One.xml") == "one");
    CHECK(archive.read("A/one.xml") == "one");
    CHECK(archive.read("two") == "");
    CHECK(archive.read("three") == std::nullopt);
    const std::string compressed = packed(std::string(100000, 'x'));
    ZipArchive other(compressed, "b.zip");
    CHECK(other.read("part.xml") == std::string(100000, 'x'));
}

TEST_CASE("locked and exploding archives are refused") {
    const std::string locked = packed("secret", "password");
    ZipArchive archive(locked, "a.zip");
    CHECK(failure_of([&] { static_cast<void>(archive.read("part.xml")); }) ==
          "input: a.zip: locked with a password; save it without one");
    const std::string bomb = packed(std::string(std::size_t{40} << 20U, ' '));
    ZipArchive exploding(bomb, "b.zip");
    CHECK_THAT(failure_of([&] { static_cast<void>(exploding.read("part.xml")); }),
               Catch::Contains("input: b.zip: its part part.xml unpacks to more than a document"));
    // Many readings of one part are as much as one of many parts.
    const std::string big = zip_of({{"part", std::string(std::size_t{50} << 20U, 'x')}});
    ZipArchive many(big, "c.zip");
    CHECK_THAT(failure_of([&] {
                   for (int i = 0; i < 6; ++i) static_cast<void>(many.read("part"));
               }),
               Catch::Contains("unpacks to more"));
}

TEST_CASE("references between parts") {
    struct Case {
        const char* folder;
        const char* reference;
        const char* part;
    };
    const Case cases[] = {{"word/", "header.xml", "word/header.xml"},
                          {"word/", "/word/header.xml", "word/header.xml"},
                          {"a/b/", "../c/./d", "a/c/d"},
                          {"", "../../../etc/passwd", "etc/passwd"},
                          {"a/", "", "a"}};
    for (const Case& each : cases) CHECK(resolve_part(each.folder, each.reference) == each.part);
    CHECK(folder_of("a/b/c.xml") == "a/b/");
    CHECK(folder_of("c.xml").empty());
}
