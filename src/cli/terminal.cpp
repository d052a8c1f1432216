#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/files.hpp"

namespace declaim {
namespace {

constexpr int kBarWidth = 30;
constexpr auto kRedraw = std::chrono::milliseconds(100);

/// A message that cannot be shown must not decide how the run ends.
void put(const std::string& text) {
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace

void print_result(std::string_view text) { write_all(STDOUT_FILENO, text, "standard output"); }

std::string clock_time(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                        : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string Screen::paint(const char* style, std::string_view text) const {
    return colour ? fmt::format("\033[{}m{}\033[0m", style, text) : std::string(text);
}

Screen screen_of_output() {
    Screen screen;
    if (::isatty(STDOUT_FILENO) != 1) return screen;
    constexpr std::size_t kUsual = 80;
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    screen.columns = known ? size.ws_col : kUsual;
    const char* plain = std::getenv("NO_COLOR");
    const char* kind = std::getenv("TERM");
    screen.colour =
        (plain == nullptr || *plain == '\0') && kind != nullptr && std::string_view(kind) != "dumb";
    return screen;
}

Terminal::Terminal(const Options& options) : quiet_(options.quiet) {
    const ProgressMode mode = options.progress.value_or(ProgressMode::automatic);
    shows_progress_ = mode == ProgressMode::always ||
                      (mode == ProgressMode::automatic && !quiet_ && ::isatty(STDERR_FILENO) == 1);
}

void Terminal::warn(const std::string& message) { line("declaim: warning: " + message); }
void Terminal::error(const std::string& message) { line("declaim: " + message); }
void Terminal::say(const std::string& message) {
    if (!quiet_) line(message);
}

void Terminal::hint(const std::string& message) {
    if (::isatty(STDERR_FILENO) == 1) say(message);
}

void Terminal::progress(std::size_t done, std::size_t total) {
    const auto now = std::chrono::steady_clock::now();
    if (!shows_progress_ || total == 0 || (done < total && now - last_drawn_ < kRedraw)) return;
    last_drawn_ = now;
    const double share = static_cast<double>(done) / static_cast<double>(total);
    const double spent = std::chrono::duration<double>(now - begun_).count();
    const auto filled = static_cast<std::size_t>(share * kBarWidth);
    const std::string left =
        done == 0 || done == total ? "" : ", " + clock_time(spent / share - spent) + " left";
    put(fmt::format("\r\033[K[{}{}] {}/{}{}", std::string(filled, '#'),
                    std::string(kBarWidth - filled, ' '), done, total, left));
    drawn_ = true;
}

void Terminal::clear() {
    if (drawn_) put("\r\033[K");
    drawn_ = false;
}

void Terminal::line(const std::string& message) {
    clear();
    put(message + "\n");
}

Observer Terminal::observer() {
    return {[this](const std::string& message) { warn(message); },
            [this](std::size_t done, std::size_t total) { progress(done, total); },
            [this](const std::string& message) {
                if (!quiet_) warn(message);
            }};
}

}  // namespace declaim
