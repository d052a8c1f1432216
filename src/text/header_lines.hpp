#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/dates.hpp"
#include "text/line_look.hpp"
#include "text/page.hpp"
#include "text/rules.hpp"

namespace declaim {

/// Judges single lines of what may be the header: whether the speech begins there.
/// In:     the page; the reasons known by now, "" for a line of the speech. All must outlive it.
/// Errors: none.
class LineJudge {
  public:
    LineJudge(const Page& page, const Layout& layout, const Rules& rules, const DateReader& dates,
              const std::vector<std::string_view>& reasons)
        : page_(page), layout_(layout), rules_(rules), dates_(dates), reasons_(reasons) {}

    [[nodiscard]] LineLook look(std::size_t at) const;

    /// A weak salutation counts only where a strong one or a sentence follows, or other weak ones
    /// and then such.
    [[nodiscard]] bool is_address(std::size_t at) const;

    /// Prose of the press office or the site that stands above the header: no speaker's word is in
    /// it, and lines that are header beyond doubt follow soon. Out: behind it; `at` for none.
    [[nodiscard]] std::size_t above_header(std::size_t at) const;

    /// A sentence begins here; what begins like an occasion, byline or date may be one too.
    [[nodiscard]] bool opens_speech(std::size_t at) const;

    /// Whether a line without a look is more than a title, name or place.
    [[nodiscard]] bool speaks(std::size_t at, Voice voice) const;

    /// "各位嘉宾，": a short line that breaks off at a comma, an exclamation mark or a colon.
    [[nodiscard]] bool calls(std::size_t at) const;

    [[nodiscard]] bool fits_header(std::size_t at) const;

    /// Whether it stands alone above prose, numbered as a later line is.
    [[nodiscard]] bool is_numbered_heading(std::size_t at) const;

    /// Whether it stands alone above prose in title case, as a later line does.
    [[nodiscard]] bool is_like_heading(std::size_t at) const;

  private:
    /// First persons and thanks; in sentences of the site they do not count.
    [[nodiscard]] bool is_speakers(std::string_view line) const;

    [[nodiscard]] bool is_speech(std::size_t at) const;

    /// Whether the line is the first of a wrapped paragraph.
    [[nodiscard]] bool runs_on(std::size_t at) const;

    /// "I call on the parties:" has no full stop and is a sentence none the less.
    [[nodiscard]] bool opens_sentence(std::string_view line) const;

    /// "Content-Type: text", "Venue: our town".
    [[nodiscard]] bool has_field(std::string_view line) const;

    /// "JANE DOE: peace and bread", "JANE DOE:", "Question:", "MODERATOR".
    [[nodiscard]] bool has_label(std::string_view line) const;

    [[nodiscard]] bool stands_alone(std::size_t at) const;

    [[nodiscard]] bool is_heading(std::size_t at) const;

    const Page& page_;
    const Layout& layout_;
    const Rules& rules_;
    const DateReader& dates_;
    const std::vector<std::string_view>& reasons_;
};

}  // namespace declaim
