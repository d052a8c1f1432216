#include "text/metadata_merge.hpp"

#include <algorithm>
#include <array>

#include "text/declared.hpp"
#include "text/directions.hpp"
#include "text/held_date.hpp"
#include "text/names.hpp"
#include "text/occasion.hpp"
#include "text/person_lines.hpp"

namespace declaim {
namespace {

/// The words of a text alone, to compare by.
std::string bare(std::string_view text) {
    std::string out;
    for (const Word& word : words_of(text)) out += word.folded + " ";
    return out;
}

/// Whether two titles are the same, or one is all but a little of the other.
bool agree(std::string_view a, std::string_view b) {
    constexpr std::size_t kFewest = 3;  // words
    const std::string x = " " + bare(a);
    const std::string y = " " + bare(b);
    if (x == y) return x.size() > 1;
    const std::string& part = x.size() < y.size() ? x : y;
    const std::string& whole = x.size() < y.size() ? y : x;
    const auto words = std::count(part.begin(), part.end(), ' ') - 1;
    return words >= static_cast<std::ptrdiff_t>(kFewest) && whole.find(part) != std::string::npos;
}

bool is_in(const std::vector<std::string>& list, std::string_view text) {
    const std::string wanted = bare(text);
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& one) { return bare(one) == wanted; });
}

/// Where the parts of a page's title meet; those that are in use for nothing else first.
struct Separator {
    std::string_view text;
    bool sure = false;
};
constexpr std::array<Separator, 11> kSeparators{{{" | ", true},
                                                 {" :: ", true},
                                                 {" » ", true},
                                                 {" « ", true},
                                                 {" · ", true},
                                                 {" • ", true},
                                                 {" > ", true},
                                                 {" - ", false},
                                                 {" – ", false},
                                                 {" — ", false},
                                                 {" / ", false}}};

struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool sure = false;  ///< the separator before it
};

std::vector<Part> parts_of(std::string_view title) {
    std::vector<Part> parts{{0, title.size(), false}};
    for (std::size_t at = 0; at < title.size(); ++at)
        for (const Separator& separator : kSeparators)
            if (title.substr(at, separator.text.size()) == separator.text) {
                parts.back().end = at;
                parts.push_back({at + separator.text.size(), title.size(), separator.sure});
            }
    return parts;
}

/// The lines of the page's outermost headings, those of one heading joined.
std::vector<std::string> headings_of(const Page& page) {
    std::vector<std::string> headings;
    int last = -1;
    for (const PageLine& line : page.lines) {
        if (line.element < 0) continue;
        int at = line.element;
        const auto element = [&](int i) -> const PageElement& {
            return page.elements[static_cast<std::size_t>(i)];
        };
        constexpr int kClimb = 4;  // "h1" may hold a "span" or "div"
        for (int i = 0; i < kClimb && at >= 0 && element(at).tag != "h1"; ++i)
            at = element(at).parent;
        if (at < 0 || element(at).tag != "h1" || element(at).hidden) continue;
        if (at == last)
            headings.back() += " " + line.text;
        else
            headings.push_back(line.text);
        last = at;
    }
    return headings;
}

class Merger {
  public:
    Merger(Metadata text, const Page& page, const std::vector<std::string_view>& reasons,
           const Rules& rules, const DateReader& dates)
        : found_(std::move(text)),
          page_(page),
          reasons_(reasons),
          rules_(rules),
          dates_(dates),
          facts_(declared_facts(page, rules, dates)),
          headings_(headings_of(page)) {}

    Metadata merge() {
        merge_title();
        merge_speaker();
        merge_date();
        take(found_.occasion, facts_.written.occasion, facts_.event.occasion);
        take(found_.place, facts_.written.place, facts_.event.place);
        weigh_occasion(found_, page_, reasons_, rules_, dates_);
        return std::move(found_);
    }

