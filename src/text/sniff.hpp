#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// Finds out what kind of document the bytes are.
/// In:     the bytes, not empty; the path for messages.
/// Out:    a format name: "text" or "html".
/// Errors: throws Error{input} for a binary file, naming its kind where the first bytes tell.
std::string sniff_format(std::string_view bytes, const std::string& path);

}  // namespace declaim
