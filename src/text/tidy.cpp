#include "text/tidy.hpp"

#include <algorithm>
#include <string>

#include "base/unicode.hpp"
#include "text/captions.hpp"
#include "text/directions.hpp"
#include "text/footnotes.hpp"
#include "text/scan.hpp"

namespace declaim {
namespace {

constexpr ByteSet kStampBrackets("[{<");
constexpr ByteSet kTimeBrackets("[(");

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What is to be taken out of one line, and why.
struct Cut {
    ByteRange where;
    std::string_view reason;
};

void take_out(PageLine& line, const std::vector<Cut>& cuts, std::vector<Rewritten>& rewritten) {
    std::string text;
    std::size_t at = 0;
    std::vector<std::size_t> removed_at;  // where in the new text, and how much before it
    auto start = line.starts.begin();
    const auto copy = [&](std::size_t end) {
        for (; start != line.starts.end() && start->at < end; ++start)
            start->at = text.size() + (start->at > at ? start->at - at : 0);
        text.append(line.text, at, end - at);
        at = end;
    };
    for (const Cut& cut : cuts) {
        copy(cut.where.begin);
        rewritten.push_back({line.text.substr(cut.where.begin, cut.where.size()),
                             "",
                             std::string(cut.reason),
                             {line.line, line.line},
                             line.row});
        at = cut.where.end;
        const bool space = text.empty() || text.back() == ' ';
        if (space && at < line.text.size() && line.text[at] == ' ') ++at;
        const char next = at < line.text.size() ? line.text[at] : '.';
        if (!text.empty() && text.back() == ' ' &&
            std::string_view(".,;:!?)").find(next) != std::string_view::npos)
            text.pop_back();
    }
    copy(line.text.size());
    line.text = std::move(text);
    line.linked = std::min(line.linked, line.text.size());
    line.emphasised = std::min(line.emphasised, line.text.size());
    line.marks.clear();
}

void add_stamps(std::string_view text, const Rules& rules, std::vector<Cut>& cuts) {
    if (!kStampBrackets.occurs(text) || is_stamp(text, rules)) return;
    for (std::size_t at = kStampBrackets.find(text); at != std::string_view::npos;
         at = kStampBrackets.find(text, at)) {
        const std::size_t end = stamp_end(text, at, rules);
        if (end != 0) cuts.push_back({{at, end}, "page mark"});
        at = std::max(end, at + 1);
    }
}

/// A time in brackets that begins at `at`: "[00:01:23]"; its end, 0 for none.
std::size_t time_end(std::string_view text, std::size_t at, int& seconds) {
    const std::size_t begin = at + 1;
    const auto clock = clock_at(text.substr(begin, 16));
    if (!clock) return 0;
    const std::size_t end = begin + clock->end;
    if (end >= text.size() || text[end] != (text[at] == '[' ? ']' : ')')) return 0;
    seconds = clock->seconds;
    return end + 1;
}

/// A time at the head of a line: "00:15 We".
std::size_t head_time(std::string_view text, int& seconds) {
    const auto clock = clock_at(text.substr(0, 16));
    if (!clock || clock->end + 1 >= text.size() || text[clock->end] != ' ') return 0;
    seconds = clock->seconds;
    return clock->end + 1;
}

/// Times of a recording in brackets: three or more, and they go up, as chapter and verse do not.
bool has_times(const Page& page) {
    std::size_t times = 0;
    int last = -1;
    for (const PageLine& line : page.lines) {
        if (!kTimeBrackets.occurs(line.text)) continue;
        for (std::size_t at = kTimeBrackets.find(line.text); at != std::string::npos;
             at = kTimeBrackets.find(line.text, at + 1)) {
            int seconds = 0;
            if (time_end(line.text, at, seconds) == 0) continue;
            if (seconds < last) return false;
            last = seconds;
            ++times;
        }
    }
    return times > 2;
}

void add_times(std::string_view text, std::vector<Cut>& cuts) {
    for (std::size_t at = kTimeBrackets.find(text); at != std::string_view::npos;
         at = kTimeBrackets.find(text, at + 1)) {
        int seconds = 0;
        if (const std::size_t end = time_end(text, at, seconds); end != 0)
            cuts.push_back({{at, end}, "time"});
    }
}

/// Times of a recording at the heads of lines: they begin with its beginning, go up and stand on a
/// third of the lines.
bool has_head_times(const Page& page) {
    constexpr int kBeginning = 120;  // seconds
    std::size_t times = 0;
    int last = -1;
    for (const PageLine& line : page.lines) {
        int seconds = 0;
        if (head_time(line.text, seconds) == 0) continue;
        if (seconds < last || (times == 0 && seconds > kBeginning)) return false;
        last = seconds;
        ++times;
    }
    return times > 2 && times * 3 >= page.lines.size();
}

/// Stage directions in the middle of a sentence: "the river (Applause) is ours".
void add_directions(std::string_view text, const Rules& rules, std::vector<Cut>& cuts) {
    constexpr std::size_t kLongest = 60;
    if (!kTimeBrackets.occurs(text)) return;
    for (std::size_t at = kTimeBrackets.find(text, 1); at != std::string_view::npos;
         at = kTimeBrackets.find(text, at + 1)) {
        const char close = text[at] == '[' ? ']' : ')';
        const std::size_t end = text.substr(0, at + kLongest).find(close, at);
        if (end == std::string_view::npos || end + 2 >= text.size()) continue;
        const std::string_view inside = text.substr(at + 1, end - at - 1);
        if (close == ')' && starts_lower(inside)) continue;
        const bool amid = !ends_sentence(text.substr(0, at)) && starts_lower(text.substr(end + 1));
        if (amid && is_pure(inside, rules)) cuts.push_back({{at, end + 1}, "stage direction"});
    }
}

/// Ascending and disjoint, and not all there is on the line.
bool settle(std::vector<Cut>& cuts, std::string_view text) {
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut& a, const Cut& b) { return a.where.begin < b.where.begin; });
    std::size_t last = 0;
    std::size_t kept = 0;
    std::vector<Cut> out;
    for (const Cut& cut : cuts) {
        if (cut.where.begin < last || cut.where.end > text.size()) continue;
        kept += cut.where.begin - last;
        last = cut.where.end;
        out.push_back(cut);
    }
    kept += text.size() - last;
    cuts = std::move(out);
    return kept > 0 && !cuts.empty();
}

