#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/source.hpp"

namespace declaim {

/// Where a pattern matched, and what its slots hold.
struct PatternMatch {
    ByteRange where;
    std::map<std::string, std::string_view, std::less<>> slots;  ///< those that took part
};

/// A regular expression (RE2: linear in the length of the text, whatever it holds) that matches
/// between word boundaries of any script.
class Pattern {
  public:
    /// Errors: throws std::invalid_argument with the reason.
    explicit Pattern(const std::string& expression, bool match_case);
    ~Pattern();
    Pattern(Pattern&&) noexcept;

    /// The first match that begins at or after `from`, the longest there; a boundary before `from`
    /// counts.
    [[nodiscard]] std::optional<PatternMatch> find(std::string_view text, std::size_t from) const;

  private:
    struct Library;
    std::unique_ptr<Library> library_;
};

}  // namespace declaim
