#include "text/tidy.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "text/captions.hpp"
#include "text/unicode.hpp"

namespace declaim {
namespace {

/// A note's number has at most three digits: four are a year.
constexpr std::size_t kMostDigits = 3;
/// Lines at the foot in which notes are looked for.
constexpr std::size_t kFoot = 2000;
/// Lines one note may have.
constexpr std::size_t kLongestNote = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The value of a superscript digit, or -1.
int superscript_value(char32_t c) {
    if (c == U'¹') return 1;
    if (c == U'²') return 2;
    if (c == U'³') return 3;
    return (c >= U'⁴' && c <= U'⁹') || c == U'⁰' ? static_cast<int>(c - U'⁰') : -1;
}

/// The digits from `at` on, `at` moved behind them; 0 where there are none or too many.
int digits_at(std::string_view text, std::size_t& at) {
    int value = 0;
    const std::size_t begin = at;
    for (; at < text.size() && is_digit(text[at]); ++at)
        if (at - begin < kMostDigits) value = value * 10 + (text[at] - '0');
    return at - begin > kMostDigits ? 0 : value;
}

int superscripts_at(std::string_view text, std::size_t& at) {
    int value = 0;
    const std::size_t begin = at;
    while (at < text.size()) {
        std::size_t next = at;
        const int digit = superscript_value(next_char(text, next));
        if (digit < 0) break;
        if (value < 1000) value = value * 10 + digit;
        at = next;
    }
    return at == begin || value > 999 ? 0 : value;
}

/// What may refer to a note, and how surely: `loose` needs the note itself, `glued` a sentence that
/// ends with it, `sure` neither.
enum class Certainty { loose, glued, sure };

struct Mark {
    std::size_t line = 0;
    ByteRange where;
    int number = 0;
    Certainty certainty = Certainty::loose;
};

/// The word that ends before `at`: its bytes.
std::string_view word_before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0) {
        std::size_t next = begin;
        const char32_t c = previous_char(text, next);
        if (c < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) break;
        if (c >= 0x80 && (is_space(c) || is_closing_mark(c) || is_opening_mark(c) || c == U'…'))
            break;
        begin = next;
    }
    return text.substr(begin, at - begin);
}

bool is_lower_word(std::string_view word) { return characters(word) >= 3 && starts_lower(word); }

bool is_pause(char32_t c) { return c == U',' || c == U';' || c == U':'; }

/// Finds what may be marks of notes in one line.
class MarkFinder {
  public:
    MarkFinder(std::string_view text, std::size_t line, const Rules& rules, std::vector<Mark>& out)
        : text_(text), line_(line), rules_(rules), out_(out) {}

    void find() {
        for (std::size_t at = 1; at < text_.size();) {
            const char c = text_[at];
            const std::size_t begin = at++;
            if (c == '[' || c == '(')
                at = bracketed(begin);
            else if (is_digit(c))
                at = digits(begin);
            else if (c == '\xC2' || c == '\xE2')
                at = superscript(begin);
        }
    }

  private:
    void put(std::size_t begin, std::size_t end, int number, Certainty certainty) {
        out_.push_back({line_, {begin, end}, number, certainty});
    }

    std::size_t bracketed(std::size_t begin) {
        std::size_t at = begin + 1;
        const int number = digits_at(text_, at);
        const char close = text_[begin] == '[' ? ']' : ')';
        if (number == 0 || at >= text_.size() || text_[at] != close) return begin + 1;
        const bool glued = text_[begin - 1] != ' ';
        const bool square = close == ']';
        if (square || glued)
            put(begin, at + 1, number, square && glued ? Certainty::sure : Certainty::loose);
        return at + 1;
    }

    std::size_t digits(std::size_t begin) {
        std::size_t at = begin;
        const int number = digits_at(text_, at);
        if (number == 0 || text_[begin] == '0' || is_digit(text_[begin - 1])) return at;
        std::size_t rest = at;
        const char32_t next = at < text_.size() ? next_char(text_, rest) : U' ';
        if (!is_space(next) && !is_pause(next) && next != U'.' && !is_closing_mark(next)) return at;
        std::size_t before = begin;
        char32_t c = previous_char(text_, before);
        bool closed = false;  // a quote or bracket stands between
        while (is_closing_mark(c) && before > 0) {
            c = previous_char(text_, before);
            closed = true;
        }
        const bool stop = c == U'.' || c == U'?' || c == U'!' || c == U'…';
        if (!stop && !is_pause(c)) {
            if (closed || is_lower_word(word_before(text_, begin)))
                put(begin, at, number, Certainty::loose);
            return at;
        }
        const std::string_view word = word_before(text_, before);
        if (!closed && characters(word) < 2) return at;
        const bool capital = at >= text_.size() || !starts_lower(text_.substr(at, 8));
        const bool whole =
            stop && capital && (closed || is_lower_word(word)) && !is_abbreviation(word);
        put(begin, at, number, whole ? Certainty::glued : Certainty::loose);
        return at;
    }

    [[nodiscard]] bool is_abbreviation(std::string_view word) const {
        const std::string folded = fold_case(word);
        return rules_.sentences.never.count(folded) != 0 ||
               rules_.sentences.number.count(folded) != 0 ||
               rules_.sentences.sometimes.count(folded) != 0 ||
               rules_.furniture.pages.is(words_of(word));
    }

