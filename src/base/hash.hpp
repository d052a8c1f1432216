#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// XXH3-128 of the bytes as 32 hexadecimal digits: tells whether a file has changed. Not for safety
/// against someone who wants a collision.
std::string content_hash(std::string_view bytes);

}  // namespace declaim
