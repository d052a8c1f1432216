#include "base/error.hpp"
#include "text/page.hpp"

namespace declaim {

Page read_html(std::string_view /*text*/, const std::string& path) {
    throw Error(ErrorKind::input, path + ": HTML is not read yet");
}

}  // namespace declaim
