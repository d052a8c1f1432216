#pragma once

#include <catch2/catch.hpp>
#include <string>

namespace declaim::test {

/// Says that a test could not be done here, and why: `return skipped("no terminal can be made");`
inline void skipped(const std::string& why) { WARN("skipped: " + why); }

}  // namespace declaim::test
