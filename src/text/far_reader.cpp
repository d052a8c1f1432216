#include "text/far_reader.hpp"

#include <fmt/format.h>

#include "base/error.hpp"

namespace declaim {

Page read_far(const std::string& format, std::string_view /*bytes*/, const std::string& path) {
    throw Error(ErrorKind::input, fmt::format("{}: {} is not read yet", path, format));
}

}  // namespace declaim
