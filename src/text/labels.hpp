#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/paragraphs.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Tells who speaks ("JANE DOE:", "Q", "Mr. DOE.", "M. Dupont. –", "THE PRESIDENT (smiling):") from
/// emphasis before a colon ("TO OUR ALLIES:"). A label is not read out, so doubt decides for
/// emphasis: a label has the shape of a name or role, text that begins with a capital behind it,
/// and others like it in the document; and its words stand nowhere in lower case.
class Labels {
  public:
    Labels(const std::vector<Piece>& pieces, const Rules& rules);

    /// The bytes of the label a paragraph opens with, its mark included; 0 for none. It may be the
    /// whole paragraph.
    [[nodiscard]] std::size_t at_head(std::string_view text) const;

  private:
    /// What parts the label from the text.
    enum class Mark { colon, dash, stop, letter, none };
    /// What stands before the mark, without an aside in brackets.
    struct Candidate {
        std::size_t end = 0;  // 0: none
        std::string key;
        std::size_t words = 0;
        Mark mark = Mark::colon;
        bool caps = false;
        bool known = false;  // "Question"
        bool role = false;   // "THE PRESIDENT"
        bool whole = false;  // nothing stands behind its colon
    };
    [[nodiscard]] Candidate candidate(std::string_view text) const;
    [[nodiscard]] Candidate with_colon(std::string_view text) const;
    [[nodiscard]] Candidate with_dash(std::string_view text) const;
    [[nodiscard]] Candidate with_stop(std::string_view text) const;
    [[nodiscard]] Candidate with_letter(std::string_view text) const;
    [[nodiscard]] Candidate alone(std::string_view text) const;
    [[nodiscard]] Candidate judged(std::string_view label, std::size_t end, Mark mark) const;
    [[nodiscard]] bool is_named(std::string_view label, const std::vector<Word>& words,
                                bool role) const;
    [[nodiscard]] bool is_role(const std::vector<Word>& words) const;
    [[nodiscard]] bool is_sure(const Candidate& label) const;
    void find_common(const std::vector<Piece>& pieces, const std::vector<Candidate>& labels);
    [[nodiscard]] bool is_common(const Candidate& label) const;

    const Rules& rules_;
    std::unordered_map<std::string, int> names_;  // how often each name stands before a mark
    std::unordered_map<std::string, int> alone_;  // and on a line of its own
    std::unordered_set<std::string> common_;      // words of names that stand in lower case too
    std::string first_;                           // what the document opens with
    int known_ = 0;
    int letters_ = 0;  // "Q" and no mark
    bool conversation_ = false;
};

}  // namespace declaim
