#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>

#include "base/unicode.hpp"
#include "reader/pdf_layout.hpp"

namespace declaim {
namespace {

// In units of the size of the body's print.
constexpr double kHeight = 0.5;      // lines at the same height of their sheets
constexpr double kApart = 1.4;       // what is no line of the same paragraph
constexpr double kSmallSize = 0.93;  // a note
constexpr double kNoteGap = 1.2;     // above the first note

/// Whether nothing but a number is there: "3", "- 3 -", "iv".
bool is_number(std::string_view text) {
    if (text.size() > 12) return false;
    bool digit = false;
    bool roman = false;
    for (const char c : text) {
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_roman = std::string_view("ivxlc").find(c) != std::string_view::npos;
        if (!is_digit && !is_roman &&
            std::string_view(" -.[]()|/").find(c) == std::string_view::npos &&
            static_cast<unsigned char>(c) < 0x80)
            return false;
        digit = digit || is_digit;
        roman = roman || is_roman;
    }
    return digit != roman && !is_all_caps(text) && !ends_sentence(text);
}

/// What is the same on sheet after sheet: the line, each number as '#'.
std::string running_key(std::string_view text) {
    if (is_number(text)) return "#";
    std::string key;
    for (const char c : text) {
        if (c < '0' || c > '9')
            key.push_back(c);
        else if (key.empty() || key.back() != '#')
            key.push_back('#');
    }
    return key;
}

class RunningLines {
  public:
    RunningLines(std::vector<SheetLines>& sheets, double em) : sheets_(sheets), em_(em) {}

    void mark() {
        for (const bool foot : {false, true}) {
            heights_.clear();
            std::vector<std::vector<std::size_t>> outer;
            for (const SheetLines& sheet : sheets_) outer.push_back(outermost(sheet, foot));
            for (std::size_t i = 0; i < sheets_.size(); ++i)
                for (const std::size_t at : outer[i])
                    heights_[key(sheets_[i].lines[at])].push_back(
                        height(sheets_[i], sheets_[i].lines[at], foot));
            for (auto& [text, heights] : heights_) std::sort(heights.begin(), heights.end());
            for (std::size_t i = 0; i < sheets_.size(); ++i) mark(sheets_[i], outer[i], foot);
        }
    }

  private:
    static std::string key(const PrintLine& line) { return running_key(line.text); }

    static double height(const SheetLines& sheet, const PrintLine& line, bool foot) {
        return foot ? sheet.height - line.base : line.base;
    }

    /// The first or last lines of a sheet, the outermost first.
    static std::vector<std::size_t> outermost(const SheetLines& sheet, bool foot) {
        constexpr std::size_t kMost = 5;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < sheet.lines.size(); ++i)
            if (sheet.lines[i].role == Role::body) places.push_back(i);
        const auto nearer = [&](std::size_t a, std::size_t b) {
            return height(sheet, sheet.lines[a], foot) < height(sheet, sheet.lines[b], foot);
        };
        const std::size_t size = std::min(kMost, places.size());
        std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(size),
                          places.end(), nearer);
        places.resize(size);
        return places;
    }

    /// From the edge to the first line that belongs to the text, and back to a gap: the same words
    /// may well begin or end the text of several sheets.
    void mark(SheetLines& sheet, const std::vector<std::size_t>& places, bool foot) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const PrintLine& line = sheet.lines[places[i]];
            if (!runs(sheet, line, foot) && !stands_apart(sheet, places, i)) break;
            const bool apart = i + 1 == places.size() ||
                               std::abs(sheet.lines[places[i + 1]].base - line.base) > kApart * em_;
            if (apart) count = i + 1;
        }
        for (std::size_t i = 0; i < count; ++i)
            sheet.lines[places[i]].role = foot ? Role::footer : Role::header;
    }

    [[nodiscard]] bool runs(const SheetLines& sheet, const PrintLine& line, bool foot) const {
        const std::vector<double>& heights = heights_.at(key(line));
        const double own = height(sheet, line, foot);
        const auto same = static_cast<std::size_t>(
            std::upper_bound(heights.begin(), heights.end(), own + kHeight * em_) -
            std::lower_bound(heights.begin(), heights.end(), own - kHeight * em_));
        // The first sheet often goes without.
        return same >= 2 && same * 2 + 1 >= sheets_.size();
    }

    /// A number of its own at the edge, far from the text: of the page, where there is but one.
    [[nodiscard]] bool stands_apart(const SheetLines& sheet, const std::vector<std::size_t>& places,
                                    std::size_t at) const {
        const PrintLine& line = sheet.lines[places[at]];
        if (!is_number(line.text) || at + 1 >= places.size()) return false;
        const double margin = sheet.height / 8;
        if (line.base > margin && line.base < sheet.height - margin) return false;
        return std::abs(sheet.lines[places[at + 1]].base - line.base) > 2 * em_;
    }

    std::vector<SheetLines>& sheets_;
    double em_;
    std::unordered_map<std::string, std::vector<double>> heights_;
};

