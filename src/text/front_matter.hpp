#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace declaim {

/// What stands between fences above the text of a Markdown document.
struct FrontMatter {
    std::size_t bytes = 0;  ///< its length, fences and the last line end included; 0 for none
    int lines = 0;          ///< the same in lines
    std::vector<std::pair<std::string, std::string>> fields;  ///< key and value, in order
};

/// Whether a text begins with front matter: its bytes, or 0. A thematic break opens none: there must
/// be a closing fence, and between the two nothing but what has the shape of keys and values.
/// In:     any bytes; only the first 64 KiB are looked at.
/// Errors: none.
std::size_t front_matter_size(std::string_view text);

/// Reads front matter: YAML between "---" and "---" or "...", TOML between "+++", or the title block
/// of pandoc ("% Title").
/// In:     UTF-8, the whole document.
/// Out:    scalars as written; a list of scalars as one text with ", "; a key below another as
///         "speaker.name". What the parser refuses is read line by line as "key: value": a word is
///         rather had raw than lost. Depth is bounded, aliases are not followed.
/// Errors: none.
/// Source: YAML 1.2, TOML 1.0, Jekyll's and Hugo's front matter.
FrontMatter read_front_matter(std::string_view text);

}  // namespace declaim
