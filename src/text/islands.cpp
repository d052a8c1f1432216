#include "text/islands.hpp"

#include <string.h>  // memmem is of POSIX

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/unicode.hpp"
#include "text/address.hpp"
#include "text/line_look.hpp"
#include "text/markup_rules.hpp"
#include "text/tag_names.hpp"

namespace declaim {
namespace {

/// Class names on fewer elements than this are no part of a shape.
constexpr int kOften = 3;
/// Shapes with less prose than this share (in percent) of the greatest are no running text.
constexpr std::size_t kRunning = 25;
// The most prose that a box may hold, in percent of all that is kept.
constexpr std::size_t kMostInside = 8;
constexpr std::size_t kMostOfForms = 15;
constexpr std::size_t kMostBelow = 25;
constexpr std::size_t kMostUnlinked = 8;

/// Bytes as they are compared: small letters, digits and all outside ASCII; else spaces.
constexpr std::array<char, 256> kKeys = [] {
    std::array<char, 256> keys{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        keys.at(c) = upper ? static_cast<char>(c + 32) : word ? static_cast<char>(c) : ' ';
    }
    return keys;
}();

class Finder {
  public:
    Finder(const Page& page, const PageTree& tree, const Rules& rules, const DateReader& dates,
           std::vector<bool>& keep, std::vector<std::string_view>& reasons)
        : page_(page), tree_(tree), rules_(rules), dates_(dates), keep_(keep), reasons_(reasons) {}

    void drop() {
        find_shapes();
        find_running();
        if (first_ >= page_.lines.size()) return;
        std::vector<bool> dropped(page_.elements.size(), false);
        for (std::size_t e = 0; e < page_.elements.size(); ++e) {
            const int parent = page_.elements[e].parent;
            dropped[e] = parent >= 0 && dropped[static_cast<std::size_t>(parent)];
            if (!dropped[e] && !runs_[e] && is_island(static_cast<int>(e)))
                dropped[e] = drop_island(static_cast<int>(e));
        }
        drop_calls();
        drop_pull_quotes();
        drop_behind_menu();
        drop_lines_below();
    }

  private:
    /// Appends its bytes behind a zero, which no name has.
    static void add_number(std::string& key, int number) {
        std::array<char, sizeof number + 1> bytes{};
        ::memcpy(bytes.data() + 1, &number, sizeof number);
        key.append(bytes.data(), bytes.size());
    }

    /// The shape of each element: its tag, often used class names, and the shape above it.
    void find_shapes() {
        std::unordered_map<std::string, int> numbers;
        std::vector<int> uses;  // per word
        std::vector<std::vector<int>> words(page_.elements.size());
        for (std::size_t e = 0; e < page_.elements.size(); ++e)
            for (Word& word : hint_words(page_.elements[e].hints)) {
                const auto [number, is_new] =
                    numbers.emplace(std::move(word.folded), static_cast<int>(uses.size()));
                if (is_new) uses.push_back(0);
                words[e].push_back(number->second);
                ++uses[static_cast<std::size_t>(number->second)];
            }
        std::unordered_map<std::string, int> known;
        std::string key;
        shapes_.resize(page_.elements.size());
        for (std::size_t e = 0; e < page_.elements.size(); ++e) {
            const int parent = page_.elements[e].parent;
            key = page_.elements[e].tag;
            add_number(key, parent < 0 ? -1 : shapes_[static_cast<std::size_t>(parent)]);
            for (const int word : words[e])
                if (uses[static_cast<std::size_t>(word)] >= kOften) add_number(key, word);
            shapes_[e] = known.emplace(key, static_cast<int>(known.size())).first->second;
        }
    }

    void find_running() {
        std::unordered_map<int, std::size_t> prose;
        std::size_t most = 0;
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!keep_[i] || !is_prose_line(page_.lines[i])) continue;
            std::size_t& sum = prose[shape_of(i)];
            sum += page_.lines[i].text.size();
            most = std::max(most, sum);
            all_ += page_.lines[i].text.size();
        }
        runs_.assign(page_.elements.size(), false);
        first_ = page_.lines.size();
        for (std::size_t i = 0; i < page_.lines.size(); ++i) {
            if (!keep_[i] || !is_prose_line(page_.lines[i])) continue;
            if (prose[shape_of(i)] * 100 < most * kRunning) continue;
            first_ = std::min(first_, i);
            last_ = i;
            for (int e = page_.lines[i].element; e >= 0 && !runs_[static_cast<std::size_t>(e)];
                 e = page_.elements[static_cast<std::size_t>(e)].parent)
                runs_[static_cast<std::size_t>(e)] = true;
        }
    }