  private:
    static void take(std::optional<std::string>& field, const std::optional<std::string>& best,
                     const std::optional<std::string>& last) {
        if (best)
            field = best;
        else if (!field)
            field = last;
    }

    /// Whether a line above the speech says the same.
    [[nodiscard]] bool header_has(std::string_view text) const {
        const std::string wanted = " " + bare(text);
        for (std::size_t i = 0; i < page_.lines.size() && !reasons_[i].empty(); ++i)
            if ((" " + bare(page_.lines[i].text)).find(wanted) != std::string::npos) return true;
        return false;
    }

    // --- title

    void merge_title() {
        if (facts_.written.title)
            set_title(*facts_.written.title);
        else if (!confirm_heading())
            take_page_title();
    }

    void set_title(std::string_view title) {
        found_.title = trim_title(title, dates_);
        declared_title_ = true;
    }

    /// A heading that a declared title agrees with; the title in the text does as well.
    bool confirm_heading() {
        for (const std::string& title : facts_.titles) {
            if (is_in(facts_.sites, title)) continue;
            if (found_.title && agree(*found_.title, title)) return true;
            for (const std::string& heading : headings_)
                if (agree(heading, title) && !is_in(facts_.sites, heading)) {
                    set_title(heading);
                    return true;
                }
        }
        return false;
    }

    void take_page_title() {
        for (const auto* titles : {&facts_.titles, &facts_.file_titles})
            for (const std::string& title : *titles) {
                const std::string own = without_site(title, facts_.sites, headings_);
                if (own.empty() || is_in(facts_.sites, own)) continue;
                if (words_of(own).size() < 2 || rules_.declared.no_titles.is(words_of(own)))
                    continue;
                if (found_.title && !header_has(own)) continue;
                return set_title(own);
            }
        // Where no title is declared, the one heading of the highest rank is it.
        if (headings_.size() == 1 && facts_.titles.empty() && is_title(headings_[0]))
            set_title(headings_[0]);
    }

    [[nodiscard]] bool is_title(const std::string& heading) const {
        const std::vector<Word> words = words_of(heading);
        return words.size() > 1 && !rules_.declared.no_titles.is(words) &&
               !is_in(facts_.sites, heading) && !is_person_name(heading, rules_) &&
               !names_a_menu(heading, rules_) && !is_path_or_number(heading) &&
               trim_title(heading, dates_).size() * 2 > heading.size();
    }

    // --- speaker

    void merge_speaker() {
        if (facts_.written.speaker)
            set_speaker(*facts_.written.speaker);
        else if (!found_.speaker && facts_.author)
            set_speaker(*facts_.author);
        if (!found_.speaker && declared_title_) find_in_title();
        if (!found_.speaker) find_author();
        if (facts_.written.role) found_.role = facts_.written.role;
        if (found_.speaker && !found_.role) find_role();
    }

    /// "Jane Doe, Minister of Health", "President Jane Doe": both the name and the office.
    void set_speaker(const std::string& value) {
        std::optional<std::string> name = name_before_office(value, rules_);
        if (!name) name = name_behind_role(value, rules_);
        found_.speaker = name ? *name : value;
        if (name) found_.role = role_beside(value, *name, rules_);
    }

    void find_in_title() {
        found_.speaker = name_in_title(*found_.title, rules_);
        if (!found_.speaker) found_.speaker = name_in_genitive(*found_.title, rules_);
        if (!found_.speaker) found_.speaker = name_behind_genre(*found_.title, rules_);
    }

    /// Who put a page out is rarely who spoke: the header or the title must name the person too.
    void find_author() {
        for (const std::string& author : facts_.authors) {
            if (is_in(facts_.sites, author) || ends_title(author)) continue;
            const bool titled =
                found_.title &&
                (" " + bare(*found_.title)).find(" " + bare(author)) != std::string::npos;
            if (!titled && !header_has(author)) continue;
            found_.speaker = author;
            return;
        }
    }

