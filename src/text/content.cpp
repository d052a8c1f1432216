#include "text/content.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "base/unicode.hpp"
#include "text/address.hpp"
#include "text/islands.hpp"
#include "text/line_look.hpp"
#include "text/marked_furniture.hpp"
#include "text/page_tree.hpp"
#include "text/tag_names.hpp"
#include "text/teasers.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;

/// The share of an element's prose (in percent) that one below it must hold to stand for all of it.
constexpr std::size_t kHoldsText = 70;
/// … where its tag or class names say that it holds the text.
constexpr std::size_t kSaysItHoldsText = 40;
/// Another element of the same shape is as much the text if it has this share of its prose.
constexpr std::size_t kLikeIt = 20;
/// A line with fewer bytes may be in a title by chance.
constexpr std::size_t kShortTitle = 15;
/// How far above the text its title is sought, in lines.
constexpr std::size_t kHeaderLines = 40;

class Finder {
  public:
    Finder(const Page& page, const MarkupRules& markup, const Rules& rules, const DateReader& dates)
        : page_(page),
          markup_(markup),
          rules_(rules),
          dates_(dates),
          marked_(marked(page_, markup)),
          tree_(page_, left_out()) {}

    Reasons find() {
        reasons_.assign(page_.lines.size(), "");
        drop_marked();
        const int body = find_body();
        keep_.assign(page_.lines.size(), false);
        keep(body);
        title_ = find_title();
        keep_beside(body);
        drop_above_title();
        keep_headings();
        drop_links(body);
        drop_islands(page_, tree_, rules_, dates_, keep_, reasons_);
        name_the_rest();
        return std::move(reasons_);
    }

  private:
    /// A picture and what stands with it is no text; a table, a list or a quotation in a figure is.
    static void find_captions(const Page& page, std::vector<std::string_view>& reasons) {
        constexpr std::string_view kCaption = "caption";
        std::vector<bool> figure(page.elements.size(), false);
        for (std::size_t e = 0; e < page.elements.size(); ++e) {
            const PageElement& element = page.elements[e];
            const std::string& tag = element.tag;
            figure[e] = tag == "figure" ||
                        (element.parent >= 0 && figure[static_cast<std::size_t>(element.parent)] &&
                         tag != "table" && tag != "ul" && tag != "ol" && tag != "pre" &&
                         tag != "blockquote");
            if (figure[e] && reasons[e].empty()) reasons[e] = kCaption;
        }
    }

    static std::vector<std::string_view> marked(const Page& page, const MarkupRules& markup) {
        std::vector<std::string_view> reasons = marked_furniture(page, markup);
        find_teasers(page, reasons);
        find_captions(page, reasons);
        return reasons;
    }

    [[nodiscard]] const PageElement* element_of(std::size_t line) const {
        const int element = page_.lines[line].element;
        return element < 0 ? nullptr : &page_.elements[static_cast<std::size_t>(element)];
    }

