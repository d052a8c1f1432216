#include "text/teasers.hpp"

#include <map>
#include <string>

#include "text/page_tree.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMostLines = 6;
constexpr std::size_t kMostText = 700;  // bytes of one teaser
constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestKicker = 40;
constexpr std::size_t kFew = 3;          // teasers of one kind side by side
constexpr std::size_t kLeastLeft = 250;  // bytes of prose that must be left on the page

class Finder {
  public:
    Finder(const Page& page, std::vector<std::string_view>& reasons)
        : page_(page),
          reasons_(reasons),
          tree_(page, std::vector<bool>(page.lines.size(), false)) {}

    void find() {
        is_teaser_.resize(page_.elements.size());
        for (std::size_t e = 0; e < page_.elements.size(); ++e)
            is_teaser_[e] = reasons_[e].empty() && is_teaser(static_cast<int>(e));
        std::vector<bool> drop(page_.elements.size(), false);
        for (int e = tree_.root(); e >= 0; --e) find_below(e, drop);
        for (std::size_t e = 0; e < page_.elements.size(); ++e)
            if (const int parent = page_.elements[e].parent; parent >= 0)
                drop[e] = drop[e] || drop[static_cast<std::size_t>(parent)];
        if (prose_left(drop) < kLeastLeft) return;
        for (std::size_t e = 0; e < page_.elements.size(); ++e)
            if (drop[e] && reasons_[e].empty()) reasons_[e] = "related";
    }

  private:
    /// A line that is a link to another page, no longer than a title.
    [[nodiscard]] static bool is_title(const PageLine& line) {
        const std::size_t out = line.linked - line.linked_inside;
        return out * 10 >= line.text.size() * 8 && line.text.size() <= kLongestTitle;
    }

    [[nodiscard]] bool is_teaser(int e) const {
        const Weight& weight = tree_.weight(e);
        if (weight.lines < 2 || weight.lines > kMostLines || weight.text > kMostText) return false;
        // It comes first, or behind a word or two on what it is about.
        for (std::size_t i = tree_.first(e); i < tree_.last(e); ++i) {
            const PageLine& line = page_.lines[i];
            if (!tree_.is_in(line.element, e) || is_marked(line.element)) continue;
            if (is_title(line)) return true;
            if (line.text.size() > kLongestKicker) return false;
        }
        return false;
    }

    /// Marked as something else than a teaser.
    [[nodiscard]] bool is_marked(int element) const {
        const std::string_view reason = reasons_[static_cast<std::size_t>(element)];
        return !reason.empty() && reason != "related";
    }

    /// Marks the teasers right below an element, and the element if they fill it.
    void find_below(int e, std::vector<bool>& drop) {
        std::map<std::string, std::vector<int>> kinds;
        for (const int child : tree_.children(e))
            if (is_teaser_[static_cast<std::size_t>(child)])
                kinds[page_.elements[static_cast<std::size_t>(child)].tag].push_back(child);
        for (const auto& [tag, teasers] : kinds) {
            Weight all;
            for (const int teaser : teasers) {
                all.lines += tree_.weight(teaser).lines;
                all.text += tree_.weight(teaser).text;
            }
            const Weight& whole = tree_.weight(e);
            const bool filled = e != tree_.root() && whole.lines <= all.lines + 2 &&
                                whole.text <= all.text + kLongestTitle;
            if (teasers.size() < (filled ? kFew - 1 : kFew)) continue;
            for (const int teaser : teasers) drop[static_cast<std::size_t>(teaser)] = true;
            if (filled) drop[static_cast<std::size_t>(e)] = true;
        }
    }

    [[nodiscard]] std::size_t prose_left(const std::vector<bool>& drop) const {
        std::size_t left = 0;
        for (const PageLine& line : page_.lines) {
            const auto element = static_cast<std::size_t>(line.element);
            if (line.element >= 0 && (drop[element] || !reasons_[element].empty())) continue;
            if (is_prose_line(line)) left += line.text.size();
        }
        return left;
    }

    const Page& page_;
    std::vector<std::string_view>& reasons_;
    PageTree tree_;
    std::vector<bool> is_teaser_;
};

}  // namespace

void find_teasers(const Page& page, std::vector<std::string_view>& reasons) {
    Finder(page, reasons).find();
}

}  // namespace declaim