    /// Behind the last separator of a page's title stands the site.
    [[nodiscard]] bool ends_title(const std::string& author) const {
        return std::any_of(facts_.titles.begin(), facts_.titles.end(), [&](const auto& title) {
            const std::vector<Part> parts = parts_of(title);
            return parts.size() > 1 && bare(title.substr(parts.back().begin)) == bare(author);
        });
    }

    void find_role() {
        if (found_.title) found_.role = role_beside(*found_.title, *found_.speaker, rules_);
        for (std::size_t i = 0; i < page_.lines.size() && !reasons_[i].empty(); ++i) {
            if (found_.role) return;
            if (reasons_[i] != "byline" && reasons_[i] != "title") continue;
            const std::string& line = page_.lines[i].text;
            found_.role = role_beside(line, *found_.speaker, rules_);
            const bool below = i + 1 < page_.lines.size() && !reasons_[i + 1].empty();
            if (!found_.role && below && bare(line) == bare(*found_.speaker) &&
                is_office(page_.lines[i + 1].text, rules_) && page_.lines[i + 1].text.size() < 100)
                found_.role = page_.lines[i + 1].text;
        }
    }

    // --- date

    void merge_date() {
        if (facts_.written.date) {
            found_.date = facts_.written.date;
            return;
        }
        if (found_.date && is_posted(*found_.date)) prefer_held();
        if (found_.date) return refine_date();
        found_.date = facts_.date;
        if (!found_.date) found_.date = facts_.event.date;
        if (!found_.date && facts_.times.size() == 1 && !is_posted(facts_.times[0]))
            found_.date = facts_.times[0];
        if (!found_.date && facts_.issued && is_release() && !is_posted(*facts_.issued))
            found_.date = facts_.issued;
    }

    /// The text may have the year alone, where it is in doubt which number is the month.
    void refine_date() {
        const auto refines = [&](const std::optional<std::string>& date) {
            if (!date || date->size() <= found_.date->size()) return false;
            if (date->compare(0, found_.date->size(), *found_.date) != 0) return false;
            found_.date = date;
            return true;
        };
        if (refines(facts_.date) || refines(facts_.event.date)) return;
        if (facts_.times.size() == 1) refines(facts_.times[0]);
    }

    /// The day the page was put out may stand in its header more often than that of the speech.
    void prefer_held() {
        for (const DateVote& vote : held_dates(page_, reasons_, rules_, dates_))
            if (vote.of_speech && vote.iso.size() == found_.date->size() && !is_posted(vote.iso) &&
                vote.iso < *found_.date) {
                found_.date = vote.iso;
                return;
            }
        if (facts_.event.date && *facts_.event.date < *found_.date) found_.date = facts_.event.date;
    }

    [[nodiscard]] bool is_posted(const std::string& date) const {
        return std::find(facts_.posted.begin(), facts_.posted.end(), date) != facts_.posted.end();
    }

    /// Put out on the day of the speech: it says that it is one.
    [[nodiscard]] bool is_release() const {
        const auto says_so = [&](std::string_view text) {
            return rules_.furniture.genres.match(words_of(text), 0) != 0;
        };
        if (found_.title && says_so(*found_.title)) return true;
        for (std::size_t i = 0; i < page_.lines.size() && !reasons_[i].empty(); ++i)
            if (reasons_[i] == "genre" || says_so(page_.lines[i].text)) return true;
        return false;
    }

    Metadata found_;
    const Page& page_;
    const std::vector<std::string_view>& reasons_;
    const Rules& rules_;
    const DateReader& dates_;
    DeclaredFacts facts_;
    std::vector<std::string> headings_;
    bool declared_title_ = false;
};