    std::size_t superscript(std::size_t begin) {
        std::size_t at = begin;
        const int number = superscripts_at(text_, at);
        if (at == begin) {
            next_char(text_, at);
            return at;
        }
        if (number == 0 || is_digit(text_[begin - 1]) || text_[begin - 1] == ' ') return at;
        // "km²" is no note.
        const std::string_view word = word_before(text_, begin);
        const bool unit = !word.empty() && characters(word) < 3;
        put(begin, at, number, unit ? Certainty::loose : Certainty::sure);
        return at;
    }

    std::string_view text_;
    std::size_t line_;
    const Rules& rules_;
    std::vector<Mark>& out_;
};

/// Notes at the foot: which lines begin one, counting up from 1.
struct Notes {
    std::size_t first = 0;  // line
    std::size_t end = 0;    // behind the last line
    int count = 0;
};

Notes notes_at_foot(const Page& page) {
    const auto& lines = page.lines;
    Notes notes;
    int wanted = 0;
    std::size_t since = 0;
    for (std::size_t i = lines.size(); i > 1 && lines.size() - i < kFoot; --i) {
        std::size_t bytes = 0;
        const int number = note_number(lines[i - 1].text, bytes);
        if (wanted == 0 && number == 0 && ++since <= kLongestNote * 3) continue;
        if (wanted == 0 && number != 0) {
            notes.count = number;
            notes.end = i;
            while (notes.end < lines.size() && !lines[notes.end].starts_block) ++notes.end;
        } else if (number == 0 || number != wanted) {
            if (++since > kLongestNote) return {};
            continue;
        }
        since = 0;
        wanted = number - 1;
        notes.first = i - 1;
        if (wanted == 0) return notes;
    }
    return {};
}

/// The marks whose numbers go with the notes: they count up, a number may come again.
std::vector<Mark> accepted(const std::vector<Mark>& marks, const Notes& notes) {
    std::vector<Mark> out;
    int last = 0;
    for (const Mark& mark : marks) {
        if (mark.line >= notes.first || mark.number > notes.count) continue;
        if (mark.number == last + 1 || mark.number == last || mark.certainty == Certainty::sure) {
            out.push_back(mark);
            last = std::max(last, mark.number);
        }
    }
    std::set<int> numbers;
    for (const Mark& mark : out) numbers.insert(mark.number);
    if (static_cast<int>(numbers.size()) * 2 < notes.count) out.clear();
    return out;
}

void mark_lines(Page& page, const Notes& notes, const Rules& rules) {
    std::size_t first = notes.first;
    if (first > 0 && rules.furniture.notes.is(words_of(page.lines[first - 1].text))) --first;
    for (std::size_t i = first; i < notes.end; ++i) page.lines[i].note = true;
}

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
    if (is_stamp(text, rules)) return;
    for (std::size_t at = text.find_first_of("[{<"); at != std::string_view::npos;
         at = text.find_first_of("[{<", at)) {
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
    for (const PageLine& line : page.lines)
        for (std::size_t at = line.text.find_first_of("[("); at != std::string::npos;
             at = line.text.find_first_of("[(", at + 1)) {
            int seconds = 0;
            if (time_end(line.text, at, seconds) == 0) continue;
            if (seconds < last) return false;
            last = seconds;
            ++times;
        }
    return times > 2;
}

void add_times(std::string_view text, std::vector<Cut>& cuts) {
    for (std::size_t at = text.find_first_of("[("); at != std::string_view::npos;
         at = text.find_first_of("[(", at + 1)) {
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
    bool numbers = tag;
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
    if (!is_stamped(inside, rules, open != '[')) return 0;
    for (++end; end < text.size() && text[end] == close;) ++end;
    if (open == '<' && inside.find_first_of("/\"'0123456789") == std::string_view::npos) {
        const std::string tail = "</" + std::string(inside) + ">";
        const std::size_t closed = text.substr(0, end + kLongest).find(tail, end);
        return closed == std::string_view::npos ? end : closed + tail.size();
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

int note_number(std::string_view text, std::size_t& end) {
    end = 0;
    if (text.empty()) return 0;
    std::size_t at = 0;
    if (const int number = superscripts_at(text, at); number != 0) {
        end = at;
        return at < text.size() ? number : 0;
    }
    const char open = text.front();
    if (open == '[' || open == '(') ++at;
    const std::size_t begin = at;
    const int number = digits_at(text, at);
    if (number == 0 || text[begin] == '0' || at >= text.size()) return 0;
    if (open == '[' || open == '(') {
        if (text[at++] != (open == '[' ? ']' : ')')) return 0;
    } else if (text[at] == '.' || text[at] == ')') {
        ++at;
    }
    if (at < text.size() && text[at] == ':') ++at;
    if (at + 1 >= text.size() || text[at] != ' ' || starts_lower(text.substr(at, 12))) return 0;
    end = at + 1;
    return number;
}

std::vector<Rewritten> tidy(Page& page, const Rules& rules) {
    std::vector<Rewritten> rewritten;
    join_captions(page, rewritten);
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        MarkFinder(page.lines[i].text, i, rules, marks).find();
    const Notes notes = notes_at_foot(page);
    std::vector<Mark> known;
    if (notes.count > 0) known = accepted(marks, notes);
    if (!known.empty()) mark_lines(page, notes, rules);
    const std::size_t end = known.empty() ? page.lines.size() : notes.first;
    for (const Mark& mark : marks)
        if (mark.certainty != Certainty::loose && mark.line < end) known.push_back(mark);
    std::sort(known.begin(), known.end(), [](const Mark& a, const Mark& b) {
        return std::pair(a.line, a.where.begin) < std::pair(b.line, b.where.begin);
    });
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
