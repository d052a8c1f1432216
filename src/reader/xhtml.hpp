#pragma once

#include <string>
#include <string_view>

namespace declaim {

/// Writes XHTML so that a parser of HTML takes it as it is meant: to that "<a id='n'/>" opens a link
/// that never ends and "<title/>" makes the rest of the page a title. Bytes stay in their lines.
/// In:     UTF-8, well-formed or not.
/// Errors: none.
/// Source: XML 1.0, 2.7 and 3.1; HTML Living Standard, 13.1.2 void elements.
std::string xhtml_as_html(std::string_view text);

}  // namespace declaim
