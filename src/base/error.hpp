#pragma once

#include <stdexcept>
#include <string>

namespace declaim {

/// What went wrong, as far as the caller must tell the cases apart.
enum class ErrorKind {
    usage,   ///< the command line asks for something that cannot be: exit 2
    input,   ///< a document cannot be read or holds no speech
    data,    ///< a rule, style or voice file is wrong
    output,  ///< a result cannot be written
    engine,  ///< the synthesiser failed
    device,  ///< the sound device failed
    passing  ///< out of disk or memory: the same run may succeed later
};

/// Every failure that a user is told of. The message is one or two sentences: what
/// happened, to which file, and what to do next.
class Error : public std::runtime_error {
  public:
    Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

  private:
    ErrorKind kind_;
};

/// The run was stopped by a signal; unwinding rolls every output back.
class Interrupted : public std::exception {
  public:
    explicit Interrupted(int signal) noexcept : signal_(signal) {}
    [[nodiscard]] int signal() const noexcept { return signal_; }
    [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }

  private:
    int signal_;
};

/// Whoever read our output has closed it: an ordinary end in a shell pipeline.
class PipeClosed : public std::exception {
  public:
    [[nodiscard]] const char* what() const noexcept override {
        return "the reader of the output closed it";
    }
};

/// The text of an errno value, such as "No space left on device".
std::string errno_text(int number);

}  // namespace declaim
