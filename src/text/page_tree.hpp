#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/page.hpp"

namespace declaim {

/// What the lines of an element and of all below it add up to, in bytes.
struct Weight {
    std::size_t text = 0;
    std::size_t linked = 0;
    std::size_t prose = 0;  ///< of lines that read like sentences and are not mostly links
    std::size_t lines = 0;
    bool operator==(const Weight&) const = default;
};

/// The elements of a page as a tree, with their weights. Elements are numbered as in
/// Page::elements; the page itself stands above them as `root()`.
class PageTree {
  public:
    /// Lines that `left_out` marks do not count.
    PageTree(const Page& page, const std::vector<bool>& left_out);

    [[nodiscard]] int root() const { return static_cast<int>(weights_.size()) - 1; }
    [[nodiscard]] const Weight& weight(int element) const { return weights_[index(element)]; }
    [[nodiscard]] const std::vector<int>& children(int element) const {
        return children_[index(element)];
    }
    /// The element above; root() above the outermost.
    [[nodiscard]] int parent(int element) const;
    /// The lines [first, last) that stand in an element or below it (others may stand between).
    [[nodiscard]] std::size_t first(int element) const { return first_[index(element)]; }
    [[nodiscard]] std::size_t last(int element) const { return last_[index(element)]; }
    /// Whether `element` is `above` or stands below it.
    [[nodiscard]] bool is_in(int element, int above) const;

  private:
    [[nodiscard]] std::size_t index(int element) const { return static_cast<std::size_t>(element); }
    const Page& page_;
    std::vector<Weight> weights_;
    std::vector<std::vector<int>> children_;
    std::vector<std::size_t> first_;
    std::vector<std::size_t> last_;
};

/// Whether a line of a page with markup reads like prose: long, or a sentence, and not mostly a
/// link. Scripts that write without spaces say as much in fewer letters.
bool is_prose_line(const PageLine& line);

/// Whether at least half of the line is a link.
bool is_link_line(const PageLine& line);

}  // namespace declaim
