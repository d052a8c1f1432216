#include "text/header.hpp"

#include <algorithm>

#include "text/header_lines.hpp"
#include "text/line_look.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;

/// A header longer than this (in bytes of lines without a look) is not taken for one.
constexpr std::size_t kLongestHeader = 6000;
/// Lines looked at; below them only repetition counts.
constexpr std::size_t kEdge = 400;

class HeaderFinder {
  public:
    HeaderFinder(const Page& page, const LineJudge& judge, Reasons& reasons)
        : page_(page), judge_(judge), reasons_(reasons) {}

    void drop() {
        Reasons header = reasons_;
        std::size_t bytes = 0;
        std::size_t seen = 0;
        for (std::size_t i = 0; i < page_.lines.size() && seen < kEdge; ++i) {
            if (!reasons_[i].empty()) continue;
            ++seen;
            const bool address = judge_.is_address(i);
            if (const std::size_t end = address ? i : judge_.above_header(i); end > i) {
                for (; i < end; ++i)
                    if (reasons_[i].empty()) header[i] = "abstract";
                shown_ = i--;
                continue;
            }
            if (address || judge_.opens_speech(i))
                return commit(header, first_calling(first_spoken(i, address)));
            const LineLook look = judge_.look(i);
            if (look == LineLook::plain) {
                plain_.push_back(i);
                bytes += page_.lines[i].text.size();
            } else {
                shown_ = i + 1;
                titled_ = titled_ || look == LineLook::title || !plain_.empty();
            }
            if (bytes > kLongestHeader) break;
            header[i] = look == LineLook::plain ? "title" : reason_of(look);
        }
        drop_what_has_a_look();
    }

  private:
    /// The first line below all that show they are header and above `end` that belongs to the
    /// speech; `end` where there is none. A line right above a salutation may be any title.
    [[nodiscard]] std::size_t first_spoken(std::size_t end, bool address) const {
        bool block = shown_ == 0;  // a block has begun since
        const auto titled = [&](std::size_t i) { return titled_ || i != plain_.front(); };
        for (const std::size_t i : plain_) {
            if (i < shown_) continue;
            block = block || page_.lines[i].starts_block;
            // Right above a salutation and in its block no title stands.
            const bool joined = i + 1 == end && !page_.lines[end].starts_block;
            if (judge_.speaks(i, address && !joined ? Voice::strong : Voice::any)) return i;
            if (address || !block) continue;
            if (shown_ != 0 && !judge_.fits_header(i)) return i;
            if (judge_.is_numbered_heading(i) || (titled(i) && judge_.is_like_heading(i))) return i;
        }
        return end;
    }

    /// The first of the lines right above the speech that end as only salutations do, though none
    /// of the words is known. A colon may also stand behind a heading: it counts where no
    /// salutation of the language is known.
    [[nodiscard]] std::size_t first_calling(std::size_t end) const {
        for (auto i = plain_.rbegin(); i != plain_.rend(); ++i) {
            if (*i >= end) continue;
            if (*i < shown_ || !judge_.calls(*i)) break;
            end = *i;
        }
        return end;
    }

    void commit(const Reasons& header, std::size_t end) {
        std::copy_n(header.begin(), end, reasons_.begin());
    }

    /// There is no sentence to be seen: only lines that show what they are go, at the very top.
    void drop_what_has_a_look() {
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!reasons_[i].empty()) continue;
            const LineLook look = judge_.look(i);
            if (look == LineLook::plain) return;
            reasons_[i] = reason_of(look);
        }
    }

    const Page& page_;
    const LineJudge& judge_;
    Reasons& reasons_;
    std::vector<std::size_t> plain_;  // lines without a look
    std::size_t shown_ = 0;           // behind the last line with one
    bool titled_ = false;             // there is a title already
};

}  // namespace

void drop_header(const Page& page, const Layout& layout, const Rules& rules,
                 const DateReader& dates, Reasons& reasons) {
    const Reasons known = reasons;
    const LineJudge judge(page, layout, rules, dates, known);
    HeaderFinder(page, judge, reasons).drop();
}

}  // namespace declaim