    [[nodiscard]] int shape_of(std::size_t line) const {
        const int element = page_.lines[line].element;
        return element < 0 ? -1 : shapes_[static_cast<std::size_t>(element)];
    }

    template <typename Visit>
    void for_lines(int e, Visit visit) const {
        for (std::size_t i = tree_.first(e); i < tree_.last(e); ++i)
            if (tree_.is_in(page_.lines[i].element, e)) visit(i);
    }

    struct Look {
        std::size_t kept = 0;
        std::size_t prose = 0;
        std::size_t words = 0;
        std::size_t clickable = 0;
        bool form = false;
        bool headed = false;     // the first kept line is a heading
        bool foot_head = false;  // and says that the box is about something else
        bool furniture = false;  // a line looks like the head or foot of a page
        std::size_t first = 0;
    };

    [[nodiscard]] Look look_at(int e) const {
        Look look;
        for_lines(e, [&](std::size_t i) {
            const PageLine& line = page_.lines[i];
            if (is_clickable(i)) ++look.clickable;
            look.form = look.form || (!keep_[i] && reasons_[i] == "form");
            if (!keep_[i]) return;
            if (look.kept++ == 0) {
                look.headed = is_heading(line);
                look.foot_head = is_foot_head(line);
                look.first = i;
            }
            if (is_page_furniture(line)) look.furniture = true;
            if (is_prose_line(line)) look.prose += line.text.size();
            look.words += words_of(line.text.substr(0, 2000)).size();
        });
        return look;
    }

    [[nodiscard]] bool is_clickable(std::size_t i) const {
        if (!keep_[i])
            return reasons_[i] == "form" || reasons_[i] == "share" || reasons_[i] == "links" ||
                   reasons_[i] == "promotion" || reasons_[i] == "related";
        return page_.lines[i].linked * 2 >= page_.lines[i].text.size();
    }

    [[nodiscard]] bool is_page_furniture(const PageLine& line) const {
        const LineLook look = line_look(line.text, rules_, dates_);
        return look == LineLook::copyright || look == LineLook::posted || look == LineLook::url ||
               (look == LineLook::page_mark && says_page(line.text, rules_));
    }

    /// By its markup, or because it is short and no sentence.
    [[nodiscard]] bool is_heading(const PageLine& line) const {
        constexpr std::size_t kShort = 40;
        if (line.element < 0 || ends_sentence(line.text)) return false;
        if (line.text.size() <= kShort) return true;
        return is_heading_element(line.element) || line.emphasised * 10 >= line.text.size() * 8;
    }

    /// "Related", "Read also:"; with a link, also "Click here to join".
    [[nodiscard]] bool is_foot_head(const PageLine& line) const {
        Word first;
        if (!WordReader(line.text).next(first) ||
            !rules_.furniture.foot_heads.may_begin_with(first))
            return false;
        const std::vector<Word> words = words_of(line.text.substr(0, 200));
        std::size_t at = 0;
        while (at < words.size()) {
            const std::size_t used = rules_.furniture.foot_heads.match(words, at);
            if (used == 0) break;
            at += used;
        }
        if (at == 0) return false;
        if (line.linked * 5 > line.text.size()) return true;
        // A sentence may begin so: "Share the bread."
        return at + 2 >= words.size() && !ends_sentence(line.text);
    }

    [[nodiscard]] bool is_heading_element(int e) const {
        return is_heading_tag(page_.elements[static_cast<std::size_t>(e)].tag);
    }

    /// Single lines of another shape inside the text that call to something else.
    void drop_calls() {
        for (std::size_t i = first_; i < last_; ++i)
            if (keep_[i] && !stands_in_running(i) && is_foot_head(page_.lines[i]) &&
                !is_spoken(page_.lines[i]) && !is_heading_element(page_.lines[i].element)) {
                keep_[i] = false;
                reasons_[i] = "aside";
            }
    }

    /// Whether it has several lines, or one beside what a reader clicks.
    [[nodiscard]] bool is_island(int e) const {
        std::size_t lines = 0;
        bool kept = false;
        for_lines(e, [&](std::size_t i) {
            ++lines;
            kept = kept || keep_[i];
        });
        return kept && lines >= 2;
    }

