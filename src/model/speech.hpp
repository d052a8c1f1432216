#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.hpp"

namespace declaim {

/// What a block of the speech is. The names are those of `declaim inspect --json`.
enum class BlockKind {
    address,  ///< a salutation: "Ladies and Gentlemen,"
    paragraph,
    heading,
    quote,
    list_item,
    verse,
    direction,      ///< a stage direction: "(Applause)"; not spoken by default
    speaker_label,  ///< "THE PRESIDENT:"; not spoken
    note            ///< a footnote or remark of the editor; not spoken
};

constexpr std::size_t kBlockKinds = 9;

/// "address", "paragraph", …
std::string_view name_of(BlockKind kind) noexcept;

/// Whether blocks of this kind are read aloud by default.
bool is_spoken(BlockKind kind) noexcept;

/// One sentence of a block.
struct Sentence {
    ByteRange where;  ///< in Block::text; the sentences of a block ascend, are disjoint and cover
                      ///< every byte of it that is not white space
    LineRange lines;  ///< in the source document
    bool operator==(const Sentence&) const = default;
};

/// A paragraph, address line, heading, … of the speech.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::string text;  ///< NFC UTF-8, one line, no markup, single spaces, not empty; in a `verse`
                       ///< block '\n' parts the lines
    std::string language;  ///< BCP 47, such as "en"
    LineRange lines;
    std::vector<Sentence> sentences;
    LineRange rows{-1, -1};  ///< its first and last one in Speech::rows, from 0
    bool operator==(const Block&) const = default;
};

/// A part of the source that is not the speech.
struct Dropped {
    std::string text;    ///< as in the source, white space folded
    std::string reason;  ///< one of a small set of words: "navigation", "byline", "date line", …
    LineRange lines;
    bool operator==(const Dropped&) const = default;
};

/// A change made to the text of the speech: what stood there, and what is read instead.
struct Rewritten {
    std::string from;    ///< as in the source, white space folded
    std::string to;      ///< may be empty
    std::string reason;  ///< "footnote mark", "page mark", "hyphen", "bullet", …
    LineRange lines;
    int row = -1;  ///< the first in Speech::rows
    bool operator==(const Rewritten&) const = default;
};

/// What is known of a speech; an unknown field is absent, never guessed.
struct Metadata {
    std::optional<std::string> title;
    std::optional<std::string> speaker;  ///< the name alone
    std::optional<std::string> role;     ///< the speaker's: "Secretary General of NATO"
    std::optional<std::string>
        date;  ///< when it was held, ISO 8601: "2004-10-19", "2004-10", "2004"
    std::optional<std::string> occasion;
    std::optional<std::string> place;
    bool operator==(const Metadata&) const = default;
};

/// Where a speech came from.
struct SourceInfo {
    std::string path;      ///< as the user named it; "-" for standard input
    std::string format;    ///< "text", "html", …
    std::string encoding;  ///< as decoded, lower case IANA name: "utf-8", "windows-1252"
    std::string language;  ///< of the document, BCP 47
    std::uint64_t bytes = 0;
    bool operator==(const SourceInfo&) const = default;
};

/// A line of the document as it was read, before anything was done to it.
struct SourceRow {
    int line = 0;          ///< of the source; several rows may share one
    std::string text;      ///< white space folded
    std::string reason;    ///< why it was dropped; empty for a row that was not
    bool by_hand = false;  ///< a person has kept it
    bool operator==(const SourceRow&) const = default;
};

/// What was said, by whom, in blocks and sentences, each with its place in the source.
struct Speech {
    SourceInfo source;
    Metadata metadata;
    std::vector<Block> blocks;
    std::vector<Dropped> dropped;       ///< in the order of the source
    std::vector<Rewritten> rewritten;   ///< in the order of the source
    std::vector<std::string> warnings;  ///< for the user: what could not be done well, and what to
                                        ///< do about it; one line each
    std::vector<SourceRow> rows;        ///< the whole document, where it was asked for
    bool operator==(const Speech&) const = default;
};

/// The text of one sentence. \pre `sentence` is of `block`.
std::string_view text_of(const Block& block, const Sentence& sentence) noexcept;

}  // namespace declaim