/// Without forms of address before an office, and what parts it from the name. Nothing where no
/// office is left.
std::optional<std::string> office_in(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    std::size_t first = 0;
    std::size_t last = words.size();
    for (std::size_t used = 1; used != 0 && first < last; first += used)
        used = rules.declared.styles.match(words, first);
    // "President of the Republic His Excellency" Jane Doe
    for (std::size_t i = first; i < last; ++i)
        if (const std::size_t used = rules.declared.styles.match(words, i);
            i + used == last && used > 0)
            last = i;
    if (first >= last || last - first > 12 || !words[first].capital) return std::nullopt;
    bool role = false;
    for (std::size_t i = first; i < last; ++i)
        role = role || rules.furniture.roles.match(words, i) != 0;
    const std::string_view office =
        text.substr(words[first].begin, words[last - 1].end - words[first].begin);
    const bool broken = office.find_first_of(":;\"“|(") != std::string_view::npos;
    if (!role || broken || has_sentence_word(words_of(office), rules)) return std::nullopt;
    return std::string(office);
}

/// Whether all words but those like "of the" have capitals.
bool is_capitalised(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!words[i].capital && rules.function_words.match(words, i) == 0) return false;
    return true;
}

/// The end of the office that begins a text: a comma, a bracket, or the words of an occasion.
std::string_view until_occasion(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view gap =
            text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
        const bool parted = gap.find_first_of(",;(") != std::string_view::npos;
        const bool occasion = !words[i].capital && rules.furniture.occasions.match(words, i) > 1;
        if (parted || occasion) return text.substr(0, words[i - 1].end);
    }
    return text;
}

}  // namespace

std::string without_site(std::string_view title, const std::vector<std::string>& sites,
                         const std::vector<std::string>& headings) {
    const std::vector<Part> parts = parts_of(title);
    const auto text = [&](const Part& part) {
        return fold_spaces(title.substr(part.begin, part.end - part.begin));
    };
    for (const Part& part : parts)
        if (parts.size() > 1 && is_in(headings, text(part)) && !is_in(sites, text(part)))
            return text(part);
    std::size_t first = 0;
    std::size_t last = parts.size();
    while (last > first && is_in(sites, text(parts[last - 1]))) --last;
    while (first < last && is_in(sites, text(parts[first]))) ++first;
    if (first == last) return {};
    const bool known = last - first < parts.size();
    std::size_t best = first;  // of the parts that only a site's separator parts, the longest
    for (std::size_t i = first; i < last; ++i)
        if (words_of(text(parts[i])).size() > words_of(text(parts[best])).size()) best = i;
    const bool sure = std::any_of(parts.begin(), parts.end(), [](const Part& p) { return p.sure; });
    if (!known && sure) {
        first = last = best;
        while (first > 0 && !parts[first].sure) --first;
        for (++last; last < parts.size() && !parts[last].sure;) ++last;
    }
    return fold_spaces(title.substr(parts[first].begin, parts[last - 1].end - parts[first].begin));
}

std::optional<std::string> role_beside(std::string_view line, std::string_view name,
                                       const Rules& rules) {
    const std::size_t at = line.find(name);
    if (name.empty() || at == std::string_view::npos) return std::nullopt;
    std::string_view before = line.substr(0, at);
    const std::vector<Word> words = words_of(before);
    const std::size_t genre = rules.furniture.genres.match(words, 0);
    const std::size_t opener = rules.furniture.bylines.match(words, genre);
    if (genre + opener < words.size())
        before.remove_prefix(words[genre + opener].begin);
    else
        before = {};
    const bool introduced = opener > 0 || (genre == 0 && is_capitalised(before, rules));
    if (const auto office = introduced ? office_in(before, rules) : std::nullopt) return office;
    std::string_view after = line.substr(at + name.size());
    if (after.substr(0, 2) != ", ") return std::nullopt;
    after = until_occasion(after.substr(2), rules);
    return is_office(after, rules) ? office_in(after, rules) : std::nullopt;
}

Metadata add_declared(Metadata text, const Page& page, const std::vector<std::string_view>& reasons,
                      const Rules& rules, const DateReader& dates) {
    return Merger(std::move(text), page, reasons, rules, dates).merge();
}

}  // namespace declaim
