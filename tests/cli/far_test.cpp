// Documents that another program reads, and what becomes of it when it is not there or dies.

#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include "support/run_program.hpp"
#include "support/temp_folder.hpp"
#include "support/zip_file.hpp"

using namespace declaim::test;
namespace fs = std::filesystem;

namespace {

std::string speech() {
    return docx_of(
        "<w:p><w:r><w:t>Ladies and gentlemen,</w:t></w:r></w:p><w:p><w:r><w:t>"
        "We have come here to speak about rivers, and it is a long story.</w:t></w:r></w:p>");
}

const char* const kSpoken =
    "Ladies and gentlemen,\n\n"
    "We have come here to speak about rivers, and it is a long story.\n";

/// A declaim with a reader of the test's own beside it.
class OwnReader {
  public:
    explicit OwnReader(const std::string& script) {
        fs::copy_file(DECLAIM_BINARY, folder_ / "declaim");
        document_ = folder_.write("a.docx", speech());
        if (script.empty()) return;
        const std::string file = folder_.write("declaim-reader", "#!/bin/sh\n" + script);
        fs::permissions(file, fs::perms::owner_all);
    }
    [[nodiscard]] Program program() const {
        return {.args = {"text", document_}, .file = (folder_ / "declaim").string()};
    }

  private:
    TempFolder folder_;
    std::string document_;
};

}  // namespace

TEST_CASE("Word and OpenDocument texts are read from files and from a pipe") {
    const TempFolder folder;
    const std::string word = folder.write("a.docx", speech());
    const std::string open = folder.write(
        "b.odt", odt_of("<text:p>Ladies and gentlemen,</text:p><text:p>We have come here to speak "
                        "about rivers, and it is a long story.</text:p>"));
    for (const std::string& path : {word, open}) {
        const Ended ended = run_declaim({"text", path});
        CHECK(ended.out == kSpoken);
        CHECK(ended.code == 0);
        CHECK(ended.left == 0);
    }
    CHECK(run_program({.args = {"text", "-"}, .input = speech()}).out == kSpoken);
}

TEST_CASE("two documents are read at once") {
    const TempFolder folder;
    const std::string path = folder.write("a.docx", speech());
    Running one({.args = {"text", path}});
    Running other({.args = {"text", path}});
    CHECK(one.wait().out == kSpoken);
    CHECK(other.wait().out == kSpoken);
}

TEST_CASE("what is wrong with a document is said by its name") {
    const TempFolder folder;
    const std::string good = speech();
    struct Case {
        std::string bytes;
        const char* message;
    };
    const Case cases[] = {
        {good.substr(0, good.size() - 40), "the archive that the document is in is broken"},
        {docx_of("<w:p>"), "word/document.xml is broken at byte"},
        {docx_of(""), "nothing but white space"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "locked with a password"},
    };
    for (const Case& each : cases) {
        const std::string path = folder.write("a.docx", each.bytes);
        const Ended ended = run_declaim({"text", path});
        CHECK_THAT(ended.err, Catch::StartsWith("declaim: " + path + ": "));
        CHECK_THAT(ended.err, Catch::Contains(each.message));
        CHECK(ended.code == 1);
    }
}

TEST_CASE("a reader that is missing, dies or talks nonsense is told of") {
    struct Case {
        const char* script;
        const char* message;
        int code;
    };
    const Case cases[] = {
        {"", "the program declaim-reader, which reads documents of this format, is not", 1},
        {"kill -SEGV $$", "a.docx: its reader crashed (SIGSEGV); the document is likely", 1},
        {"kill -KILL $$", "a.docx: its reader was killed (SIGKILL)", 1},
        {"kill -XCPU $$", "a.docx: reading it takes too long", 1},
        {"exit 3", "a.docx: its reader gave up (exit 3)", 1},
        {"exec 1>&-; exit 0", "declaim-reader answers what this declaim does not understand", 1},
        {"echo hello", "declaim-reader answers what this declaim does not understand", 1},
        {"exec head -c 300000000 /dev/zero", "a.docx: holds more text than any document", 1},
    };
    for (const Case& each : cases) {
        INFO(each.script);
        const OwnReader own(each.script);
        const Ended ended = run_program(own.program());
        CHECK_THAT(ended.err, Catch::Contains(each.message));
        CHECK(ended.out.empty());
        CHECK(ended.code == each.code);
        CHECK(ended.left == 0);
    }
}

TEST_CASE("a stop signal does not wait for the reader") {
    const OwnReader own("exec sleep 50");
    Running running(own.program());
    CHECK(eventually([&] {
        for (const Process& each : processes())
            if (each.parent == running.pid()) return true;
        return false;
    }));
    running.send(SIGINT, true);
    const Ended ended = running.wait();
    CHECK_FALSE(ended.timed_out);
    CHECK(ended.left == 0);
    CHECK((ended.code == 130 || ended.signal == SIGINT));
}

TEST_CASE("the reader is nothing to start by hand") {
    const std::string reader = (fs::path(DECLAIM_BINARY).parent_path() / "declaim-reader").string();
    CHECK(run_program({.args = {}, .file = reader}).code == 2);
    const Ended unknown = run_program({.args = {"rtf", "a.rtf"}, .file = reader});
    CHECK(unknown.code == 0);
    CHECK_THAT(unknown.out, Catch::Contains("declaim-reader does not read the format rtf"));
}
