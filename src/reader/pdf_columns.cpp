#include <algorithm>
#include <cmath>

#include "base/unicode.hpp"
#include "reader/pdf_layout.hpp"
#include "reader/pdf_raster.hpp"

namespace declaim {
namespace {

using Places = std::vector<std::size_t>;

// In units of the size of the print (em).
constexpr double kNarrowest = 0.5;   // cells of a gutter that are surely white
constexpr double kNoRiver = 2;       // so wide no chance gap of justified lines is
constexpr double kAligned = 0.35;    // what stands below each other
constexpr double kNarrowColumn = 9;  // below it, labels or numbers

/// Lines as far as finding columns needs them.
struct RoughLine {
    double middle = 0;
    double left = 0;
    double right = 0;
    std::size_t characters = 0;
};

std::vector<RoughLine> rough_lines(const std::vector<PrintWord>& words, Places places, double em) {
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return words[a].box.middle() < words[b].box.middle();
    });
    std::vector<RoughLine> lines;
    for (const std::size_t place : places) {
        const Box& box = words[place].box;
        if (lines.empty() || box.middle() > lines.back().middle + em / 2)
            lines.push_back({box.middle(), box.left, box.right, 0});
        RoughLine& line = lines.back();
        line.left = std::min(line.left, box.left);
        line.right = std::max(line.right, box.right);
        line.characters += characters(words[place].text);
    }
    return lines;
}

/// A place where an area may be parted.
struct Cut {
    Gutter gutter;
    double top = 0;
    double bottom = 0;
    std::size_t score = 0;
};

/// The four parts of an area around a gutter.
struct Parts {
    Places above, left, right, below;
};

Parts part(const std::vector<PrintWord>& words, const Places& places, const Cut& cut) {
    Parts parts;
    const double middle = (cut.gutter.left + cut.gutter.right) / 2;
    for (const std::size_t place : places) {
        const Box& box = words[place].box;
        if (box.middle() < cut.top)
            parts.above.push_back(place);
        else if (box.middle() >= cut.bottom)
            parts.below.push_back(place);
        else
            ((box.left + box.right) / 2 < middle ? parts.left : parts.right).push_back(place);
    }
    return parts;
}

/// Whether most lines reach across the column, as those of prose do and entries of tables do not.
bool is_filled(const std::vector<RoughLine>& lines, double em) {
    double left = lines[0].left;
    double right = lines[0].right;
    std::size_t characters = 0;
    for (const RoughLine& line : lines) {
        left = std::min(left, line.left);
        right = std::max(right, line.right);
        characters += line.characters;
    }
    const auto full = std::count_if(lines.begin(), lines.end(), [&](const RoughLine& line) {
        return line.right - line.left > (right - left) * 0.7;
    });
    return right - left > kNarrowColumn * em && characters >= lines.size() * 8 &&
           static_cast<std::size_t>(full) * 2 >= lines.size();
}

/// Whether most lines begin at one of two places: below each other, first lines of paragraphs
/// further in.
bool is_aligned(const std::vector<RoughLine>& lines, double em) {
    std::vector<double> lefts;
    for (const RoughLine& line : lines) lefts.push_back(line.left);
    std::sort(lefts.begin(), lefts.end());
    std::size_t most = 0;
    std::size_t second = 0;
    for (std::size_t begin = 0, end = 0; begin < lefts.size(); begin = end) {
        while (end < lefts.size() && lefts[end] - lefts[begin] < kAligned * em) ++end;
        second = std::max(second, std::min(most, end - begin));
        most = std::max(most, end - begin);
    }
    return (most + second) * 10 >= lefts.size() * 6;
}

class Parting {
  public:
    Parting(const std::vector<PrintWord>& words, std::vector<Gutter>& known)
        : words_(words), known_(known) {
        std::vector<double> sizes;
        std::size_t letters = 0;
        std::size_t from_right = 0;
        for (const PrintWord& word : words) {
            sizes.push_back(word.size);
            for (std::size_t at = 0; at < word.text.size(); ++letters)
                if (is_right_to_left(next_char(word.text, at))) ++from_right;
        }
        if (sizes.empty()) return;
        const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
        std::nth_element(sizes.begin(), middle, sizes.end());
        em_ = std::max(*middle, 1.0);
        from_right_ = from_right * 2 > letters;
    }

    std::vector<Places> run() {
        constexpr int kMostCuts = 24;
        std::vector<Places> done;
        std::vector<Places> waiting(1);
        for (std::size_t i = 0; i < words_.size(); ++i) waiting[0].push_back(i);
        int cuts = 0;
        while (!waiting.empty()) {
            Places places = std::move(waiting.back());
            waiting.pop_back();
            if (places.empty()) continue;
            Cut cut;
            if (cuts >= kMostCuts || !find_cut(places, cut)) {
                done.push_back(std::move(places));
                continue;
            }
            ++cuts;
            Parts parts = part(words_, places, cut);
            if (from_right_) std::swap(parts.left, parts.right);
            for (Places* next : {&parts.below, &parts.right, &parts.left, &parts.above})
                waiting.push_back(std::move(*next));
        }
        return done;
    }