    /// By a first person; where the language has no rules, by any mark of speech.
    [[nodiscard]] bool is_spoken(const PageLine& line) const {
        const std::vector<Word> words = words_of(line.text.substr(0, 2000));
        return (rules_.furniture.first_person.empty()
                    ? has_voice(line.text, rules_)
                    : rules_.furniture.first_person.occurs(words)) ||
               rules_.furniture.thanks.occurs(words) || is_opening_mark(first_visible(line.text)) ||
               address_look(line.text.substr(0, 500), rules_.address) != AddressLook::none;
    }

    /// The text in small letters, a space for all that is no letter or digit of ASCII.
    static void add_key(std::string& out, std::string_view text) {
        const std::size_t begin = out.size();
        out.resize(begin + text.size());
        char* const first = out.data() + begin;
        char* next = first;
        char last = ' ';  // no space comes first
        for (const char c : text) {
            const char folded = kKeys[static_cast<unsigned char>(c)];
            *next = folded;
            next += folded == ' ' && last == ' ' ? 0 : 1;
            last = folded;
        }
        out.resize(begin + static_cast<std::size_t>(next - first));
    }

    /// Quotation marks of any script at both ends are left out: only ASCII is folded above.
    static std::string_view without_quotes(std::string_view text) {
        while (!text.empty()) {
            std::size_t next = 0;
            if (!is_opening_mark(next_char(text, next))) break;
            text.remove_prefix(next);
        }
        while (!text.empty()) {
            std::size_t last = text.size();
            const char32_t c = previous_char(text, last);
            if (!is_closing_mark(c) && c != U'.' && c != U' ') break;
            text = text.substr(0, last);
        }
        return text;
    }

    [[nodiscard]] std::string running_text() const {
        std::string running;
        for (std::size_t i = first_; i <= last_; ++i)
            if (keep_[i] && stands_in_running(i)) {
                add_key(running, page_.lines[i].text);
                running += "| ";
            }
        return running;
    }

    /// Sentences set apart that stand in the running text too, and the name below them.
    void drop_pull_quotes() {
        constexpr std::size_t kShortest = 30;
        constexpr std::size_t kLongest = 400;
        constexpr int kMost = 50;
        std::string running;  // gathered when it is first asked for
        int looked = 0;
        for (std::size_t i = first_; i <= last_ && looked < kMost; ++i) {
            const PageLine& line = page_.lines[i];
            if (!keep_[i] || stands_in_running(i) || !is_set_apart(line.element) ||
                line.text.size() < kShortest || line.text.size() > kLongest)
                continue;
            ++looked;
            if (running.empty()) running = running_text();
            std::string key;
            add_key(key, without_quotes(line.text));
            // Linear, and far faster than the searches of the standard library.
            if (::memmem(running.data(), running.size(), key.data(), key.size()) == nullptr)
                continue;
            reasons_[i] = "pull quote";
            keep_[i] = false;
            const std::size_t next = i + 1;
            if (next < last_ && keep_[next] && !stands_in_running(next) &&
                same_box(line.element, page_.lines[next].element) &&
                !ends_sentence(page_.lines[next].text)) {
                reasons_[next] = "pull quote";
                keep_[next] = false;
            }
        }
    }

    /// Whether an element is more than a paragraph of the flow: it stands in a box of its own, or has
    /// a class.
    [[nodiscard]] bool is_set_apart(int e) const {
        const PageElement& element = page_.elements[static_cast<std::size_t>(e)];
        const bool boxed = element.parent >= 0 && !runs_[static_cast<std::size_t>(element.parent)];
        const bool quote = element.tag == "blockquote" || element.tag == "aside" ||
                           element.tag == "figure" || element.tag == "q";
        return boxed || quote || !element.hints.empty();
    }

    /// Whether the line's element holds running text, itself or beside it.
    [[nodiscard]] bool stands_in_running(std::size_t i) const {
        const int element = page_.lines[i].element;
        return element < 0 || runs_[static_cast<std::size_t>(element)];
    }

    [[nodiscard]] bool same_box(int one, int other) const {
        const auto parent = [&](int e) {
            return e < 0 ? -1 : page_.elements[static_cast<std::size_t>(e)].parent;
        };
        return one == other || parent(one) == parent(other);
    }

