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

/// A file voices/styles/NAME.toml: prosody and pauses by the role of a block.
struct Style {
    int lead_in_ms = 0;
    int lead_out_ms = 0;
    std::array<RoleStyle, kBlockKinds> roles;  ///< indexed by BlockKind
    [[nodiscard]] const RoleStyle& of(BlockKind kind) const noexcept {
        return roles[static_cast<std::size_t>(kind)];
    }
    bool operator==(const Style&) const = default;
};

/// Reads styles/NAME.toml; a role left out is delivered as a paragraph is.
/// Errors: throws Error{data} with file, line and column.
Style load_style(const std::string& name, const DataPath& data);

}  // namespace declaim
