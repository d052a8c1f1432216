#pragma once

#include <array>
#include <string>

#include "base/data_path.hpp"
#include "model/plan.hpp"

namespace declaim {

/// How blocks of one kind are delivered.
struct RoleStyle {
    Prosody prosody;
    int sentence_pause_ms = 0;  ///< between two sentences of the block
    int pause_before_ms = 0;    ///< at least so much silence before the block
    int pause_after_ms = 0;     ///< and after it
    bool operator==(const RoleStyle&) const = default;
};

/// What is special about a sentence or a passage: factors on top of those of its role, and at least
/// so much silence around it.
struct Manner {
    Prosody prosody;
    int pause_before_ms = 0;
    int pause_after_ms = 0;
    int least_letters = 0;     ///< a shorter passage is none
    int most_letters = 10000;  ///< nor is a longer one
    bool operator==(const Manner&) const = default;
};

/// Silence after the marks within a sentence; 0 leaves it to the engine.
struct MarkPauses {
    int comma_ms = 0;
    int semicolon_ms = 0;
    int colon_ms = 0;
    int dash_ms = 0;
    int ellipsis_ms = 0;
    int line_ms = 0;  ///< the end of a line of verse
    bool operator==(const MarkPauses&) const = default;
};

/// Where a stretch without a pause is too long for one breath.
struct BreathStyle {
    int most_letters = 10000;  ///< a longer stretch is parted where a clause opens
    int least_letters = 0;     ///< but not so near to a pause; a comma so near to both its
                               ///< neighbours is left to the engine
    int pause_ms = 0;
    int joined_letters = 0;  ///< one longer than this, also where words are joined; 0: most_letters
    bool operator==(const BreathStyle&) const = default;
};

/// What rises from one member to the next: a series, or sentences that begin alike.
struct RiseStyle {
    Prosody step;         ///< factors from one member to the next
    int most_steps = 0;   ///< so many times at most
    int pause_ms = 0;     ///< between two members of a series
    double pauses = 1.0;  ///< factor of the pause between sentences or clauses that begin alike
    int words = 2;        ///< alike: so many words
    int most_letters = 10000;  ///< of a member of a series
    bool operator==(const RiseStyle&) const = default;
};

/// A file voices/styles/NAME.toml: prosody and pauses by the role of a block, the kind of a
/// sentence and the passages within it.
struct Style {
    int lead_in_ms = 0;
    int lead_out_ms = 0;
    std::array<RoleStyle, kBlockKinds> roles;  ///< indexed by BlockKind
    Manner closing = {};                       ///< the last paragraph
    Manner last = {};                          ///< the last sentence
    Manner thanks = {};                        ///< thanks that end a speech
    Manner floor = {};                         ///< a question from the floor
    Manner question = {};
    Manner exclamation = {};
    Manner parenthesis = {};
    Manner quotation = {};
    MarkPauses marks = {};
    BreathStyle breath = {};
    RiseStyle series = {};
    RiseStyle anaphora = {};
    [[nodiscard]] const RoleStyle& of(BlockKind kind) const noexcept {
        return roles[static_cast<std::size_t>(kind)];
    }
    bool operator==(const Style&) const = default;
};

/// Reads styles/NAME.toml; a role left out is delivered as a paragraph is, and nothing else that is
/// left out has an effect.
/// Errors: throws Error{data} with file, line and column.
Style load_style(const std::string& name, const DataPath& data);

}  // namespace declaim
