#include "text/metadata_merge.hpp"

#include <algorithm>

#include "text/declared.hpp"
#include "text/held_date.hpp"
#include "text/names.hpp"
#include "text/occasion.hpp"
#include "text/page_title.hpp"
#include "text/person_lines.hpp"
#include "text/role_beside.hpp"

namespace declaim {
namespace {

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
        const std::string wanted = " " + bare_words(text);
        for (std::size_t i = 0; i < page_.lines.size() && !reasons_[i].empty(); ++i)
            if ((" " + bare_words(page_.lines[i].text)).find(wanted) != std::string::npos)
                return true;
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
            if (is_listed(facts_.sites, title)) continue;
            if (found_.title && titles_agree(*found_.title, title)) return true;
            for (const std::string& heading : headings_)
                if (titles_agree(heading, title) && !is_listed(facts_.sites, heading)) {
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
                if (own.empty() || is_listed(facts_.sites, own)) continue;
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
               !is_listed(facts_.sites, heading) && !is_person_name(heading, rules_) &&
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
            if (is_listed(facts_.sites, author) || ends_a_title(author)) continue;
            const bool titled =
                found_.title && (" " + bare_words(*found_.title)).find(" " + bare_words(author)) !=
                                    std::string::npos;
            if (!titled && !header_has(author)) continue;
            found_.speaker = author;
            return;
        }
    }

    /// There stands the site.
    [[nodiscard]] bool ends_a_title(const std::string& author) const {
        return std::any_of(facts_.titles.begin(), facts_.titles.end(),
                           [&](const auto& title) { return ends_title(title, author); });
    }

    void find_role() {
        if (found_.title) found_.role = role_beside(*found_.title, *found_.speaker, rules_);
        for (std::size_t i = 0; i < page_.lines.size() && !reasons_[i].empty(); ++i) {
            if (found_.role) return;
            if (reasons_[i] != "byline" && reasons_[i] != "title") continue;
            const std::string& line = page_.lines[i].text;
            found_.role = role_beside(line, *found_.speaker, rules_);
            const bool below = i + 1 < page_.lines.size() && !reasons_[i + 1].empty();
            if (!found_.role && below && bare_words(line) == bare_words(*found_.speaker) &&
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

}  // namespace

Metadata add_declared(Metadata text, const Page& page, const std::vector<std::string_view>& reasons,
                      const Rules& rules, const DateReader& dates) {
    return Merger(std::move(text), page, reasons, rules, dates).merge();
}

}  // namespace declaim
