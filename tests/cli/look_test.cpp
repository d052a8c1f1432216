#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "cli/columns.hpp"
#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

using namespace declaim::test;
using Catch::Contains;

namespace {

constexpr const char* kPage =
    "Speech by Jane Doe at the opening of the Hall of the Trust\n\nLadies and Gentlemen,\n\n"
    "We are here to speak of the sea, which is old, and wide, and deep, and so on and on.\n\n"
    "It is all of that.\n\nGo to Homepage\n";

/// A terminal of that many columns; what is written to it.
class Pty {
  public:
    explicit Pty(unsigned short columns) : master_(::posix_openpt(O_RDWR | O_NOCTTY)) {
        REQUIRE(master_ >= 0);
        REQUIRE(::grantpt(master_) == 0);
        REQUIRE(::unlockpt(master_) == 0);
        slave_ = ::open(::ptsname(master_), O_RDWR | O_NOCTTY);
        REQUIRE(slave_ >= 0);
        winsize size{};
        size.ws_col = columns;
        ::ioctl(slave_, TIOCSWINSZ, &size);
    }
    Pty(const Pty&) = delete;
    Pty& operator=(const Pty&) = delete;
    ~Pty() {
        ::close(slave_);
        ::close(master_);
    }
    [[nodiscard]] int end() const { return slave_; }
    [[nodiscard]] std::string written() const {
        ::fcntl(master_, F_SETFL, O_NONBLOCK);
        std::string text;
        char piece[4096];
        for (ssize_t n = 0; (n = ::read(master_, piece, sizeof piece)) > 0;)
            text.append(piece, static_cast<std::size_t>(n));
        std::erase(text, '\r');
        return text;
    }

  private:
    int master_;
    int slave_ = -1;
};

std::string on_terminal(std::vector<std::string> args, unsigned short columns,
                        std::vector<std::pair<std::string, std::string>> env = {}) {
    const Pty pty(columns);
    env.insert(env.begin(), {{"TERM", "xterm"}, {"NO_COLOR", ""}});
    CHECK(run_program({.args = std::move(args), .env = std::move(env), .out = pty.end()}).code ==
          0);
    return pty.written();
}

std::size_t widest(const std::string& text) {
    std::size_t most = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        most = std::max(most, declaim::columns(text.substr(at, end - at)));
        at = end + 1;
    }
    return most;
}

}  // namespace

TEST_CASE("on a terminal an explanation has colours and fits; elsewhere it is whole") {
    const TempFolder folder;
    const std::string page = folder.write("a.txt", kPage);
    const Ended plain = run_declaim({"text", "--explain", page});
    CHECK(plain.code == 0);
    CHECK_THAT(plain.out, Contains("3 + address") && Contains("deep, and so on and on.\n") &&
                              Contains("9 - navigation") && !Contains("\033"));
    CHECK_THAT(on_terminal({"text", "--explain", page}, 60), Contains("\033[31m9 - navigation"));
    const std::string grey = on_terminal({"text", "--explain", page}, 60, {{"NO_COLOR", "1"}});
    CHECK_THAT(grey, Contains("…\n") && !Contains("\033"));
    CHECK(widest(grey) == 60);
    CHECK_THAT(on_terminal({"text", "--explain", page}, 60, {{"TERM", "dumb"}}), !Contains("\033"));
}

TEST_CASE("a page to inspect fits 80 columns") {
    const TempFolder folder;
    const std::string page = folder.write("a.txt", kPage);
    for (const std::string option : {"--language=en", "--all"}) {
        const Ended ended = run_declaim({"inspect", page, option});
        CHECK(ended.code == 0);
        CHECK(widest(ended.out) <= 80);
        CHECK_THAT(ended.out, Contains("Jane Doe\n") && Contains("Ladies and Gentlemen,") &&
                                  Contains("Go to Homepage") && !Contains("\033"));
    }
    CHECK_THAT(on_terminal({"inspect", page}, 100), Contains("\033[1mJane Doe\033[0m\n"));
}

TEST_CASE("what was left out is told to a person who watches, and to nobody else") {
    const TempFolder folder;
    const std::string page = folder.write("a.txt", kPage);
    CHECK(run_declaim({"text", page}).err == "");
    for (const bool quiet : {false, true}) {
        const Pty pty(80);
        std::vector<std::string> args = {"text", page};
        if (quiet) args.emplace_back("-q");
        CHECK(run_program({.args = args, .err = pty.end()}).code == 0);
        if (quiet)
            CHECK(pty.written() == "");
        else
            CHECK_THAT(pty.written(), Contains("declaim: left out 2 lines (") &&
                                          Contains("navigation 1") && Contains("--explain\n"));
    }
}

TEST_CASE("a person overrules by options and by a file beside the document") {
    const TempFolder folder;
    const std::string page = folder.write("a.txt", kPage);
    const std::string body = run_declaim({"text", page}).out;
    CHECK(run_declaim({"text", page, "--keep", "^Go to"}).out == body + "\nGo to Homepage\n");
    CHECK_THAT(run_declaim({"text", page, "--drop", "[It]{2} is", "--drop", "[W]"}).out,
               Contains("Gentlemen") && !Contains("sea") && !Contains("all of that"));
    folder.write("a.txt.toml", "drop = 'all of'\nkeep = 'Homepage'\n[metadata]\ntitle = 'Sea'\n");
    CHECK_THAT(run_declaim({"text", page}).out,
               !Contains("all of that") && Contains("Go to Homepage"));
    CHECK_THAT(run_declaim({"text", page, "--keep", "all of", "--drop", "Home"}).out,
               Contains("all of that") && !Contains("Go to Homepage"));
    for (const char* command : {"inspect", "ssml"})
        CHECK_THAT(run_declaim({command, page}).out, Contains("Sea"));
    const Ended wrong = run_declaim({"render", page, "-o", folder / "a.wav", "--drop", "(x"});
    CHECK(wrong.code == 2);
    CHECK_THAT(wrong.err, Contains("--drop '(x'") && Contains("at character 2"));
}
