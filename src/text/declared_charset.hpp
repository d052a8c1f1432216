#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// The charset that HTML or XML says it is in: by <meta charset>, <meta http-equiv="Content-Type">
/// or the encoding of the XML declaration.
/// In:     the bytes of a document with markup; its first 4 KiB count.
/// Out:    the name as written, not checked; empty where there is none.
/// Errors: none.
/// Source: HTML Living Standard, 13.2.3.2 "prescan a byte stream", in the main.
std::string declared_charset(std::string_view bytes);

}  // namespace declaim
