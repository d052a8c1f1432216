#include "text/page_tree.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace declaim {
namespace {

constexpr std::size_t kLongLine = 100;      // characters of prose without a full stop
constexpr std::size_t kShortSentence = 30;  // characters of prose with one

}  // namespace

bool is_link_line(const PageLine& line) { return line.linked * 2 >= line.text.size(); }

bool is_prose_line(const PageLine& line) {
    if (line.linked * 3 > line.text.size()) return false;
    // Bytes stand for letters: a letter of a script without spaces has three, a Latin one has one.
    const std::size_t length = line.text.size();
    if (length < kShortSentence) return false;
    return length >= kLongLine || ends_sentence(line.text);
}

PageTree::PageTree(const Page& page, const std::vector<bool>& left_out) : page_(page) {
    const std::size_t count = page.elements.size() + 1;
    weights_.resize(count);
    children_.resize(count);
    first_.assign(count, page.lines.size());
    last_.assign(count, 0);
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const PageLine& line = page.lines[i];
        const std::size_t at = line.element < 0 ? count - 1 : index(line.element);
        first_[at] = std::min(first_[at], i);
        last_[at] = std::max(last_[at], i + 1);
        if (left_out[i]) continue;
        Weight& weight = weights_[at];
        weight.text += line.text.size();
        weight.linked += line.linked;
        weight.prose += is_prose_line(line) ? line.text.size() : 0;
        ++weight.lines;
    }
    for (std::size_t e = page.elements.size(); e > 0; --e) {  // children stand behind parents
        const std::size_t child = e - 1;
        const std::size_t above = index(parent(static_cast<int>(child)));
        weights_[above].text += weights_[child].text;
        weights_[above].linked += weights_[child].linked;
        weights_[above].prose += weights_[child].prose;
        weights_[above].lines += weights_[child].lines;
        first_[above] = std::min(first_[above], first_[child]);
        last_[above] = std::max(last_[above], last_[child]);
    }
    for (std::size_t e = 0; e < page.elements.size(); ++e)
        children_[index(parent(static_cast<int>(e)))].push_back(static_cast<int>(e));
}

int PageTree::parent(int element) const {
    const int above = page_.elements[index(element)].parent;
    return above < 0 ? root() : above;
}

bool PageTree::is_in(int element, int above) const {
    if (above == root()) return true;
    if (element == root()) return false;
    while (element > above) {  // parents have smaller numbers
        element = page_.elements[index(element)].parent;
        if (element < 0) return false;
    }
    return element == above;
}

}  // namespace declaim
