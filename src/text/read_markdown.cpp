#include "text/page.hpp"

namespace declaim {

Page read_markdown(std::string_view text, const std::string& /*path*/) { return read_text(text); }

}  // namespace declaim
