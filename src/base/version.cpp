#include "base/version.hpp"

namespace declaim {

const char* version() noexcept { return DECLAIM_VERSION; }

}  // namespace declaim
