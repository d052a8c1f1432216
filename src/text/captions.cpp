#include "text/captions.hpp"

#include <algorithm>
#include <string>

#include "base/unicode.hpp"

namespace declaim {
namespace {

/// A paragraph of captions goes on for so many bytes at least, unless there is a pause.
constexpr std::size_t kParagraph = 400;
constexpr int kPause = 4;  // seconds

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A line that is a time, or two with an arrow: when its cue begins.
std::optional<int> cue_time(std::string_view text, bool& arrow) {
    const auto begin = clock_at(text);
    if (!begin) return std::nullopt;
    std::string_view rest = text.substr(begin->end);
    arrow = rest.substr(0, 4) == " -->" || rest.substr(0, 3) == "-->";
    if (!arrow && !rest.empty()) return std::nullopt;
    return begin->seconds;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether the page is captions: cues with arrows, or times that go up on a quarter of the lines.
bool is_captions(const Page& page) {
    std::size_t arrows = 0;
    std::size_t times = 0;
    int last = -1;
    bool ascends = true;
    for (const PageLine& line : page.lines) {
        bool arrow = false;
        const auto time = cue_time(line.text, arrow);
        if (!time) continue;
        ++times;
        arrows += arrow ? 1 : 0;
        ascends = ascends && *time >= last;
        last = *time;
    }
    return arrows > 1 || (times > 2 && ascends && times * 4 >= page.lines.size());
}

class CaptionJoiner {
  public:
    CaptionJoiner(Page& page, std::vector<Rewritten>& rewritten)
        : page_(page), rewritten_(rewritten) {}

    void join() {
        std::vector<PageLine> lines = std::move(page_.lines);
        page_.lines.clear();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const PageLine* next = i + 1 < lines.size() ? &lines[i + 1] : nullptr;
            if (!is_cue(lines[i], next)) add(lines[i]);
        }
    }

  private:
    /// What is no text of a cue.
    bool is_cue(const PageLine& line, const PageLine* next) {
        bool arrow = false;
        const auto time = cue_time(line.text, arrow);
        bool follows = false;
        const bool number =
            is_number(line.text) && next != nullptr && cue_time(next->text, follows) && follows;
        const bool head = page_.lines.empty() && line.text.substr(0, 6) == "WEBVTT";
        if (!time && !number && !head) return false;
        rewritten_.push_back({line.text, "", "caption time", {line.line, line.line}, line.row});
        if (time) {
            pause_ = *time - time_ >= kPause * 4 || (!arrow && line.starts_block);
            time_ = *time;
        }
        return true;
    }

    /// "<i>", "{\an8}" go; "<v Jane Doe>" becomes "Jane Doe:".
    std::string without_tags(const PageLine& line) {
        std::string out;
        const std::string_view text = line.text;
        for (std::size_t at = 0; at < text.size();) {
            const char close = text[at] == '<' ? '>' : '}';
            const bool open = text[at] == '<' || text.substr(at, 2) == "{\\";
            const std::size_t end =
                open ? text.substr(0, at + 80).find(close, at) : std::string_view::npos;
            if (end == std::string_view::npos) {
                out += text[at++];
                continue;
            }
            const std::string tag(text.substr(at, end + 1 - at));
            std::string to;
            if (tag.substr(0, 3) == "<v " && tag != voice_) {
                voice_ = tag;
                to = tag.substr(3, tag.size() - 4) + ": ";
                speaker_ = true;
            }
            rewritten_.push_back(
                {tag, fold_spaces(to), "caption mark", {line.line, line.line}, line.row});
            out += to;
            at = end + 1;
        }
        return fold_spaces(out);
    }

    [[nodiscard]] bool begins_paragraph(std::string_view text, const PageLine& line) const {
        if (page_.lines.empty() || speaker_) return true;
        if (line.by_hand != page_.lines.back().by_hand) return true;
        const std::string& above = page_.lines.back().text;
        if (text.substr(0, 2) == ">>" || text.substr(0, 2) == "- ") return true;
        return ends_sentence(above) && (above.size() >= kParagraph || pause_);
    }

    void add(const PageLine& line) {
        const std::string text = without_tags(line);
        if (text.empty()) return;
        if (begins_paragraph(text, line)) {
            page_.lines.push_back(line);
            page_.lines.back().text = text;
            page_.lines.back().starts_block = true;
        } else {
            PageLine& above = page_.lines.back();
            above.text += ' ';
            above.starts.push_back({above.text.size(), line.line, line.row});
            above.text += text;
        }
        pause_ = speaker_ = false;
    }

    Page& page_;
    std::vector<Rewritten>& rewritten_;
    std::string voice_;
    int time_ = 0;
    bool pause_ = false;
    bool speaker_ = false;
};

}  // namespace

std::optional<Clock> clock_at(std::string_view text) {
    std::size_t at = 0;
    int seconds = 0;
    int parts = 0;
    for (;; ++parts) {
        const std::size_t begin = at;
        int value = 0;
        while (at < text.size() && is_digit(text[at]) && at - begin < 3)
            value = value * 10 + (text[at++] - '0');
        const std::size_t digits = at - begin;
        if (digits == 0 || digits > 2 || (parts > 0 && (digits != 2 || value > 59)) || parts > 2)
            return std::nullopt;
        seconds = seconds * 60 + value;
        const bool more = at + 1 < text.size() && text[at] == ':' && is_digit(text[at + 1]);
        if (!more) break;
        ++at;
    }
    if (parts == 0) return std::nullopt;
    if (at + 3 < text.size() && (text[at] == ',' || text[at] == '.') && is_digit(text[at + 1]) &&
        is_digit(text[at + 2]) && is_digit(text[at + 3]))
        at += 4;
    return Clock{at, seconds};
}

void join_captions(Page& page, std::vector<Rewritten>& rewritten) {
    if (is_captions(page)) CaptionJoiner(page, rewritten).join();
}

}  // namespace declaim
