#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/speech.hpp"
#include "text/page.hpp"

namespace declaim {

/// A time of day or of a recording at the head of a text.
struct Clock {
    std::size_t end = 0;  ///< bytes
    int seconds = 0;      ///< of "1:02:03,500" and "02:03"
};

/// In:     "00:01", "1:02:03", "00:00:01,000".
/// Errors: none; nothing where the text does not begin so.
std::optional<Clock> clock_at(std::string_view text);

/// Turns captions (SubRip, WebVTT, or lines that are a time and nothing else with text between)
/// into paragraphs: their cues are joined.
/// In:     any page.
/// Out:    a page of captions has one line per paragraph, which ends with a sentence; numbers,
///         times and tags are taken out and added to `rewritten`. Another page is left as it is.
/// Errors: none.
/// Source: W3C WebVTT; SubRip.
void join_captions(Page& page, std::vector<Rewritten>& rewritten);

}  // namespace declaim
