#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "base/unicode.hpp"
#include "reader/pdf_layout.hpp"

namespace declaim {
namespace {

// In units of the size of the print.
constexpr double kIndent = 0.8;      // a first line, an item
constexpr double kColumn = 0.5;      // a character of an indent
constexpr double kRoom = 0.7;        // beside the next word, at the end of a line that was ended
constexpr double kSparser = 1.2;     // a gap between paragraphs, in units of that between lines
constexpr double kLargeSize = 1.15;  // a heading, in units of the body

/// The distance of the lines of a paragraph: the smallest that is not rare; 0 where there is none.
double usual_pitch(std::vector<double> pitches) {
    constexpr double kSame = 1.06;
    if (pitches.empty()) return 0;
    std::sort(pitches.begin(), pitches.end());
    const std::size_t enough = std::max<std::size_t>(1, pitches.size() / 8);
    for (std::size_t i = 0; i < pitches.size(); ++i) {
        std::size_t end = i;
        while (end < pitches.size() && pitches[end] <= pitches[i] * kSame) ++end;
        if (end - i >= enough) return pitches[i + (end - i) / 2];
    }
    return pitches.back();
}

/// What the lines of one column of one sheet have in common.
struct ColumnLook {
    double left = 0;   // the furthest where more than a few lines begin
    double right = 0;  // where the longest end
    double pitch = 0;
};

bool same_size(double a, double b) { return std::abs(a - b) <= 0.1 * std::max(a, b); }

/// Distances of lines of the same size that follow each other.
void add_pitches(const std::vector<const PrintLine*>& lines, std::vector<double>& pitches) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const double pitch = lines[i]->base - lines[i - 1]->base;
        if (pitch > lines[i]->size * 0.5 && same_size(lines[i]->size, lines[i - 1]->size))
            pitches.push_back(pitch);
    }
}

ColumnLook look_of(const std::vector<const PrintLine*>& lines, double document_pitch) {
    constexpr std::size_t kEnough = 10;
    ColumnLook look;
    std::map<long, std::size_t> lefts;
    look.right = lines[0]->box.right;
    for (const PrintLine* line : lines) {
        ++lefts[std::lround(line->box.left)];
        look.right = std::max(look.right, line->box.right);
    }
    // Where many paragraphs are of one line, few lines begin at the margin.
    const std::size_t enough = std::max<std::size_t>(2, lines.size() / 8);
    look.left = static_cast<double>(lefts.begin()->first);
    for (const auto& [left, count] : lefts)
        if (count >= enough) {
            look.left = static_cast<double>(left);
            break;
        }
    std::vector<double> pitches;
    add_pitches(lines, pitches);
    look.pitch = pitches.size() >= kEnough || document_pitch == 0 ? usual_pitch(std::move(pitches))
                                                                  : document_pitch;
    return look;
}

/// Finds the paragraphs among the lines of the text.
class Paragraphs {
  public:
    Paragraphs(const std::vector<SheetLines>& sheets, double em) : em_(em) {
        for (const SheetLines& sheet : sheets) {
            int column = -1;
            for (const PrintLine& line : sheet.lines) {
                if (line.role != Role::body) continue;
                if (line.column != column) columns_.emplace_back();
                column = line.column;
                columns_.back().push_back(&line);
            }
        }
        std::vector<double> pitches;
        for (const auto& column : columns_) add_pitches(column, pitches);
        const double pitch = usual_pitch(std::move(pitches));
        for (const auto& column : columns_) looks_.push_back(look_of(column, pitch));
        find_first_indent();
    }

    struct Found {
        const PrintLine* line;
        bool starts = false;
        int indent = 0;
    };

    /// One for each line of the text, in order.
    [[nodiscard]] std::vector<Found> find() const {
        std::vector<Found> out;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            for (std::size_t i = 0; i < columns_[c].size(); ++i) {
                const double inset = start_of(*columns_[c][i], looks_[c]);
                const double columns = std::clamp(inset / (kColumn * em_), 0.0, 1000.0);
                const bool first = c == 0 && i == 0;
                const bool starts = first || (i == 0 ? starts_column(c) : starts_inside(c, i));
                out.push_back({columns_[c][i], starts, static_cast<int>(std::lround(columns))});
            }
        return out;
    }

  private:
    /// The indent of first lines, where paragraphs are told by it: lines further in between others
    /// at the margin.
    void find_first_indent() {
        constexpr std::size_t kEnough = 3;
        std::map<long, std::size_t> count;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            for (std::size_t i = 1; i + 1 < columns_[c].size(); ++i) {
                const auto start = [&](std::size_t at) {
                    return start_of(*columns_[c][at], looks_[c]);
                };
                const bool beside = std::max(std::abs(start(i - 1)), std::abs(start(i + 1))) < 1;
                if (beside && start(i) > kIndent * em_) ++count[std::lround(start(i))];
            }
        std::size_t most = kEnough - 1;
        for (const auto& [indent, lines] : count)
            if (lines > most) most = lines, first_indent_ = static_cast<double>(indent);
    }

    [[nodiscard]] bool is_first_line(const PrintLine& line, const ColumnLook& look) const {
        return first_indent_ > 0 && std::abs(start_of(line, look) - first_indent_) < 1.5;
    }

    /// From where most lines of the column begin to where the line does.
    static double start_of(const PrintLine& line, const ColumnLook& look) {
        return line.right_to_left ? look.right - line.box.right : line.box.left - look.left;
    }

    /// Whether the next line's first word would have stood on this one.
    [[nodiscard]] bool has_room(const PrintLine& line, const ColumnLook& look,
                                const PrintLine& next) const {
        const double room =
            line.right_to_left ? line.box.left - look.left : look.right - line.box.right;
        return room > next.first_word + kRoom * em_;
    }

