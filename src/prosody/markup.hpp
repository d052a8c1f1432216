#pragma once

#include <string_view>

#include "model/plan.hpp"

namespace declaim {

/// One sentence as a well-formed SSML element for the engine: what is said, as it is to be said.
/// In:     the text, spans, phrases and prosody of an utterance; the engine runs with
///         espeakPHONEMES, and a span's phonemes are taken as they are.
/// Out:    <s><prosody …>words</prosody>…</s>, and where the text's characters stand in it. Not
///         <speak>: at its end the engine scans its whole folder of voices, in every process anew.
///         Brackets of the text are spaces there, and control, bidi and zero-width characters do
///         not stand there at all; a word beyond kLongestWord is cut by spaces.
/// Errors: none.
/// Source: eSpeak NG 1.51 as measured. A pause is exact where the <break> follows a mark inside the
///         prosody, or, without a mark, behind its end; quotes and brackets beside it would add to
///         it. Phonemes are lost right behind a bracket, a full stop right behind them is read out,
///         and so is a tag.
Markup mark_up(const Utterance& utterance);

/// A sentence of one phrase, said as it is written.
Markup mark_up(std::string_view text, const Prosody& prosody);

/// The engine overruns its buffers for longer words, in characters.
constexpr std::size_t kLongestWord = 100;

}  // namespace declaim
