#include "text/header.hpp"

#include <algorithm>
#include <string>

#include "text/address.hpp"
#include "text/furniture.hpp"
#include "text/line_look.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;

/// A header longer than this (in bytes of lines without a look) is not taken for one.
constexpr std::size_t kLongestHeader = 6000;
/// Lines looked at; below them only repetition counts.
constexpr std::size_t kEdge = 400;
/// Where another heading is looked for.
constexpr std::size_t kBelow = 2000;

/// The lines from `at` to the end of their block that are not yet dropped, joined.
std::string rest_of_block(const Page& page, const Reasons& reasons, std::size_t at) {
    std::string text = page.lines[at].text;
    for (std::size_t i = at + 1; i < page.lines.size() && !page.lines[i].starts_block; ++i) {
        if (text.size() > 2000) break;
        if (reasons[i].empty()) text += " " + page.lines[i].text;
    }
    return text;
}

/// "#." of "1. The economy", "(#)" of "(2)", "Priority #" of "Priority 3"; empty where there is no
/// number.
std::string numbering_of(std::string_view text) {
    std::string shape;
    for (const char c : text.substr(0, 100)) {
        const bool digit = c >= '0' && c <= '9';
        if (c == ' ' && shape.find('#') <= 1) break;
        if (!digit || shape.empty() || shape.back() != '#') shape.push_back(digit ? '#' : c);
    }
    return shape.find('#') == std::string::npos ? std::string() : shape;
}

/// Judges single lines of what may be the header.
class LineJudge {
  public:
    LineJudge(const Page& page, const Layout& layout, const Rules& rules, const DateReader& dates,
              const Reasons& reasons)
        : page_(page), layout_(layout), rules_(rules), dates_(dates), reasons_(reasons) {}

    [[nodiscard]] LineLook look(std::size_t at) const {
        return line_look(page_.lines[at].text, rules_, dates_);
    }

    /// A weak salutation counts only where a strong one or a sentence follows, or other weak ones
    /// and then such.
    [[nodiscard]] bool is_address(std::size_t at) const {
        constexpr int kMostWeak = 12;
        for (int weak = 0; weak < kMostWeak; ++weak) {
            const std::size_t count = address_lines(page_, reasons_, layout_, at, rules_);
            if (count == 0) return weak > 0 && opens_speech(at);
            if (address_look(page_.lines[at].text, rules_.address) == AddressLook::strong)
                return true;
            at += count;
            while (at < page_.lines.size() && !reasons_[at].empty()) ++at;
            if (at >= page_.lines.size()) return false;
        }
        return true;
    }

    /// Prose of the press office or the site that stands above the header: no speaker's word is in
    /// it, and lines that are header beyond doubt follow soon. Out: behind it; `at` for none.
    [[nodiscard]] std::size_t above_header(std::size_t at) const {
        constexpr std::size_t kMost = 1500;  // bytes of it
        constexpr std::size_t kSoon = 10;    // lines
        std::size_t bytes = 0;
        std::size_t end = at;
        for (; end < page_.lines.size() && bytes < kMost; ++end) {
            const std::string& line = page_.lines[end].text;
            const bool begins = end == at || page_.lines[end].starts_block || !layout_.wrapped;
            if (begins && (!is_speech(end) || look(end) != LineLook::plain)) break;
            if (is_speakers(line)) return at;
            bytes += line.size();
        }
        if (end == at || bytes >= kMost) return at;
        for (std::size_t i = end; i < page_.lines.size() && i < end + kSoon; ++i) {
            if (is_address(i) || (look(i) == LineLook::plain && is_speech(i))) return at;
            if (!page_.lines[i].starts_block && i > end && look(i - 1) == LineLook::plain) continue;
            const LineLook what = look(i);
            if (what == LineLook::byline || what == LineLook::title || what == LineLook::notice ||
                what == LineLook::genre || what == LineLook::posted)
                return end;
        }
        return at;
    }

    /// A sentence begins here; what begins like an occasion, byline or date may be one too.
    [[nodiscard]] bool opens_speech(std::size_t at) const {
        const std::string& line = page_.lines[at].text;
        const LineLook what = look(at);
        if (what == LineLook::plain) return is_speech(at);
        if (what == LineLook::page_mark) return !says_page(line, rules_) && is_numbered_heading(at);
        if (what != LineLook::occasion && what != LineLook::byline && what != LineLook::date)
            return false;
        return runs_on(at) || (what != LineLook::date && has_voice(line, rules_));
    }

    /// Whether a line without a look is more than a title, name or place.
    [[nodiscard]] bool speaks(std::size_t at, Voice voice) const {
        const std::string& line = page_.lines[at].text;
        const bool goes_on = !page_.lines[at].starts_block && starts_lower(line);
        if (has_label(line)) return true;
        return !goes_on && !has_field(line) && has_voice(line, rules_, voice);
    }

    /// "各位嘉宾，": a short line that breaks off at a comma, an exclamation mark or a colon.
    [[nodiscard]] bool calls(std::size_t at) const {
        constexpr std::size_t kLongest = 160;
        const std::string& line = page_.lines[at].text;
        if (characters(line) > kLongest) return false;
        const char32_t last = last_visible(line);
        if (last == U',' || last == U'，' || last == U'、' || last == U'،') return true;
        if (last != U':' && last != U'：' && last != U'!' && last != U'！') return false;
        if (rules_.address.openers.empty() && rules_.address.nouns.empty()) return true;
        // "Worthy President, Sisters and Members of Hall No. 9:"
        const std::vector<Word> words = words_of(line);
        if (rules_.address.dears.match(words, 0) != 0) return true;
        return !rules_.furniture.first_person.occurs(words) &&
               (rules_.address.nouns.occurs(words) || rules_.address.offices.occurs(words)) &&
               line.find(',') != std::string::npos;
    }

