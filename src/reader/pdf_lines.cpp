#include <algorithm>
#include <cmath>
#include <map>

#include "base/unicode.hpp"
#include "reader/pdf_layout.hpp"
#include "reader/pdf_text.hpp"

namespace declaim {
namespace {

// In units of the size of the print.
constexpr double kSpace = 0.1;        // between words
constexpr double kLeastSpace = 0.06;  // where the document has one
constexpr double kLarge = 1.8;        // an initial, or a stamp across the sheet
constexpr double kRaised = 0.12;      // the lower edge of a raised number above that of the text
constexpr double kNearSign = 0.25;    // before a raised number in a justified line
constexpr double kSmall = 0.85;       // the size of a raised number

/// Words that stand side by side.
struct Row {
    double top = 0;  // of the tallest word
    double bottom = 0;
    std::vector<PrintWord> words;
};

double overlap(double top, double bottom, double other_top, double other_bottom) {
    const double common = std::min(bottom, other_bottom) - std::max(top, other_top);
    const double least = std::min(bottom - top, other_bottom - other_top);
    return least <= 0 ? 0 : common / least;
}

/// The height that most characters have.
double usual_height(const std::vector<PrintWord>& words) {
    std::map<int, std::size_t> count;
    for (const PrintWord& word : words)
        count[static_cast<int>(std::lround(word.box.height() * 2))] += word.text.size();
    std::size_t most = 0;
    int height = 0;
    for (const auto& [key, value] : count)
        if (value > most) most = value, height = key;
    return height / 2.0;
}

std::vector<Row> rows_of(std::vector<PrintWord> words) {
    std::stable_sort(words.begin(), words.end(), [](const PrintWord& a, const PrintWord& b) {
        return a.box.middle() < b.box.middle();
    });
    constexpr std::size_t kOpen = 4;  // rows that may still grow
    std::vector<Row> rows;
    for (PrintWord& word : words) {
        const Box& box = word.box;
        Row* best = nullptr;
        double most = 0.5;
        for (std::size_t back = 1; back <= std::min(kOpen, rows.size()); ++back) {
            Row& row = rows[rows.size() - back];
            const double share = overlap(row.top, row.bottom, box.top, box.bottom);
            if (share > most) most = share, best = &row;
        }
        if (best == nullptr) best = &rows.emplace_back(Row{box.top, box.bottom, {}});
        if (box.height() > best->bottom - best->top) best->top = box.top, best->bottom = box.bottom;
        best->words.push_back(std::move(word));
    }
    return rows;
}

/// What the words of a row have in common.
struct Usual {
    double size = 0;
    double base = 0;
};

/// A small raised number or sign, as references to notes are.
bool is_raised_sign(const PrintWord& word, const Usual& usual) {
    const std::string_view text = word.text;
    if (word.size >= usual.size * kSmall) return false;
    if (word.box.bottom >= usual.base - usual.size * kRaised) return false;
    constexpr std::size_t kLongest = 6;
    if (text.size() > kLongest) return false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_char(text, at);
        const bool digit = c >= U'0' && c <= U'9';
        const bool sign = c == U'*' || c == U'†' || c == U'‡' || c == U'§' || c == U'[' ||
                          c == U']' || c == U'(' || c == U')' || c == U',';
        if (!digit && !sign) return false;
    }
    return true;
}

/// The size that most characters have, and where they stand.
Usual usual_of(const std::vector<PrintWord>& words) {
    std::map<int, std::size_t> count;
    for (const PrintWord& word : words)
        count[static_cast<int>(std::lround(word.size * 4))] += word.text.size();
    std::size_t most = 0;
    int size = 0;
    for (const auto& [key, value] : count)
        if (value > most) most = value, size = key;
    Usual usual{size / 4.0, 0};
    std::vector<double> bases;
    for (const PrintWord& word : words)
        if (std::lround(word.size * 4) == size) bases.push_back(word.box.bottom);
    std::nth_element(bases.begin(), bases.begin() + static_cast<std::ptrdiff_t>(bases.size() / 2),
                     bases.end());
    usual.base = bases[bases.size() / 2];
    return usual;
}

/// The gap that parts words: larger where every letter stands for itself, "S P E E C H".
double least_space(const std::vector<PrintWord>& words, const Usual& usual) {
    constexpr std::size_t kFew = 4;
    std::vector<double> gaps;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (characters(words[i].text) > 1) return usual.size * kSpace;
        if (i > 0) gaps.push_back(words[i].box.left - words[i - 1].box.right);
    }
    if (gaps.size() < kFew) return usual.size * kSpace;
    std::sort(gaps.begin(), gaps.end());
    return std::max(usual.size * kSpace, gaps[gaps.size() / 4] * 1.6);
}

