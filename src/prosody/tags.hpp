#pragma once

#include <string>
#include <string_view>

#include "model/plan.hpp"

namespace declaim {

/// A character as it stands in XML text: "&amp;" and, since the engine drops &lt; and lets > leak,
/// numeric references for `<` and `>`; "" for one that stands for itself.
std::string_view escape_of(char byte) noexcept;

/// Text as it stands in XML; characters that XML does not allow are left out.
std::string escape(std::string_view text);

/// As `escape`, also for the value of an attribute in double quotes.
std::string escape_attribute(std::string_view text);

/// The start tag for a prosody, or "" for a neutral one.
/// Source: SSML 1.1, 3.2.4. Only what eSpeak NG takes: rate in per cent of the voice's own, pitch
/// and range as signed changes in per cent.
std::string start_tag(const Prosody& prosody);

/// In whole milliseconds: the engine loses decimal seconds.
std::string break_tag(int ms);

}  // namespace declaim
