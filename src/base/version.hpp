#pragma once

namespace declaim {

/// The version as in CMakeLists.txt, such as "0.1.0".
const char* version() noexcept;

}  // namespace declaim
