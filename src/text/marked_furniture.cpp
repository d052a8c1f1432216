#include "text/marked_furniture.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "text/page_tree.hpp"

namespace declaim {
namespace {

/// A mark that holds more of the prose than this (in percent) means something else on the page.
constexpr std::size_t kMostShare = 30;
/// What must be left of the prose where a sure mark holds more, in bytes.
constexpr std::size_t kLeastLeft = 300;
/// What is hidden is believed up to here: beyond, it is text that opens with a click.
constexpr std::size_t kMostHidden = 60;

/// One mark, as this page uses it: a tag, or words in class names.
struct Mark {
    std::size_t kind = 0;   // in MarkupRules::furniture
    std::size_t prose = 0;  // in all outermost elements that bear it
    std::size_t first = 0;  // line
    bool believed = false;
};

class Finder {
  public:
    Finder(const Page& page, const MarkupRules& markup)
        : page_(page),
          markup_(markup),
          tree_(page, std::vector<bool>(page.lines.size(), false)),
          marks_of_(page.elements.size()) {}

    std::vector<std::string_view> find() {
        for (std::size_t e = 0; e < page_.elements.size(); ++e) find_marks(e);
        for (std::size_t e = 0; e < page_.elements.size(); ++e) weigh(e);
        for (auto& [name, mark] : marks_) mark.believed = is_believed(mark);
        std::vector<std::string_view> reasons(page_.elements.size());
        for (std::size_t e = 0; e < page_.elements.size(); ++e) {
            const int parent = page_.elements[e].parent;
            if (parent >= 0) reasons[e] = reasons[static_cast<std::size_t>(parent)];
            for (const Mark* mark : marks_of_[e])
                if (mark->believed && reasons[e].empty() && applies(e, *mark))
                    reasons[e] = markup_.furniture[mark->kind].reason;
        }
        return reasons;
    }

  private:
    /// Whether a kind has this tag. Pages have few different ones.
    [[nodiscard]] bool is_marking(const std::string& tag) {
        const auto [known, is_new] = marking_.try_emplace(tag, false);
        if (is_new)
            known->second =
                std::any_of(markup_.furniture.begin(), markup_.furniture.end(),
                            [&](const auto& kind) { return kind.tags.count(tag) != 0; });
        return known->second;
    }

    /// False where nothing marks an element, as nothing does most.
    [[nodiscard]] bool may_be_marked(const PageElement& element, const std::vector<Word>& words) {
        const auto begins = [&](const Word& word) {
            return std::any_of(markup_.furniture.begin(), markup_.furniture.end(),
                               [&](const auto& kind) { return kind.words.may_begin_with(word); });
        };
        return element.hidden || is_marking(element.tag) ||
               std::any_of(words.begin(), words.end(), begins);
    }

    void find_marks(std::size_t e) {
        const PageElement& element = page_.elements[e];
        const std::vector<Word> words = hint_words(element.hints);
        if (!may_be_marked(element, words)) return;
        for (std::size_t kind = 0; kind < markup_.furniture.size(); ++kind) {
            const MarkupRules::Kind& rules = markup_.furniture[kind];
            if (!rules.tags.empty() && rules.tags.count(element.tag) != 0)
                add_mark(e, kind, "<" + element.tag);
            if (element.hidden && rules.reason == "hidden") add_mark(e, kind, "<hidden");
            for (std::size_t at = 0; at < words.size(); ++at) {
                const std::size_t count = rules.words.match(words, at);
                if (count == 0) continue;
                std::string name;
                for (std::size_t i = at; i < at + count; ++i) name += words[i].folded + " ";
                add_mark(e, kind, name);
            }
        }
    }

    void add_mark(std::size_t e, std::size_t kind, const std::string& name) {
        Mark& mark = marks_[name + std::to_string(kind)];
        mark.kind = kind;
        marks_of_[e].push_back(&mark);  // the nodes of a map stay where they are
    }

    /// Adds the prose of an element to each mark that no element above bears too.
    void weigh(std::size_t e) {
        for (Mark* mark : marks_of_[e]) {
            bool outermost = true;
            for (int above = page_.elements[e].parent; above >= 0 && outermost;
                 above = page_.elements[static_cast<std::size_t>(above)].parent) {
                const auto& marks = marks_of_[static_cast<std::size_t>(above)];
                outermost = std::find(marks.begin(), marks.end(), mark) == marks.end();
            }
            if (!outermost) continue;
            if (mark->prose == 0) mark->first = tree_.first(static_cast<int>(e));
            mark->prose += tree_.weight(static_cast<int>(e)).prose;
        }
    }

    [[nodiscard]] std::size_t most_of(const Mark& mark) const {
        return markup_.furniture[mark.kind].reason == "hidden" ? kMostHidden : kMostShare;
    }

    [[nodiscard]] bool is_believed(const Mark& mark) const {
        const std::size_t all = tree_.weight(tree_.root()).prose;
        if (mark.prose * 100 <= all * most_of(mark)) return true;
        if (!markup_.furniture[mark.kind].sure) return false;
        std::size_t above = 0;
        for (std::size_t i = 0; i < mark.first; ++i)
            if (is_prose_line(page_.lines[i])) above += page_.lines[i].text.size();
        return above >= kLeastLeft && above * 10 >= all;
    }

    /// A title stands in no comment: what has one is a part with comments in it.
    [[nodiscard]] bool applies(std::size_t e, const Mark& mark) const {
        const Weight& weight = tree_.weight(static_cast<int>(e));
        const std::size_t all = tree_.weight(tree_.root()).prose;
        if (weight.prose * 100 <= all * most_of(mark)) return true;
        return markup_.furniture[mark.kind].sure && tree_.first(static_cast<int>(e)) > 0 &&
               !has_title(e);
    }

    [[nodiscard]] bool has_title(std::size_t e) const {
        for (std::size_t i = tree_.first(static_cast<int>(e)); i < tree_.last(static_cast<int>(e));
             ++i) {
            const int element = page_.lines[i].element;
            if (element >= 0 && page_.elements[static_cast<std::size_t>(element)].tag == "h1")
                return true;
        }
        return false;
    }

    const Page& page_;
    const MarkupRules& markup_;
    PageTree tree_;
    std::map<std::string, Mark> marks_;
    std::unordered_map<std::string, bool> marking_;  // by tag
    std::vector<std::vector<Mark*>> marks_of_;
};

}  // namespace

std::vector<std::string_view> marked_furniture(const Page& page, const MarkupRules& markup) {
    return Finder(page, markup).find();
}

}  // namespace declaim
