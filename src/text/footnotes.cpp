#include "text/footnotes.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/unicode.hpp"
#include "text/scan.hpp"

namespace declaim {
namespace {

/// A note's number has at most three digits: four are a year.
constexpr std::size_t kMostDigits = 3;
/// Lines at the foot in which notes are looked for.
constexpr std::size_t kFoot = 2000;
/// Lines one note may have.
constexpr std::size_t kLongestNote = 12;

constexpr ByteSet kMarkBytes("[(0123456789\xC2\xE2");

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

/// The word that ends before `at`, the end of it where it is long.
std::string_view word_before(std::string_view text, std::size_t at) {
    constexpr std::size_t kMost = 40;  // bytes
    std::size_t begin = at;
    while (begin > 0 && at - begin < kMost) {
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
            at = kMarkBytes.find(text_, at);
            if (at == std::string_view::npos) break;
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

}  // namespace

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

std::vector<NoteMark> find_note_marks(Page& page, const Rules& rules) {
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
    std::vector<NoteMark> out;
    for (const Mark& mark : known) out.push_back({mark.line, mark.where});
    return out;
}

}  // namespace declaim