class LineMaker {
  public:
    explicit LineMaker(std::vector<PrintWord> words) : words_(std::move(words)) {
        std::stable_sort(words_.begin(), words_.end(), [](const PrintWord& a, const PrintWord& b) {
            return a.box.left < b.box.left;
        });
    }

    PrintLine make() {
        const Usual usual = usual_of(words_);
        const double space = least_space(words_, usual);
        const bool spread = space > usual.size * kSpace;
        line_.size = usual.size;
        line_.base = usual.base;
        line_.box = words_[0].box;
        line_.box.bottom = usual.base;
        line_.box.top = usual.base - usual.size;
        Directions directions;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const PrintWord& word = words_[i];
            const double gap = i == 0 ? 0 : word.box.left - words_[i - 1].box.right;
            const bool behind =
                !spread && i > 0 && words_[i - 1].space_after && gap > usual.size * kLeastSpace;
            const bool near = gap < usual.size * kNearSign && is_raised_sign(word, usual);
            add(word, i > 0 && (gap > space || behind) && !near, usual);
            count_directions(word.text, directions);
        }
        line_.first_word = words_[0].box.width();
        if (directions.mostly_right_to_left()) {
            line_.text = logical_order(line_.text);
            line_.right_to_left = true;
            line_.marks.clear();
            line_.first_word = words_.back().box.width();
        }
        return std::move(line_);
    }

  private:
    void add(const PrintWord& word, bool apart, const Usual& usual) {
        std::string& text = line_.text;
        const bool after_digit = !text.empty() && text.back() >= '0' && text.back() <= '9' &&
                                 (line_.marks.empty() || line_.marks.back().end != text.size());
        const bool mark = !text.empty() && !apart && !after_digit && is_raised_sign(word, usual);
        if (apart) text += ' ';
        if (mark) line_.marks.push_back({text.size(), text.size() + word.text.size()});
        if (word.emphasised) line_.emphasised += word.text.size();
        text += word.text;
        line_.box.right = std::max(line_.box.right, word.box.right);
        if (word.size > usual.size * kLarge) return;  // an initial
        line_.box.top = std::min(line_.box.top, word.box.top);
        line_.box.bottom = std::max(line_.box.bottom, word.box.bottom);
    }

    std::vector<PrintWord> words_;
    PrintLine line_;
};

bool is_beside(const Row& row, const PrintWord& word) {
    const double middle = (row.top + row.bottom) / 2;
    return middle > word.box.top && middle < word.box.bottom;
}

/// Whether a large word lies across lines.
bool lies_across(const PrintWord& word, const std::vector<Row>& rows) {
    return std::count_if(rows.begin(), rows.end(),
                         [&](const Row& row) { return is_beside(row, word); }) >= 2;
}

/// Whether it is the initial of several lines: nothing stands to its left.
bool starts_rows(const PrintWord& word, const std::vector<Row>& rows) {
    constexpr std::size_t kLongest = 3;
    if (characters(word.text) > kLongest || !lies_across(word, rows)) return false;
    return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
        return !is_beside(row, word) ||
               std::all_of(row.words.begin(), row.words.end(),
                           [&](const PrintWord& other) { return other.box.left >= word.box.left; });
    });
}

std::vector<PrintLine> lines_of(std::vector<Row> rows) {
    std::vector<PrintLine> lines;
    for (Row& row : rows) lines.push_back(LineMaker(std::move(row.words)).make());
    return lines;
}

}  // namespace

std::vector<PrintLine> make_lines(std::vector<PrintWord> words) {
    constexpr std::size_t kMostLarge = 200;  // more are no initials
    const double usual = usual_height(words);
    std::vector<PrintWord> small;
    std::vector<PrintWord> large;
    for (PrintWord& word : words) {
        const bool is_large = word.box.height() > usual * kLarge && large.size() < kMostLarge;
        (is_large ? large : small).push_back(std::move(word));
    }
    const std::vector<Row> beside = rows_of(small);
    std::vector<PrintWord> initials;
    std::vector<PrintWord> across;
    for (PrintWord& word : large)
        (starts_rows(word, beside)   ? initials
         : lies_across(word, beside) ? across
                                     : small)
            .push_back(std::move(word));
    std::vector<Row> rows = rows_of(std::move(small));
    for (PrintWord& word : initials) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& candidate) {
            return is_beside(candidate, word);
        });
        if (row != rows.end())
            row->words.push_back(std::move(word));
        else  // other large words have joined the rows
            across.push_back(std::move(word));
    }
    std::vector<PrintLine> lines = lines_of(std::move(rows));
    if (across.empty()) return lines;
    for (PrintLine& line : lines_of(rows_of(std::move(across)))) lines.push_back(std::move(line));
    return lines;
}

}  // namespace declaim