    [[nodiscard]] bool fits_header(std::size_t at) const {
        const std::string& line = page_.lines[at].text;
        const std::vector<Word> words = words_of(line);
        const bool marked = is_opening_mark(first_visible(line)) || line.find(':') < 30 ||
                            line.find_first_of("|@/") != std::string::npos;
        return marked || is_all_caps(line) || is_title_case(line, rules_) ||
               rules_.furniture.roles.occurs(words) || rules_.furniture.genres.occurs(words) ||
               !dates_.find(line).empty();
    }

    /// Whether it stands alone above prose, numbered as a later line is.
    [[nodiscard]] bool is_numbered_heading(std::size_t at) const {
        const std::string shape = numbering_of(page_.lines[at].text);
        if (shape.empty() || !stands_alone(at)) return false;
        for (std::size_t i = at + 1; i < std::min(page_.lines.size(), at + kBelow); ++i)
            if (numbering_of(page_.lines[i].text) == shape && reasons_[i].empty() &&
                stands_alone(i))
                return true;
        return false;
    }

    /// Whether it stands alone above prose in title case, as a later line does.
    [[nodiscard]] bool is_like_heading(std::size_t at) const {
        if (!is_heading(at)) return false;
        if (rules_.furniture.roles.match(words_of(page_.lines[at].text), 0) != 0) return false;
        for (std::size_t i = at + 1; i < std::min(page_.lines.size(), at + kBelow); ++i)
            if (is_heading(i)) return true;
        return false;
    }

  private:
    /// First persons and thanks; in sentences of the site they do not count.
    [[nodiscard]] bool is_speakers(std::string_view line) const {
        const std::vector<Word> words = words_of(line.substr(0, 2000));
        return !rules_.furniture.site.occurs(words) &&
               (rules_.furniture.first_person.occurs(words) ||
                rules_.furniture.thanks.occurs(words));
    }

    [[nodiscard]] bool is_speech(std::size_t at) const {
        const std::string& line = page_.lines[at].text;
        if (is_prose(line, rules_, dates_) || opens_sentence(line)) return true;
        return layout_.wrapped && is_prose(rest_of_block(page_, reasons_, at), rules_, dates_);
    }

    /// Whether the line is the first of a wrapped paragraph.
    [[nodiscard]] bool runs_on(std::size_t at) const {
        if (!layout_.wrapped || at + 1 >= page_.lines.size()) return false;
        const std::string& line = page_.lines[at].text;
        const PageLine& next = page_.lines[at + 1];
        if (next.starts_block || ends_sentence(line)) return false;
        const bool full = characters(line) * 10 >= layout_.width * 6;
        if (!full && !starts_lower(next.text) && last_visible(line) != U',') return false;
        const std::string all = rest_of_block(page_, reasons_, at);
        const std::string_view text = before_directions(all, rules_);
        return ends_sentence(text) && has_voice(text, rules_);
    }

    /// "I call on the parties:" has no full stop and is a sentence none the less.
    [[nodiscard]] bool opens_sentence(std::string_view line) const {
        const char32_t last = last_visible(line);
        if (last != U':' && last != U',' && last != U';') return false;
        const std::vector<Word> words = words_of(line.substr(0, 1000));
        return words.size() >= 3 && rules_.address.sentence_words.match(words, 0) != 0;
    }

    /// "Content-Type: text", "Venue: our town".
    [[nodiscard]] bool has_field(std::string_view line) const {
        const std::string_view name = line.substr(0, line.find(':'));
        return name.size() < std::min<std::size_t>(line.size(), 30) && !is_all_caps(name) &&
               words_of(name).size() <= 2 && is_title_case(name, rules_) &&
               !has_voice(name, rules_);
    }

    /// "JANE DOE: peace and bread", "JANE DOE:", "Question:", "MODERATOR".
    [[nodiscard]] bool has_label(std::string_view line) const {
        if (line.size() < 40 && is_all_caps(line) && rules_.furniture.labels.is(words_of(line)))
            return true;
        const std::size_t colon = line.substr(0, 60).find(':');
        if (colon == std::string_view::npos) return false;
        const std::string_view label = line.substr(0, colon);
        const std::vector<Word> words = words_of(label);
        const bool alone = colon + 1 == line.size();
        if (alone && rules_.furniture.labels.is(words)) return true;
        if (!is_all_caps(label) || words.size() < 2) return false;
        return alone || (!is_title_case(line.substr(colon), rules_) && !is_all_caps(line));
    }

    [[nodiscard]] bool stands_alone(std::size_t at) const {
        return page_.lines[at].starts_block && at + 1 < page_.lines.size() &&
               page_.lines[at + 1].starts_block && !ends_sentence(page_.lines[at].text) &&
               reasons_[at + 1].empty();
    }

    [[nodiscard]] bool is_heading(std::size_t at) const {
        constexpr std::size_t kMost = 80;
        const std::string& line = page_.lines[at].text;
        return line.size() < kMost && reasons_[at].empty() && stands_alone(at) &&
               is_title_case(line, rules_) && look(at) == LineLook::plain &&
               address_look(line, rules_.address) == AddressLook::none && is_speech(at + 1);
    }

    const Page& page_;
    const Layout& layout_;
    const Rules& rules_;
    const DateReader& dates_;
    const Reasons& reasons_;
};

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