    /// What the markup says is no text, and lists of links.
    [[nodiscard]] std::vector<bool> left_out() const {
        std::vector<bool> out(page_.lines.size(), false);
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            const int element = page_.lines[i].element;
            out[i] = element >= 0 && !marked_[static_cast<std::size_t>(element)].empty();
        }
        return out;
    }

    void drop_marked() {
        for (std::size_t i = 0; i < page_.lines.size(); ++i)
            if (const int element = page_.lines[i].element; element >= 0)
                reasons_[i] = marked_[static_cast<std::size_t>(element)];
    }

    [[nodiscard]] bool says_body(int e) const {
        const PageElement& element = page_.elements[static_cast<std::size_t>(e)];
        if (markup_.body.tags.count(element.tag) != 0) return true;
        return markup_.body.words.occurs(hint_words(element.hints));
    }

    /// The words of its class names but for numbers and generated names: "frame", "c9003".
    [[nodiscard]] std::string shape_of(int e) const {
        const PageElement& element = page_.elements[static_cast<std::size_t>(e)];
        std::string shape;
        for (const Word& word : hint_words(element.hints))
            if (word.folded.find_first_of("0123456789") == std::string::npos)
                shape += " " + word.folded;
        return shape;
    }

    /// Whether `other` is of the kind of `one`, which holds the body: by its class names, or where
    /// there are none by its tag and how much prose it holds.
    [[nodiscard]] bool is_like(int other, int one) const {
        const PageElement& a = page_.elements[static_cast<std::size_t>(one)];
        const PageElement& b = page_.elements[static_cast<std::size_t>(other)];
        if (a.tag != b.tag || tree_.weight(other).linked * 4 >= tree_.weight(other).text)
            return false;
        const std::string shape = shape_of(one);
        if (!shape.empty() && shape == shape_of(other)) return true;
        const bool alike = shape == shape_of(other) || (says_body(one) && says_body(other));
        return alike && tree_.weight(other).prose * 100 >= tree_.weight(one).prose * kLikeIt;
    }

    /// The smallest element that holds the text: down from the page as long as one element below
    /// holds most of the prose.
    [[nodiscard]] int find_body() const {
        int body = tree_.root();
        while (true) {
            int best = -1;
            for (const int child : tree_.children(body))
                if (best < 0 || tree_.weight(child).prose > tree_.weight(best).prose) best = child;
            if (best < 0 || tree_.weight(best).prose == 0) return body;
            const std::size_t share = says_body(best) ? kSaysItHoldsText : kHoldsText;
            if (tree_.weight(best).prose * 100 < tree_.weight(body).prose * share) return body;
            if (tree_.children(best).empty() && tree_.weight(best).lines == 1) return body;
            body = best;
        }
    }

    void keep(int element) {
        for (std::size_t i = tree_.first(element); i < tree_.last(element); ++i)
            if (reasons_[i].empty() && tree_.is_in(line_element(i), element)) keep_[i] = true;
    }

    [[nodiscard]] int line_element(std::size_t i) const {
        return page_.lines[i].element < 0 ? tree_.root() : page_.lines[i].element;
    }

    /// What stands beside the body and belongs to it: other elements of its shape, and paragraphs
    /// between it and the title of the page.
    void keep_beside(int body) {
        bool titled = has_title(body);
        bool beside_title = false;
        for (int inner = body; inner != tree_.root(); inner = tree_.parent(inner)) {
            const int outer = tree_.parent(inner);
            beside_title = beside_title || has_title(outer);
            for (const int child : tree_.children(outer))
                if (child != inner && belongs(child, inner, body, titled) &&
                    (!beside_title || is_like(child, inner) || speaks(child)))
                    keep(child);
            if (!titled) keep_own_lines(outer);
            titled = titled || has_title(outer) || (inner != body && says_body(inner));
        }
    }

    /// Whether `child` beside `inner`, which holds the body, is text too.
    [[nodiscard]] bool belongs(int child, int inner, int body, bool titled) const {
        const Weight& weight = tree_.weight(child);
        if (weight.lines == 0) return false;
        if (title_ < page_.lines.size() && tree_.is_in(line_element(title_), child)) return false;
        if (says_nothing_but_addresses(child)) return true;
        if (is_like(child, inner)) return true;
        if (titled || (says_body(body) && !says_body(child))) return false;
        return weight.prose * 10 >= weight.text * 6 && weight.linked * 6 < weight.text;
    }

    /// Whether a first person speaks in it: beside the title stand summaries and notes on the
    /// author, too. Where the language has no rules, all may be speech.
    [[nodiscard]] bool speaks(int e) const {
        if (rules_.furniture.first_person.empty()) return true;
        for (std::size_t i = tree_.first(e); i < tree_.last(e); ++i) {
            if (!tree_.is_in(line_element(i), e)) continue;
            const std::string_view text = std::string_view(page_.lines[i].text).substr(0, 2000);
            if (rules_.furniture.first_person.occurs(words_of(text)) ||
                address_look(text.substr(0, 500), rules_.address) != AddressLook::none)
                return true;
        }
        return false;
    }

    /// Sections may have headers of their own: what stands between kept lines and is no link stays.
    void keep_headings() {
        const auto first = std::find(keep_.begin(), keep_.end(), true) - keep_.begin();
        const auto last = std::find(keep_.rbegin(), keep_.rend(), true) - keep_.rbegin();
        const auto end = static_cast<std::ptrdiff_t>(keep_.size()) - last;
        for (auto i = static_cast<std::size_t>(first); static_cast<std::ptrdiff_t>(i) < end; ++i) {
            const PageElement* element = element_of(i);
            if (reasons_[i] != "header" || element == nullptr || !is_heading_tag(element->tag) ||
                is_link_line(page_.lines[i]))
                continue;
            keep_[i] = true;
            reasons_[i] = "";
        }
    }

    [[nodiscard]] bool says_nothing_but_addresses(int e) const {
        for (std::size_t i = tree_.first(e); i < tree_.last(e); ++i) {
            if (!tree_.is_in(line_element(i), e) || !reasons_[i].empty()) continue;
            if (page_.lines[i].text.size() > 500) return false;
            if (address_look(page_.lines[i].text, rules_.address) == AddressLook::none)
                return false;
        }
        return true;
    }

    /// Text that stands in an element beside the ones below it.
    void keep_own_lines(int element) {
        if (element == tree_.root()) return;
        for (std::size_t i = tree_.first(element); i < tree_.last(element); ++i)
            if (line_element(i) == element && reasons_[i].empty() &&
                (is_prose_line(page_.lines[i]) ||
                 address_look(page_.lines[i].text.substr(0, 500), rules_.address) !=
                     AddressLook::none))
                keep_[i] = true;
    }

    /// Whether a heading stands above the first prose of an element.
    [[nodiscard]] bool has_title(int e) const {
        for (std::size_t i = tree_.first(e); i < tree_.last(e); ++i) {
            if (!tree_.is_in(line_element(i), e)) continue;
            const PageElement* element = element_of(i);
            if (i == title_ ||
                (element != nullptr && is_heading_tag(element->tag) && element->tag[1] <= '3'))
                return true;
            if (is_prose_line(page_.lines[i]) && reasons_[i].empty()) return false;
        }
        return false;
    }

    /// The line above the first prose of the body that is the title the page declares, or its
    /// heading; the number of lines where there is none.
    [[nodiscard]] std::size_t find_title() const {
        std::size_t first = 0;
        while (first < page_.lines.size() && !starts_prose(first)) ++first;
        const std::vector<std::string> declared = declared_titles();
        std::size_t heading = page_.lines.size();
        for (std::size_t i = first; i-- > 0;) {
            const PageLine& line = page_.lines[i];
            const PageElement* element = element_of(i);
            if (is_link_line(line) || (!reasons_[i].empty() && reasons_[i] != "header")) continue;
            const std::string key = key_of(line.text);
            for (const std::string& title : declared)
                if (key.size() > kShortTitle && title.find(key) != std::string::npos) return i;
            if (element != nullptr && element->tag == "h1") heading = i;
        }
        return heading;
    }

    /// A title may be a sentence, too.
    [[nodiscard]] bool starts_prose(std::size_t i) const {
        const PageElement* element = element_of(i);
        return keep_[i] && is_prose_line(page_.lines[i]) &&
               (element == nullptr || !is_heading_tag(element->tag));
    }

    /// The words of a text, in lower case, each with a space before it.
    static std::string key_of(std::string_view text) {
        std::string key;
        for (const Word& word : words_of(text.substr(0, 400))) key += " " + word.folded;
        return key;
    }

    [[nodiscard]] std::vector<std::string> declared_titles() const {
        std::vector<std::string> titles;
        for (const Declared& fact : page_.declared)
            if (fact.from == "title" || (fact.from == "meta" && fact.name == "og:title"))
                titles.push_back(key_of(fact.value));
        return titles;
    }

    /// Neither the title nor what stands above it is text, salutations excepted.
    void drop_above_title() {
        if (title_ >= page_.lines.size()) return;
        for (std::size_t i = 0; i <= title_; ++i)
            if (keep_[i] && address_look(page_.lines[i].text.substr(0, 500), rules_.address) ==
                                AddressLook::none)
                keep_[i] = false;
    }

    // ------------------------------------------------------------------ inside the body

    /// Lists of links inside the text, and lines that are one link.
    void drop_links(int body) {
        for (std::size_t e = 0; e < page_.elements.size(); ++e) {
            const Weight& weight = tree_.weight(static_cast<int>(e));
            if (weight.lines < 2 || weight.linked * 2 < weight.text) continue;
            if (weight.prose * 10 > weight.text * 3 || tree_.is_in(body, static_cast<int>(e)))
                continue;
            for (std::size_t i = tree_.first(static_cast<int>(e));
                 i < tree_.last(static_cast<int>(e)); ++i)
                if (keep_[i] && tree_.is_in(line_element(i), static_cast<int>(e))) drop(i, "links");
        }
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!keep_[i] || !is_link_line(page_.lines[i])) continue;
            const PageElement* element = element_of(i);
            const bool heading = element != nullptr && is_heading_tag(element->tag);
            // A sentence may be a link, or have one in it; unless it begins as calls to others do.
            const PageLine& line = page_.lines[i];
            const bool sentence =
                ends_sentence(line.text) && line.text.size() > 20 &&
                rules_.furniture.foot_heads.match(words_of(line.text.substr(0, 100)), 0) == 0;
            if (!heading && !sentence) drop(i, "links");
        }
    }

    void drop(std::size_t i, std::string_view reason) {
        keep_[i] = false;
        reasons_[i] = reason;
    }

    // ------------------------------------------------------------- outside the body

    /// Gives a reason to each line that is not kept: what stands right above the text names it.
    void name_the_rest() {
        const std::size_t begin =
            static_cast<std::size_t>(std::find(keep_.begin(), keep_.end(), true) - keep_.begin());
        const std::size_t header = header_begin(begin);
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (keep_[i]) continue;
            const bool near = i >= header && i < begin && !is_link_line(page_.lines[i]);
            if (near &&
                (reasons_[i].empty() || reasons_[i] == "header" || reasons_[i] == "byline" ||
                 reasons_[i] == "date line" || reasons_[i] == "aside"))
                reasons_[i] = header_reason(i);
            else if (reasons_[i].empty())
                reasons_[i] = i < begin ? "navigation" : "footer";
        }
    }

    [[nodiscard]] std::string_view header_reason(std::size_t i) const {
        const PageLine& line = page_.lines[i];
        const LineLook look = line_look(line.text, rules_, dates_);
        if (look != LineLook::plain) return reason_of(look);
        return is_prose_line(line) ? "abstract" : "title";
    }

    /// Where the header of the text begins: at its title, else right at the text.
    [[nodiscard]] std::size_t header_begin(std::size_t begin) const {
        if (title_ < begin) return title_;
        const std::size_t top = begin > kHeaderLines ? begin - kHeaderLines : 0;
        for (const std::string_view tag : {"h1", "h2", "h3"})
            for (std::size_t i = begin; i > top; --i)
                if (const PageElement* element = element_of(i - 1);
                    element != nullptr && element->tag == tag &&
                    (reasons_[i - 1].empty() || reasons_[i - 1] == "header"))
                    return i - 1;
        return begin;
    }

    const Page& page_;
    const MarkupRules& markup_;
    const Rules& rules_;
    const DateReader& dates_;
    std::vector<std::string_view> marked_;  // per element
    PageTree tree_;
    std::vector<bool> keep_;
    Reasons reasons_;
    std::size_t title_ = 0;  // line
};

