#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "reader/pdf_layout.hpp"

namespace declaim {

/// White and printed cells of an area, with sums, so that a rectangle is looked up at once.
class Raster {
  public:
    /// In: words; the places of those to print, at least one; the size of their print.
    Raster(const std::vector<PrintWord>& words, const std::vector<std::size_t>& places, double em) {
        area_ = words[places[0]].box;
        for (const std::size_t place : places) {
            const Box& box = words[place].box;
            area_.left = std::min(area_.left, box.left);
            area_.top = std::min(area_.top, box.top);
            area_.right = std::max(area_.right, box.right);
            area_.bottom = std::max(area_.bottom, box.bottom);
        }
        wide_ = std::max({em / 8, area_.width() / kMost, 1e-3});
        high_ = std::max({em / 2, area_.height() / kMost, 1e-3});
        columns = static_cast<std::size_t>(area_.width() / wide_) + 1;
        rows = static_cast<std::size_t>(area_.height() / high_) + 1;
        sums_.assign((columns + 1) * (rows + 1), 0);
        for (const std::size_t place : places) print(words[place].box);
        add_up();
    }

    [[nodiscard]] bool white(std::size_t x, std::size_t x_end, std::size_t y,
                             std::size_t y_end) const {
        return at(x_end, y_end) + at(x, y) == at(x, y_end) + at(x_end, y);
    }
    [[nodiscard]] double x(std::size_t cell) const {
        return area_.left + static_cast<double>(cell) * wide_;
    }
    [[nodiscard]] double y(std::size_t cell) const {
        return area_.top + static_cast<double>(cell) * high_;
    }
    [[nodiscard]] double cell_width() const { return wide_; }

    std::size_t columns = 0;
    std::size_t rows = 0;

  private:
    static constexpr int kMost = 800;

    [[nodiscard]] int at(std::size_t x, std::size_t y) const {
        return sums_[y * (columns + 1) + x];
    }
    /// The middle of the word's height: letters of neighbouring lines may overlap.
    void print(const Box& box) {
        const auto cell = [](double from, double step) {
            return static_cast<std::size_t>(std::max(0.0, from / step));
        };
        const double quarter = box.height() / 4;
        const std::size_t x_end = std::min(cell(box.right - area_.left, wide_) + 1, columns);
        const std::size_t y_end = std::min(cell(box.bottom - quarter - area_.top, high_) + 1, rows);
        for (std::size_t y = cell(box.top + quarter - area_.top, high_); y < y_end; ++y)
            for (std::size_t x = cell(box.left - area_.left, wide_); x < x_end; ++x)
                sums_[(y + 1) * (columns + 1) + x + 1] = 1;
    }
    void add_up() {
        for (std::size_t y = 1; y <= rows; ++y)
            for (std::size_t x = 1; x <= columns; ++x)
                sums_[y * (columns + 1) + x] += at(x - 1, y) + at(x, y - 1) - at(x - 1, y - 1);
    }

    Box area_;
    double wide_ = 1;
    double high_ = 1;
    std::vector<int> sums_;
};

}  // namespace declaim
