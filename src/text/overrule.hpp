#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/page.hpp"

namespace declaim {

/// What a person says of lines, whatever the segmenter finds: regular expressions that may match
/// anywhere in the text of a line. `keep` wins over `drop`.
struct ByHand {
    std::vector<std::string> keep;
    std::vector<std::string> drop;
    bool operator==(const ByHand&) const = default;
};

/// The reason of what a person drops.
constexpr std::string_view kDroppedByHand = "dropped by hand";

/// What is wrong with a regular expression, and where; "" for nothing.
/// Source: ICU Regular Expressions, case-sensitive.
std::string pattern_fault(const std::string& regex);

/// Orders made ready to be asked.
class Overrule {
  public:
    /// In:     orders, of which the first that says something of a line wins.
    /// Errors: throws Error{usage} naming the option, the pattern and the place of its fault.
    explicit Overrule(const std::vector<ByHand>& orders);
    Overrule(Overrule&&) noexcept;
    ~Overrule();

    /// Errors: throws Error{usage} for a pattern that takes too long.
    [[nodiscard]] Verdict of(std::string_view text) const;

    /// Notes the verdict on every line of a page as read.
    void judge(Page& page) const;

    /// Puts the verdicts in the place of the reasons; a line that needs none loses its verdict.
    static void settle(Page& page, std::vector<std::string_view>& reasons);

  private:
    struct Pattern;
    std::vector<Pattern> patterns_;  // the first that matches says
};

}  // namespace declaim
