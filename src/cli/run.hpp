#pragma once

namespace declaim {

/// The whole program: parses, runs a command, turns what it throws into a message and an exit code.
int run(int argc, const char* const* argv) noexcept;

}  // namespace declaim
