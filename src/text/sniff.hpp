#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// Finds out what kind of document the bytes are.
/// In:     the bytes, not empty; the path for messages.
/// Out:    a format name: "text", "html", "markdown", "epub", "docx", "odt" or "pdf".
/// Errors: throws Error{input} for what cannot be read, with what to convert it to.
std::string sniff_format(std::string_view bytes, const std::string& path);

}  // namespace declaim
