#pragma once

#include <string>
#include <string_view>

namespace declaim {

struct SayRules;

/// A web or mail address as it is read out: names as words where they can be spoken, else letter by
/// letter; digits one by one; signs by the list [words.electronic] ("." = "dot"), which may also
/// say how a whole part is read ("www").
std::string say_address(std::string_view address, const SayRules& rules);

/// A hashtag or a user's name: its words, which capitals, digits and underscores part:
/// "#WorldWar2" without its sign is "World War two".
std::string say_tag(std::string_view tag, const SayRules& rules);

}  // namespace declaim