bool is_number_word(const Word& word) {
    const auto digits =
        static_cast<std::size_t>(std::count_if(word.folded.begin(), word.folded.end(), is_digit));
    return digits > 0 && word.folded.size() <= digits + 1 && word.folded.size() <= 7;
}

/// Words of pages and numbers and nothing else, and one of each; `tag` needs no number.
bool is_stamped(std::string_view inside, const Rules& rules, bool tag) {
    const std::vector<Word> words = words_of(inside);
    if (words.size() > 5) return false;
    bool numbers = false;
    bool named = false;
    for (const Word& word : words) {
        if (is_number_word(word)) {
            numbers = true;
            continue;
        }
        const std::vector<Word> one{word};
        const bool stamp = tag && rules.furniture.stamps.is(one);
        const bool page = rules.furniture.pages.is(one) || stamp;
        if (!page && !rules.furniture.page_links.is(one)) return false;
        named = named || page;
        numbers = numbers || stamp;
    }
    return numbers && named;
}

}  // namespace

std::size_t stamp_end(std::string_view text, std::size_t at, const Rules& rules) {
    constexpr std::size_t kLongest = 40;
    const char open = text[at];
    const char close = open == '[' ? ']' : open == '{' ? '}' : '>';
    std::size_t end = text.substr(0, at + kLongest).find(close, at);
    if (end == std::string_view::npos) return 0;
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    if (inside.empty() || inside.front() == '/' || !is_stamped(inside, rules, open != '['))
        return 0;
    for (++end; end < text.size() && text[end] == close;) ++end;
    if (open == '<' && inside.find_first_of("/\"'0123456789") == std::string_view::npos) {
        const std::string tail = "</" + std::string(inside) + ">";
        const std::size_t closed = text.substr(0, end + kLongest).find(tail, end);
        if (closed == std::string_view::npos) return end;
        const std::vector<Word> words = words_of(text.substr(end, closed - end));
        return words.size() == 1 && is_number_word(words[0]) ? closed + tail.size() : 0;
    }
    if (open == '{') {  // "{time} 1345"
        std::size_t digits = end + (end < text.size() && text[end] == ' ' ? 1 : 0);
        const std::size_t begin = digits;
        while (digits < text.size() && is_digit(text[digits])) ++digits;
        if (digits - begin == 3 || digits - begin == 4) end = digits;
    }
    return end;
}

bool is_stamp(std::string_view text, const Rules& rules) {
    if (text.size() > 60 || text.empty()) return false;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        if (std::string_view("[{<").find(text[at]) == std::string_view::npos) return false;
        const std::size_t end = stamp_end(text, at, rules);
        if (end == 0) return false;
        at = end;
    }
    return true;
}

std::vector<Rewritten> tidy(Page& page, const Rules& rules) {
    std::vector<Rewritten> rewritten;
    join_captions(page, rewritten);
    const std::vector<NoteMark> known = find_note_marks(page, rules);
    const bool timed = has_times(page);
    const bool head_timed = has_head_times(page);
    auto mark = known.begin();
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        PageLine& line = page.lines[i];
        std::vector<Cut> cuts;
        for (; mark != known.end() && mark->line == i; ++mark)
            cuts.push_back({mark->where, "footnote mark"});
        for (const ByteRange& where : line.marks) cuts.push_back({where, "footnote mark"});
        add_stamps(line.text, rules, cuts);
        add_directions(line.text, rules, cuts);
        if (timed) add_times(line.text, cuts);
        int seconds = 0;
        if (head_timed)
            if (const std::size_t bytes = head_time(line.text, seconds); bytes != 0)
                cuts.push_back({{0, bytes - 1}, "time"});
        if (!cuts.empty() && settle(cuts, line.text)) take_out(line, cuts, rewritten);
    }
    return rewritten;
}

}  // namespace declaim
