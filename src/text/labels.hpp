#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/paragraphs.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Tells who speaks ("JANE DOE:", "Q:", "THE PRESIDENT (smiling):") from emphasis before a colon
/// ("TO OUR ALLIES:"). A label is not read out, so doubt decides for emphasis: a label has the
/// shape of a name or role, text that begins with a capital behind it, and others like it in the
/// document.
class Labels {
  public:
    Labels(const std::vector<Piece>& pieces, const Rules& rules);

    /// The bytes of the label a paragraph opens with, its colon included; 0 for none.
    [[nodiscard]] std::size_t at_head(std::string_view text) const;

  private:
    /// What stands before the colon, without an aside in brackets.
    struct Candidate {
        std::size_t end = 0;  // 0: none
        std::string key;
        std::size_t words = 0;
        bool caps = false;
        bool known = false;  // "Question"
        bool role = false;   // "THE PRESIDENT"
    };
    [[nodiscard]] Candidate candidate(std::string_view text) const;
    [[nodiscard]] bool is_named(std::string_view label, const std::vector<Word>& words,
                                bool role) const;
    [[nodiscard]] bool is_role(const std::vector<Word>& words) const;
    [[nodiscard]] bool is_sure(const Candidate& label) const;

    const Rules& rules_;
    std::unordered_map<std::string, int> names_;  // how often each name stands before a colon
    std::string first_;                           // what the document opens with
    int known_ = 0;
    bool conversation_ = false;
};

}  // namespace declaim