  private:
    static bool is_right_to_left(char32_t c) {
        return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) ||
               (c >= 0xFE70 && c < 0xFEFF);
    }

    /// The tallest gutter that parts prose from prose.
    bool find_cut(const Places& places, Cut& best) {
        constexpr std::size_t kFewWords = 12;
        if (places.size() < kFewWords) return false;
        const Raster raster(words_, places, em_);
        std::vector<Cut> cuts;
        for (std::size_t x = 1; x + 1 < raster.columns; ++x)
            for (std::size_t y = 0, end = 0; y < raster.rows; y = end + 1) {
                for (end = y; end < raster.rows && raster.white(x, x + 1, y, end + 1); ++end) {
                }
                if (end - y >= 4 && raster.white(x, x + 1, y, end)) add(raster, x, y, end, cuts);
            }
        std::sort(cuts.begin(), cuts.end(),
                  [](const Cut& a, const Cut& b) { return a.score > b.score; });
        constexpr std::size_t kTried = 12;
        for (std::size_t i = 0; i < std::min(cuts.size(), kTried); ++i)
            if (holds(places, cuts[i])) {
                best = cuts[i];
                return true;
            }
        return false;
    }

    /// The white rectangle from column x to the right, if it is wide enough.
    void add(const Raster& raster, std::size_t x, std::size_t y, std::size_t end,
             std::vector<Cut>& cuts) const {
        const bool same = raster.white(x - 1, x, y, end) &&
                          (y == 0 || !raster.white(x - 1, x, y - 1, y)) &&
                          (end == raster.rows || !raster.white(x - 1, x, end, end + 1));
        if (same) return;  // it begins further left
        std::size_t x_end = x + 1;
        while (x_end < raster.columns && raster.white(x_end, x_end + 1, y, end)) ++x_end;
        const double width = static_cast<double>(x_end - x) * raster.cell_width();
        if (width < kNarrowest * em_ || x_end == raster.columns) return;
        const auto wide = static_cast<std::size_t>(std::min(width / em_, 3.0) * 8);
        cuts.push_back({{raster.x(x), raster.x(x_end)},
                        y == 0 ? -1e9 : raster.y(y),
                        end == raster.rows ? 1e9 : raster.y(end),
                        (end - y) * 32 + wide});
    }

    /// Whether columns stand to both sides. Trims a running head or foot off the strip.
    bool holds(const Places& places, Cut& cut) {
        Parts parts = part(words_, places, cut);
        if (parts.left.empty() || parts.right.empty()) return false;
        if (trim(parts, cut)) parts = part(words_, places, cut);
        if (parts.left.empty() || parts.right.empty()) return false;
        const std::vector<RoughLine> left = rough_lines(words_, parts.left, em_);
        const std::vector<RoughLine> right = rough_lines(words_, parts.right, em_);
        Gutter real{left[0].right, right[0].left};
        for (const RoughLine& line : left) real.left = std::max(real.left, line.right);
        for (const RoughLine& line : right) real.right = std::min(real.right, line.left);
        if (is_known(real, left, right)) return true;
        const double width = real.right - real.left;
        const std::size_t least = width < em_ ? 8 : width < kNoRiver * em_ ? 5 : 4;  // lines
        if (left.size() < least || right.size() < least) return false;
        if (!is_filled(left, em_) || !is_filled(right, em_)) return false;
        if (width < kNoRiver * em_ && !is_aligned(right, em_)) return false;
        constexpr std::size_t kMostKnown = 16;
        if (known_.size() < kMostKnown) known_.push_back(real);
        return true;
    }

    [[nodiscard]] bool is_known(const Gutter& real, const std::vector<RoughLine>& left,
                                const std::vector<RoughLine>& right) const {
        if (left.size() < 3) return false;
        return std::any_of(known_.begin(), known_.end(), [&](const Gutter& gutter) {
            return real.left < gutter.left + em_ && real.right > gutter.right - em_ / 2 &&
                   real.right < gutter.right + 3 * em_ && is_aligned(right, em_);
        });
    }

    /// Leaves out one or two lines at the top or bottom of the strip with white below or above them
    /// across both columns. Returns whether there were any.
    bool trim(const Parts& parts, Cut& cut) const {
        Places both = parts.left;
        both.insert(both.end(), parts.right.begin(), parts.right.end());
        const std::vector<RoughLine> lines = rough_lines(words_, std::move(both), em_);
        const std::size_t size = lines.size();
        if (size < 6) return false;
        std::vector<double> pitches;
        for (std::size_t i = 1; i < size; ++i)
            pitches.push_back(lines[i].middle - lines[i - 1].middle);
        std::nth_element(pitches.begin(), pitches.begin() + static_cast<std::ptrdiff_t>(size / 2),
                         pitches.end());
        const double wide = std::max(1.6 * em_, 1.5 * pitches[size / 2]);
        const auto apart = [&](std::size_t below) {
            return lines[below].middle - lines[below - 1].middle > wide;
        };
        const auto between = [&](std::size_t below) {
            return (lines[below].middle + lines[below - 1].middle) / 2;
        };
        bool any = false;
        for (const std::size_t below : {std::size_t{2}, std::size_t{1}})
            if (parts.above.empty() && apart(below) && !any) cut.top = between(below), any = true;
        bool foot = false;
        for (const std::size_t below : {size - 2, size - 1})
            if (parts.below.empty() && apart(below) && !foot)
                cut.bottom = between(below), foot = true;
        return any || foot;
    }

    const std::vector<PrintWord>& words_;
    std::vector<Gutter>& known_;
    double em_ = 1;
    bool from_right_ = false;
};

}  // namespace

std::vector<std::vector<std::size_t>> find_columns(const std::vector<PrintWord>& words,
                                                   std::vector<Gutter>& known) {
    return Parting(words, known).run();
}

}  // namespace declaim