    /// A menu near the end of the text ends it, if nobody speaks below.
    void drop_behind_menu() {
        constexpr std::size_t kMenu = 3;      // links
        constexpr std::size_t kNearEnd = 90;  // percent of the prose stand above
        std::size_t above = 0;
        std::size_t links = 0;
        std::size_t menu = page_.lines.size();
        for (std::size_t i = first_; i < page_.lines.size(); ++i) {
            const PageLine& line = page_.lines[i];
            if (keep_[i] && is_prose_line(line)) above += line.text.size();
            const bool link = !keep_[i] && reasons_[i] == "links";
            links = link ? links + 1 + (line.linked < line.text.size() ? kMenu : 0) : 0;
            if (links >= kMenu && above * 100 >= all_ * kNearEnd) menu = std::min(menu, i);
            if (i > menu && keep_[i] && is_spoken(line)) menu = page_.lines.size();
        }
        for (std::size_t i = menu; i < page_.lines.size(); ++i) drop_line(i);
    }

    /// Lines below the text that are no sentences and have a link, marks around them or the look of
    /// furniture.
    void drop_lines_below() {
        std::size_t last = page_.lines.size();
        for (std::size_t i = page_.lines.size(); i-- > first_;) {
            if (!keep_[i]) continue;
            const PageLine& line = page_.lines[i];
            // "Amen" may stand apart, too: only what shows that it is none of the speech goes.
            const bool marked =
                line.linked > 0 ||
                std::string_view("-[|").find(line.text[0]) != std::string_view::npos ||
                line_look(line.text, rules_, dates_) != LineLook::plain;
            if (!marked || is_spoken(line) || ends_sentence(line.text)) break;
            last = i;
        }
        for (std::size_t i = last; i < page_.lines.size(); ++i) drop_line(i);
    }

    void drop_line(std::size_t i) {
        if (!keep_[i]) return;
        keep_[i] = false;
        reasons_[i] = "footer";
    }

    /// Whether all that is kept of an element stands in lists, quotations or tables.
    [[nodiscard]] bool is_grown(int top) const {
        bool grown = true;
        for_lines(top, [&](std::size_t i) {
            bool inside = !keep_[i];
            for (int e = page_.lines[i].element; e >= top && !inside;
                 e = page_.elements[static_cast<std::size_t>(e)].parent) {
                const std::string& tag = page_.elements[static_cast<std::size_t>(e)].tag;
                inside = tag == "ul" || tag == "ol" || tag == "dl" || tag == "blockquote" ||
                         tag == "table" || tag == "pre";
            }
            grown = grown && inside;
        });
        return grown;
    }

    bool drop_island(int e) {
        const Look look = look_at(e);
        const bool grown = is_grown(e);
        const bool below = look.first > last_;
        const bool clickable = look.clickable > 0 && (!grown || look.clickable * 3 >= look.kept);
        const bool mostly = look.clickable >= look.kept;
        const std::size_t most = below || mostly ? kMostBelow
                                 : look.form     ? kMostOfForms
                                                 : kMostInside;
        const bool box =
            (clickable || (look.furniture && !grown)) && look.prose * 100 <= all_ * most;
        const bool foot =
            below && look.headed && !grown && look.prose * 100 <= all_ * kMostUnlinked;
        const bool other = look.foot_head && look.prose * 100 <= all_ * kMostOfForms;
        if (!box && !foot && !other) return false;
        const std::string_view reason = below ? "footer" : look.first < first_ ? "header" : "aside";
        for_lines(e, [&](std::size_t i) {
            if (!keep_[i]) return;
            keep_[i] = false;
            reasons_[i] = reason;
        });
        return true;
    }

    const Page& page_;
    const PageTree& tree_;
    const Rules& rules_;
    const DateReader& dates_;
    std::vector<bool>& keep_;
    std::vector<std::string_view>& reasons_;
    std::vector<int> shapes_;
    std::vector<bool> runs_;  // per element: running text stands in it or below it
    std::size_t all_ = 0;     // bytes of prose that are kept
    std::size_t first_ = 0;   // line of the running text
    std::size_t last_ = 0;
};

}  // namespace

void drop_islands(const Page& page, const PageTree& tree, const Rules& rules,
                  const DateReader& dates, std::vector<bool>& keep,
                  std::vector<std::string_view>& reasons) {
    Finder(page, tree, rules, dates, keep, reasons).drop();
}

}  // namespace declaim
