#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "app/observer.hpp"
#include "cli/options.hpp"

namespace declaim {

/// Writes a result to standard output. Errors: throws PipeClosed, Error.
void print_result(std::string_view text);

/// "8:34", "1:02:05"
std::string clock_time(double seconds);

constexpr const char* kBold = "1";
constexpr const char* kDim = "2";
constexpr const char* kRed = "31";
constexpr const char* kGreen = "32";
constexpr const char* kYellow = "33";
constexpr const char* kCyan = "36";

/// What results are shown on.
struct Screen {
    std::size_t columns = 0;  ///< 0: no terminal, and no limit
    bool colour = false;

    /// The text in a colour or style, where there are any.
    [[nodiscard]] std::string paint(const char* style, std::string_view text) const;
};

/// What standard output is: colours only on a terminal, and not with NO_COLOR or TERM=dumb.
/// Source: no-color.org.
Screen screen_of_output();

/// Messages and progress on standard error. The progress line is drawn over itself on a terminal,
/// and cleared before any other message.
class Terminal {
  public:
    explicit Terminal(const Options& options);
    ~Terminal() { clear(); }

    void warn(const std::string& message);
    void error(const std::string& message);
    /// Left out with --quiet.
    void say(const std::string& message);
    /// Only for a person who watches: left out with --quiet, and where there is no terminal.
    void hint(const std::string& message);
    void progress(std::size_t done, std::size_t total);

    /// What tasks report to; `this` must outlive it.
    [[nodiscard]] Observer observer();

  private:
    void clear();
    void line(const std::string& message);

    bool quiet_;
    bool shows_progress_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_drawn_;
};

}  // namespace declaim
