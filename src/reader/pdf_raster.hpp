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
    int& sum(std::size_t x, std::size_t y) { return sums_[y * (columns + 1) + x]; }

    /// The middle of the word's height: letters of neighbouring lines may overlap. Notes the
    /// corners only, so that a large word costs no more than a small one.
    void print(const Box& box) {
        const auto cell = [](double from, double step, std::size_t most) {
            return std::min(static_cast<std::size_t>(std::max(0.0, from / step)), most);
        };
        const double quarter = box.height() / 4;
        const std::size_t x = cell(box.left - area_.left, wide_, columns - 1);
        const std::size_t y = cell(box.top + quarter - area_.top, high_, rows - 1);
        const std::size_t x_end = cell(box.right - area_.left, wide_, columns - 1) + 1;
        const std::size_t y_end = cell(box.bottom - quarter - area_.top, high_, rows - 1) + 1;
        ++sum(x, y), --sum(x_end, y), --sum(x, y_end), ++sum(x_end, y_end);
    }

    /// From the corners to words over each cell, and on to the printed cells above and to the left.
    void add_up() {
        std::vector<int> over = sums_;
        const std::size_t wide = columns + 1;
        for (std::size_t y = 0; y <= rows; ++y)
            for (std::size_t x = 0; x <= columns; ++x) {
                int& here = over[y * wide + x];
                if (x > 0) here += over[y * wide + x - 1];
                if (y > 0) here += over[(y - 1) * wide + x];
                if (x > 0 && y > 0) here -= over[(y - 1) * wide + x - 1];
            }
        std::fill(sums_.begin(), sums_.end(), 0);
        for (std::size_t y = 1; y <= rows; ++y)
            for (std::size_t x = 1; x <= columns; ++x)
                sum(x, y) = (over[(y - 1) * wide + x - 1] != 0 ? 1 : 0) + at(x - 1, y) +
                            at(x, y - 1) - at(x - 1, y - 1);
    }

    Box area_;
    double wide_ = 1;
    double high_ = 1;
    std::vector<int> sums_;
};

}  // namespace declaim
