#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/script.hpp"
#include "model/source.hpp"
#include "model/speech.hpp"

namespace declaim {

/// How a stretch of speech differs from the voice's own manner; 1.0 is neutral.
struct Prosody {
    double rate = 1.0;   ///< speed
    double pitch = 1.0;  ///< base pitch
    double range = 1.0;  ///< liveliness of the intonation
    bool operator==(const Prosody&) const = default;
};

/// A stretch of markup whose characters stand one to one for characters of the text, or all for
/// one place of it: what is said for a stretch that is written otherwise.
struct MarkupRun {
    std::uint32_t markup_character = 0;  ///< where it begins in the markup, in code points from 0
    std::uint32_t text_byte = 0;         ///< where it begins in the text, in bytes from 0
    std::uint32_t characters = 0;        ///< its length in code points
    bool as_one = false;                 ///< every character of it stands for `text_byte`
    bool operator==(const MarkupRun&) const = default;
};

/// One sentence as handed to the engine: a well-formed SSML element.
struct Markup {
    std::string ssml;
    std::vector<MarkupRun> runs;  ///< ascending; what lies between them has no counterpart
    bool operator==(const Markup&) const = default;
};

/// A stretch of an utterance between two breaths, or one that is said in a manner of its own.
struct Phrase {
    ByteRange where;  ///< in Utterance::text
    Prosody prosody;
    int pause_ms = 0;  ///< a breath after it; 0 for none beyond what the engine makes of the marks
    bool operator==(const Phrase&) const = default;
};

/// Utterance::block of what is no part of the speech: a spoken introduction.
constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

/// The unit of synthesis: one sentence of one block.
struct Utterance {
    std::size_t block = 0;  ///< index into Speech::blocks, or kNoBlock
    BlockKind kind = BlockKind::paragraph;
    std::string text;  ///< the sentence as written
    std::string language;
    std::size_t voice = 0;  ///< 0 the voice of the speech, n the nth of Plan::voices, from 1
    LineRange lines;
    SpokenSentence spoken = {};        ///< what is said otherwise than it is written
    std::vector<Phrase> phrases = {};  ///< ascending, disjoint; empty: one in `prosody`
    Prosody prosody;
    Markup markup;
    int pause_ms = 0;  ///< silence after it; where two meet, this is already the greater
    bool operator==(const Utterance&) const = default;
};

/// The byte of Utterance::text that a character of its markup stands for; nullopt for a character
/// of a tag or beyond the end.
std::optional<std::uint32_t> text_byte_of(const Utterance& utterance,
                                          std::uint32_t markup_character);

/// The engine's settings for a whole speech.
struct VoiceSettings {
    std::string name;    ///< the profile or engine voice as the user named it
    std::string engine;  ///< an eSpeak NG voice: a file under its voices ("gmw/en"), a path, or a
                         ///< name ("en-gb"), with a variant after '+'
    bool by_language = false;  ///< `engine` is a BCP 47 tag: the voice nearest to it will do
    std::string language;
    int rate_wpm = 175;        ///< words per minute, 80–450
    int pitch = 50;            ///< 0–99
    int range = 50;            ///< 0–99
    std::string similar = {};  ///< a profile with nearly that name, to suggest if there is no voice
    bool operator==(const VoiceSettings&) const = default;
};

/// All that is to be said, in order.
struct Plan {
    int lead_in_ms = 0;  ///< silence before the first word
    std::vector<Utterance> utterances;
    std::vector<VoiceSettings> voices = {};  ///< others than the voice of the speech
    bool operator==(const Plan&) const = default;
};

}  // namespace declaim