    static bool is_closed(const PrintLine& line) {
        return ends_sentence(line.text) || last_visible(line.text) == U':';
    }

    [[nodiscard]] bool starts_column(std::size_t c) const {
        const PrintLine& last = *columns_[c - 1].back();
        const PrintLine& line = *columns_[c].front();
        if (!same_size(last.size, line.size)) return true;
        if (!is_closed(last)) return false;
        return start_of(line, looks_[c]) > kIndent * em_ || has_room(last, looks_[c - 1], line);
    }

    [[nodiscard]] bool starts_inside(std::size_t c, std::size_t i) const {
        const PrintLine& last = *columns_[c][i - 1];
        const PrintLine& line = *columns_[c][i];
        const ColumnLook& look = looks_[c];
        if (!same_size(last.size, line.size)) return true;
        const double pitch = line.base - last.base;
        if (pitch < 0 || pitch > look.pitch * kSparser * std::max(1.0, line.size / em_))
            return true;
        const bool room = has_room(last, look, line);
        const bool closed = is_closed(last);
        if (room && (closed || is_first_line(line, look))) return true;
        if ((room || closed) &&
            (is_bold(line) ? last.emphasised == 0 : is_bold(last) && line.emphasised == 0))
            return true;
        const double step = start_of(line, look) - start_of(last, look);
        if (step > kIndent * em_) return room || closed;
        // Back from a quotation or item; from the first line of a paragraph it goes on.
        const bool inset = i > 1 && std::abs(start_of(*columns_[c][i - 2], look) -
                                             start_of(last, look)) < kIndent * em_ / 2;
        return step < -kIndent * em_ && inset && (room || closed) && !starts_lower(line.text);
    }

    /// Or italic: all of it.
    static bool is_bold(const PrintLine& line) {
        const auto spaces = std::count(line.text.begin(), line.text.end(), ' ');
        return line.emphasised + static_cast<std::size_t>(spaces) >= line.text.size();
    }

    double em_;
    double first_indent_ = 0;
    std::vector<std::vector<const PrintLine*>> columns_;
    std::vector<ColumnLook> looks_;
};

/// The ranks of headings by their size, the largest first.
class Headings {
  public:
    Headings(const std::vector<SheetLines>& sheets, double em) : least_(em * kLargeSize) {
        for (const SheetLines& sheet : sheets)
            for (const PrintLine& line : sheet.lines)
                if (line.role == Role::body && line.size >= least_) sizes_.push_back(line.size);
        std::sort(sizes_.rbegin(), sizes_.rend());
        const auto same = [](double larger, double size) { return size > larger * 0.95; };
        sizes_.erase(std::unique(sizes_.begin(), sizes_.end(), same), sizes_.end());
    }

    /// Of a block that begins with the line and has that many bytes.
    [[nodiscard]] std::string tag(const PrintLine& line, std::size_t bytes) const {
        constexpr std::size_t kLongest = 400;
        if (line.size < least_ || bytes > kLongest) return "p";
        std::size_t rank = 0;
        while (rank + 1 < sizes_.size() && line.size <= sizes_[rank] * 0.95) ++rank;
        return "h" + std::to_string(std::min<std::size_t>(rank, 2) + 1);
    }

  private:
    double least_;
    std::vector<double> sizes_;
};

class Binder {
  public:
    Page bind(const std::vector<SheetLines>& sheets, double em) {
        const Headings headings(sheets, em);
        const std::vector<Paragraphs::Found> found = Paragraphs(sheets, em).find();
        std::size_t next = 0;  // in `found`
        int element = -1;      // the paragraph that may go on
        for (const SheetLines& sheet : sheets) {
            sheet_starts_ = !page_.lines.empty();
            for (const PrintLine& line : sheet.lines) {
                if (line.role != Role::body) {
                    add_beside(line);
                    continue;
                }
                if (found[next].starts) {
                    std::size_t bytes = line.text.size();
                    for (std::size_t i = next + 1; i < found.size() && !found[i].starts; ++i)
                        bytes += found[i].line->text.size();
                    element = add_element(headings.tag(line, bytes), "");
                }
                add(line, element, found[next].starts).indent = found[next].indent;
                ++next;
            }
        }
        return std::move(page_);
    }

  private:
    int add_element(const std::string& tag, const std::string& hints) {
        PageElement& element = page_.elements.emplace_back();
        element.tag = tag;
        element.hints = hints;
        return static_cast<int>(page_.elements.size()) - 1;
    }

    PageLine& add(const PrintLine& from, int element, bool starts_block) {
        PageLine& line = page_.lines.emplace_back();
        line.text = from.text;
        line.line = static_cast<int>(page_.lines.size());
        line.starts_block = starts_block;
        line.starts_page = sheet_starts_;
        line.element = element;
        line.emphasised = from.emphasised;
        line.marks = from.marks;
        sheet_starts_ = false;
        beside_ = from.role;
        return line;
    }

    /// Heads, feet and notes. A note goes on over lines, the others are one line each.
    void add_beside(const PrintLine& line) {
        const bool note = line.role == Role::note;
        const bool goes_on =
            note && beside_ == Role::note && !sheet_starts_ && !starts_note(line.text);
        if (!goes_on)
            beside_element_ =
                note ? add_element("aside", "footnote")
                     : add_element(line.role == Role::header ? "header" : "footer", "running");
        add(line, beside_element_, !goes_on);
    }

    Page page_;
    bool sheet_starts_ = false;
    Role beside_ = Role::body;  // of the last line
    int beside_element_ = -1;
};

}  // namespace

Page page_of(std::vector<SheetLines> sheets) {
    const double em = body_size(sheets);
    find_roles(sheets, em);
    return Binder().bind(sheets, em);
}

}  // namespace declaim
