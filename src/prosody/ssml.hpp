#pragma once

#include <string>
#include <string_view>

#include "model/plan.hpp"
#include "model/speech.hpp"

namespace declaim {

/// One sentence as a well-formed SSML element for the engine.
/// In:     NFC UTF-8 without control characters; neutral factors need no markup.
/// Out:    <s><prosody …>text</prosody></s>, and where the text's characters stand in it. Not
/// <speak>:
///         at its end the engine scans its whole folder of voices, in every process anew.
/// Errors: none.
/// Source: SSML 1.1, 3.2.4. Only what eSpeak NG takes: rate in per cent of the voice's own, pitch
/// and
///         range as signed changes in per cent; `<` and `>` as numeric references, since the engine
///         drops &lt; and lets > leak.
Markup mark_up(std::string_view text, const Prosody& prosody);

/// A whole speech as an SSML 1.1 document: a <p> for each block, an <s> for each sentence, <break>
/// for each pause between them.
/// Out:    valid against the schema of the recommendation, UTF-8, a newline at the end.
std::string ssml_document(const Plan& plan, const Speech& speech);

}  // namespace declaim
