#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "text/page.hpp"

namespace declaim {

/// What declaim-reader answers, as bytes: a page, or why there is none. MessagePack, one flat array
/// of strings and numbers, so that no answer can be nested.
std::string encode_page(const Page& page);
std::string encode_failure(const Error& error);

/// Out:    the page, as good as a reader's: texts are not empty, indices and ranges hold.
/// Errors: throws the Error that was answered, with its kind; Error{data} for any other bytes.
Page decode_answer(std::string_view bytes);

}  // namespace declaim
