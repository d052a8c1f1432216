#include "text/content.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "text/address.hpp"
#include "text/islands.hpp"
#include "text/line_look.hpp"
#include "text/marked_furniture.hpp"
#include "text/page_tree.hpp"
#include "text/unicode.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;

/// The share of an element's prose (in percent) that one below it must hold to stand for all of it.
constexpr std::size_t kHoldsText = 70;
/// … where its tag or class names say that it holds the text.
constexpr std::size_t kSaysItHoldsText = 40;
/// Another element of the same shape is as much the text if it has this share of its prose.
constexpr std::size_t kLikeIt = 20;
/// How far above the text its title is sought, in lines.
constexpr std::size_t kHeaderLines = 40;

bool is_heading_tag(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

class Finder {
  public:
    Finder(const Page& page, const MarkupRules& markup, const Rules& rules, const DateReader& dates)
        : page_(page),
          markup_(markup),
          rules_(rules),
          dates_(dates),
          marked_(marked_furniture(page, markup)),
          tree_(page, left_out()) {}

    Reasons find() {
        reasons_.assign(page_.lines.size(), "");
        drop_marked();
        const int body = find_body();
        keep_.assign(page_.lines.size(), false);
        keep(body);
        keep_beside(body);
        drop_links();
        drop_islands(page_, tree_, keep_, reasons_);
        name_the_rest();
        return std::move(reasons_);
    }

  private:
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

    [[nodiscard]] bool same_shape(int one, int other) const {
        const PageElement& a = page_.elements[static_cast<std::size_t>(one)];
        const PageElement& b = page_.elements[static_cast<std::size_t>(other)];
        return a.tag == b.tag && (a.hints == b.hints || (says_body(one) && says_body(other)));
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
        for (int inner = body; inner != tree_.root(); inner = tree_.parent(inner)) {
            const int outer = tree_.parent(inner);
            for (const int child : tree_.children(outer))
                if (child != inner && belongs(child, inner, body, titled)) keep(child);
            if (!titled) keep_own_lines(outer);
            titled = titled || has_title(outer) || (inner != body && says_body(inner));
        }
    }

    /// Whether `child` beside `inner`, which holds the body, is text too.
    [[nodiscard]] bool belongs(int child, int inner, int body, bool titled) const {
        const Weight& weight = tree_.weight(child);
        if (weight.lines == 0) return false;
        if (says_nothing_but_addresses(child)) return true;
        const std::size_t prose = tree_.weight(inner).prose;
        if (same_shape(child, inner) && weight.prose * 100 >= prose * kLikeIt &&
            weight.linked * 4 < weight.text)
            return true;
        if (titled || (says_body(body) && !says_body(child))) return false;
        return weight.prose * 10 >= weight.text * 6 && weight.linked * 6 < weight.text;
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
            if (is_prose_line(page_.lines[i]) && reasons_[i].empty()) return false;
            const PageElement* element = element_of(i);
            if (element != nullptr && is_heading_tag(element->tag) && element->tag[1] <= '3')
                return true;
        }
        return false;
    }

    // ------------------------------------------------------------------ inside the body

    /// Lists of links inside the text, and lines that are one link.
    void drop_links() {
        if (is_written_in_links()) return;
        for (std::size_t e = 0; e < page_.elements.size(); ++e) {
            const Weight& weight = tree_.weight(static_cast<int>(e));
            if (weight.lines < 2 || weight.linked * 2 < weight.text) continue;
            if (weight.prose * 10 > weight.text * 3) continue;
            for (std::size_t i = tree_.first(static_cast<int>(e));
                 i < tree_.last(static_cast<int>(e)); ++i)
                if (keep_[i] && tree_.is_in(line_element(i), static_cast<int>(e))) drop(i, "links");
        }
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!keep_[i] || !is_link_line(page_.lines[i])) continue;
            const PageElement* element = element_of(i);
            const bool heading = element != nullptr && is_heading_tag(element->tag);
            const bool sentence =
                ends_sentence(page_.lines[i].text) && page_.lines[i].text.size() > 60;
            if (!heading && !sentence) drop(i, "links");
        }
    }

    /// A transcript may make each sentence a link into its recording.
    [[nodiscard]] bool is_written_in_links() const {
        std::size_t linked = 0;
        std::size_t plain = 0;
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!keep_[i]) continue;
            const PageLine& line = page_.lines[i];
            if (is_prose_line(line)) plain += line.text.size();
            if (is_link_line(line) && ends_sentence(line.text)) linked += line.text.size();
        }
        return linked > plain * 2;
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
            if (near && (reasons_[i].empty() || reasons_[i] == "header" ||
                         reasons_[i] == "byline" || reasons_[i] == "date line"))
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
};

}  // namespace

std::vector<std::string_view> find_content(const Page& page, const MarkupRules& markup,
                                           const Rules& rules, const DateReader& dates) {
    if (page.elements.empty()) return Reasons(page.lines.size());
    return Finder(page, markup, rules, dates).find();
}

}  // namespace declaim
