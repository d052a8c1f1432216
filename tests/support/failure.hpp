#pragma once

#include <string>

#include "base/error.hpp"

namespace declaim::test {

inline std::string kind_name(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return "usage";
        case ErrorKind::input:
            return "input";
        case ErrorKind::data:
            return "data";
        case ErrorKind::output:
            return "output";
        case ErrorKind::engine:
            return "engine";
        case ErrorKind::device:
            return "device";
        case ErrorKind::passing:
            return "passing";
    }
    return "?";
}

/// What an action ends in, for tables of unhappy paths: "output: a.wav exists already…",
/// "pipe closed", "interrupted 2", or "" when nothing is thrown.
template <typename Action>
std::string failure_of(Action action) {
    try {
        action();
    } catch (const Error& error) {
        return kind_name(error.kind()) + ": " + error.what();
    } catch (const PipeClosed&) {
        return "pipe closed";
    } catch (const Interrupted& stop) {
        return "interrupted " + std::to_string(stop.signal());
    }
    return "";
}

}  // namespace declaim::test