/// A transcript may make each sentence a link into its recording: a page without the links in the
/// elements that hold such sentences, if they are most of the page's prose.
std::optional<Page> without_cues(const Page& page) {
    constexpr std::size_t kSentence = 60;  // bytes; a shorter one may be a headline
    const auto holder = [&](const PageLine& line) {
        return line.element < 0 ? -1 : page.elements[static_cast<std::size_t>(line.element)].parent;
    };
    std::size_t linked = 0;
    std::size_t plain = 0;
    std::set<int> holders;
    for (const PageLine& line : page.lines) {
        if (is_prose_line(line)) plain += line.text.size();
        if (!is_link_line(line) || line.text.size() < kSentence || !ends_sentence(line.text))
            continue;
        linked += line.text.size();
        holders.insert(holder(line));
    }
    if (linked <= plain * 2) return std::nullopt;
    Page out = page;
    for (PageLine& line : out.lines)
        if (holders.count(holder(line)) != 0) line.linked = line.linked_inside = 0;
    return out;
}

/// In documents made for paper all is text but the heads and feet of the sheets and the notes.
Reasons find_sheet_furniture(const Page& page) {
    Reasons elements(page.elements.size());
    for (std::size_t e = 0; e < page.elements.size(); ++e) {
        const PageElement& element = page.elements[e];
        if (element.parent >= 0) elements[e] = elements[static_cast<std::size_t>(element.parent)];
        if (element.tag == "header" || element.tag == "footer") elements[e] = "running head";
        if (element.tag == "aside") elements[e] = "footnote";
    }
    Reasons reasons(page.lines.size());
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        if (const int element = page.lines[i].element; element >= 0)
            reasons[i] = elements[static_cast<std::size_t>(element)];
    return reasons;
}

}  // namespace

std::vector<std::string_view> find_content(const Page& page, const MarkupRules& markup,
                                           const Rules& rules, const DateReader& dates) {
    if (page.elements.empty()) return Reasons(page.lines.size());
    if (!page.web) return find_sheet_furniture(page);
    const std::optional<Page> without = without_cues(page);
    return Finder(without ? *without : page, markup, rules, dates).find();
}

}  // namespace declaim