// --- notes -----------------------------------------------------------------------------------

class Notes {
  public:
    Notes(std::vector<SheetLines>& sheets, double em) : sheets_(sheets), em_(em) {}

    void mark() {
        for (SheetLines& sheet : sheets_) {
            std::vector<PrintLine*> body;
            for (PrintLine& line : sheet.lines)
                if (line.role == Role::body) body.push_back(&line);
            bool any = false;
            std::string last;
            for (std::size_t begin = 0, end = 0; begin < body.size(); begin = end) {
                for (end = begin; end < body.size() && body[end]->column == body[begin]->column;)
                    ++end;
                const std::size_t first = first_note(body, begin, end);
                for (std::size_t i = first; i < end; ++i) body[i]->role = Role::note;
                if (first < end) any = true, last = body[end - 1]->text;
            }
            open_ = any && !ends_sentence(last);
        }
    }

  private:
    [[nodiscard]] bool is_small(const PrintLine& line) const {
        return line.size < em_ * kSmallSize;
    }

    /// Where the notes of the column [begin, end) begin; `end` where there are none.
    [[nodiscard]] std::size_t first_note(const std::vector<PrintLine*>& body, std::size_t begin,
                                         std::size_t end) const {
        std::size_t first = end;
        while (first > begin && is_small(*body[first - 1])) --first;
        if (first == end) return end;
        if (!lies_below(body, first, begin)) return end;
        // A note may go on from the sheet before.
        return starts_note(body[first]->text) || open_ ? first : end;
    }

    /// Whether text of the usual size stands above, with a gap between.
    [[nodiscard]] bool lies_below(const std::vector<PrintLine*>& body, std::size_t first,
                                  std::size_t begin) const {
        if (first > begin) return body[first]->base - body[first - 1]->base > kNoteGap * em_;
        bool any = false;
        for (const PrintLine* line : body) {
            if (is_small(*line)) continue;
            if (line->base > body[first]->base) return false;
            any = true;
        }
        return any;
    }

    std::vector<SheetLines>& sheets_;
    double em_;
    bool open_ = false;  // the last note of the sheet before goes on
};

}  // namespace

bool starts_note(std::string_view text) {
    const std::size_t digit = text.find_first_of("0123456789");
    if (digit == 0 || (digit == 1 && (text[0] == '[' || text[0] == '('))) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", digit), text.size());
        return end - digit <= 3 && end < text.size() && text[end] != ',';
    }
    std::size_t at = 0;
    const char32_t first = text.empty() ? U' ' : next_char(text, at);
    return first == U'*' || first == U'†' || first == U'‡';
}

double body_size(const std::vector<SheetLines>& sheets) {
    std::map<long, std::size_t> count;
    for (const SheetLines& sheet : sheets)
        for (const PrintLine& line : sheet.lines)
            count[std::lround(line.size * 2)] += line.text.size();
    std::size_t most = 0;
    long size = 2;
    for (const auto& [key, value] : count)
        if (value > most) most = value, size = key;
    return std::max(1.0, static_cast<double>(size) / 2);
}

void find_roles(std::vector<SheetLines>& sheets, double body_size) {
    RunningLines(sheets, body_size).mark();
    Notes(sheets, body_size).mark();
    for (SheetLines& sheet : sheets)
        std::stable_sort(sheet.lines.begin(), sheet.lines.end(),
                         [](const PrintLine& a, const PrintLine& b) { return a.role < b.role; });
}

}  // namespace declaim
