#include "text/metadata.hpp"

#include <algorithm>
#include <optional>

#include "text/held_date.hpp"
#include "text/names.hpp"
#include "text/person_lines.hpp"

namespace declaim {
namespace {

/// A line before the speech and what it was dropped as.
struct HeaderLine {
    std::string_view text;
    std::string_view reason;
    bool starts_block = false;
};

std::vector<HeaderLine> header_of(const Page& page, const std::vector<std::string_view>& reasons) {
    std::vector<HeaderLine> header;
    for (std::size_t i = 0; i < page.lines.size() && !reasons[i].empty(); ++i)
        header.push_back({page.lines[i].text, reasons[i], page.lines[i].starts_block});
    return header;
}

/// A date with nothing but a place before it.
bool is_date_and_place(std::string_view text, const DateReader& dates) {
    const std::vector<DateMention> mentions = dates.find(text);
    if (mentions.size() != 1) return false;
    return text.substr(mentions[0].where.end).find_first_not_of(" .") == std::string_view::npos &&
           words_of(text.substr(0, mentions[0].where.begin)).size() <= 4;
}

/// The text of a title that runs over several lines of one block: a line goes on below when it is
/// about as long as the longest.
std::string title_from(const std::vector<HeaderLine>& header, std::size_t at, std::size_t& end,
                       const DateReader& dates) {
    std::string title(header[at].text);
    std::size_t longest = characters(header[at].text);
    end = at + 1;
    for (std::size_t i = at + 1; i < header.size() && !header[i].starts_block; ++i) {
        const std::string_view reason = header[i].reason;
        if (reason != "title" && reason != "occasion" && reason != "date line") break;
        longest = std::max(longest, characters(header[i].text));
        const bool full = characters(header[i - 1].text) * 10 >= longest * 7;
        const bool open = title.back() == ',';
        if (!open && is_date_and_place(header[i].text, dates)) break;
        if (!open && (starts_list(header[i].text) || (!full && !starts_lower(header[i].text))))
            break;
        title += ' ';
        title += header[i].text;
        end = i + 1;
    }
    return title;
}

/// A title of two words or more in quotes.
bool is_quoted(std::string_view text) {
    return is_opening_mark(first_visible(text)) && is_closing_mark(last_visible(text)) &&
           first_visible(text) != U'(' && first_visible(text) != U'[' &&
           first_visible(text) != U'*' && words_of(text).size() > 1;
}

std::optional<std::size_t> first_with(const std::vector<HeaderLine>& header,
                                      std::string_view reason, std::size_t end) {
    for (std::size_t i = 0; i < end && i < header.size(); ++i)
        if (header[i].reason == reason) return i;
    return std::nullopt;
}

/// A press release is put out on the day; that is better than no date.
std::optional<std::string> release_date(const std::vector<HeaderLine>& header,
                                        const DateReader& dates) {
    for (const HeaderLine& line : header) {
        if (line.reason != "site line") continue;
        if (fold_case(line.text).find("immediate release") == std::string::npos) continue;
        for (const DateMention& mention : dates.find(line.text))
            if (mention.full) return mention.iso;
    }
    return std::nullopt;
}

/// Where the header has none, the date below the speech.
std::optional<std::string> date_at_foot(const Page& page,
                                        const std::vector<std::string_view>& reasons,
                                        const Rules& rules, const DateReader& dates) {
    for (std::size_t i = page.lines.size(); i > 0 && !reasons[i - 1].empty(); --i) {
        if (reasons[i - 1] != "date line") continue;
        if (rules.furniture.posted.occurs(words_of(page.lines[i - 1].text))) continue;
        for (const DateMention& mention : dates.find(page.lines[i - 1].text))
            if (mention.full) return mention.iso;
    }
    return std::nullopt;
}

class Finder {
  public:
    Finder(std::vector<HeaderLine> header, const Rules& rules, const DateReader& dates)
        : header_(std::move(header)), rules_(rules), dates_(dates) {}

    Metadata find() {
        Metadata found;
        find_title(found);
        find_speaker(found);
        find_occasion(found);
        find_place(found);
        if (found.place == found.occasion) found.place.reset();
        find_better_title(found);
        return found;
    }

  private:
    void set_title(Metadata& found, std::size_t i) {
        const std::string text = title_from(header_, i, title_end_, dates_);
        const std::size_t colon = text.find(": ");  // "Subject: …"
        const bool field = colon != std::string::npos &&
                           rules_.furniture.subjects.is(words_of(text.substr(0, colon)));
        found.title = trim_title(field ? text.substr(colon + 2) : text, dates_);
        title_begin_ = i;
    }

    /// In quotes; else above a byline; without one, the line that says it is a speech, or the first
    /// that says nothing else. What follows a byline is often a list of other pages.
    void find_title(Metadata& found) {
        const std::size_t byline =
            first_with(header_, "byline", header_.size()).value_or(header_.size());
        for (std::size_t i = 0; i < header_.size() && !found.title; ++i)
            if (header_[i].reason == "title" && is_quoted(header_[i].text)) set_title(found, i);
        for (const Wanted wanted : {Wanted::says_so, Wanted::reads_so, Wanted::any})
            for (std::size_t i = 0; i < header_.size() && !found.title; ++i)
                if (is_title(i, wanted) && (wanted == Wanted::says_so || i < byline))
                    set_title(found, i);
    }

    enum class Wanted { says_so, reads_so, any };

    /// Below a line that only names a person comes an office, then the title.
    [[nodiscard]] bool is_title(std::size_t i, Wanted wanted) const {
        if (header_[i].reason != "title" || is_place(i)) return false;
        if (is_path_or_number(header_[i].text) || person_at(i)) return false;
        if (names_a_menu(header_[i].text, rules_)) return false;
        if (words_of(header_[i].text).size() < 2 || goes_on_opener(i)) return false;
        if (wanted == Wanted::says_so) return says_so(i);
        const bool behind_person = i > 0 && person_at(i - 1);
        if (wanted == Wanted::any) return !behind_person || !is_office(header_[i].text, rules_);
        for (std::size_t above = 0; above < i; ++above)
            if (person_at(above)) return reads_like_title(header_[i].text, rules_);
        return false;
    }

    /// "at the Conference" above "of the Royal College": no byline.
    [[nodiscard]] bool goes_on_occasion(std::size_t i) const {
        return i > 0 && !header_[i].starts_block && header_[i - 1].reason == "occasion";
    }

    /// A line that is nothing but who speaks.
    [[nodiscard]] std::optional<std::string> person_at(std::size_t i) const {
        if (header_[i].reason != "title") return std::nullopt;
        const bool titled = i + 1 < header_.size() && header_[i + 1].reason == "title";
        const std::string_view below = titled ? header_[i + 1].text : std::string_view();
        std::optional<std::string> name = name_line(header_[i].text, below, rules_);
        if (!name) name = name_behind_role(header_[i].text, rules_);
        return name ? name : name_before_office(header_[i].text, rules_);
    }

    [[nodiscard]] std::optional<std::string> name_beside_genre(std::string_view text) const {
        std::optional<std::string> name = name_in_genitive(text, rules_);
        return name ? name : name_behind_genre(text, rules_);
    }

    [[nodiscard]] std::optional<std::string> unnamed_speaker() const {
        for (std::size_t i = 0; i < header_.size(); ++i)
            if (const auto name = person_at(i)) return name;
        for (const HeaderLine& line : header_)
            if (line.reason == "title")
                if (const auto name = name_beside_genre(line.text)) return name;
        return std::nullopt;
    }

    void find_speaker(Metadata& found) const {
        for (std::size_t i = 0; i < header_.size(); ++i)
            if (header_[i].reason == "byline" && !found.speaker && !goes_on_occasion(i))
                found.speaker = name_after_opener(header_[i].text, rules_);
        if (!found.speaker && found.title) found.speaker = name_in_title(*found.title, rules_);
        for (const HeaderLine& line : header_)  // "President Jane Doe" on a line of its own
            if (line.reason == "title" && !found.speaker && line.text.size() < 80 &&
                rules_.furniture.roles.match(words_of(line.text), 0) != 0)
                found.speaker = name_in_title(line.text, rules_);
        if (!found.speaker) found.speaker = unnamed_speaker();
    }

    /// "Jane Doe: The Next Ten Years" names both, where Jane Doe is the speaker. A block of one
    /// line above "Speech by …" is the title, if it reads like one.
    void find_better_title(Metadata& found) const {
        for (const HeaderLine& line : header_)
            if (found.speaker && line.reason == "title" &&
                line.text.find(*found.speaker + ": ") == 0)
                found.title = trim_title(line.text.substr(found.speaker->size() + 2), dates_);
        if (!found.title || title_begin_ == 0 || !header_[title_begin_].starts_block) return;
        const HeaderLine& above = header_[title_begin_ - 1];
        if (above.reason != "title" || !above.starts_block || !says_so(title_begin_)) return;
        if (is_path_or_number(above.text) || !reads_like_title(above.text, rules_)) return;
        found.title = trim_title(above.text, dates_);
    }

    [[nodiscard]] bool says_so(std::size_t i) const {
        return name_in_genitive(header_[i].text, rules_).has_value() ||
               rules_.furniture.genres.match(words_of(header_[i].text), 0) != 0;
    }

    [[nodiscard]] bool in_title(std::size_t i) const { return i >= title_begin_ && i < title_end_; }

    /// "AT THE" may stand on a line of its own above the rest.
    [[nodiscard]] bool goes_on_opener(std::size_t i) const {
        return i > 0 && i < header_.size() &&
               rules_.furniture.occasions.is(words_of(header_[i - 1].text));
    }

    [[nodiscard]] std::string occasion_line(std::size_t i) const {
        std::string text(header_[i].text);
        if (goes_on_opener(i + 1)) text += " " + std::string(header_[i + 1].text);
        return text;
    }

    void find_occasion(Metadata& found) const {
        for (std::size_t i = 0; i < header_.size(); ++i)
            if (header_[i].reason == "occasion" && !found.occasion && !in_title(i))
                found.occasion = occasion_in(occasion_line(i), rules_, dates_);
        if (!found.occasion)
            for (const HeaderLine& line : header_)
                if (line.reason == "byline" && !found.occasion)
                    found.occasion = occasion_in(line.text, rules_, dates_);
    }

    /// "World Bread Forum, Strelsau": a line of names, of an occasion.
    [[nodiscard]] bool is_event(std::size_t i) const {
        const std::string_view name = header_[i].text.substr(0, header_[i].text.find(", "));
        return is_place_line(i) && words_of(name).size() > 1 &&
               rules_.furniture.events.occurs(words_of(name));
    }

    static void set_event(Metadata& found, std::string_view line) {
        const std::size_t comma = line.find(", ");
        found.occasion = std::string(line.substr(0, comma));
        if (comma != std::string_view::npos) found.place = std::string(line.substr(comma + 2));
    }

    /// Beside a date: "New York, 26 September 2024", or a short line above or below it.
    void find_place(Metadata& found) const {
        for (std::size_t i = 0; i < header_.size() && !found.place; ++i) {
            if (header_[i].reason == "date line" || header_[i].text.size() < 400)
                if (header_[i].reason == "date line" || header_[i].reason == "title")
                    found.place = place_beside_date(header_[i].text, rules_, dates_);
            if (!found.place && !in_title(i) && is_event(i) && !found.occasion)
                set_event(found, header_[i].text);
            if (!found.place && !in_title(i) && is_place(i)) found.place = place_from(i);
        }
    }

    [[nodiscard]] bool is_place_line(std::size_t i) const {
        return header_[i].reason == "title" && is_place_name(header_[i].text, rules_);
    }

    /// Short lines of names in the block of a date that stands alone.
    [[nodiscard]] bool is_place(std::size_t i) const {
        if (!is_place_line(i)) return false;
        if (i > 0 && !header_[i].starts_block && header_[i - 1].reason == "date line") return true;
        std::size_t below = i + 1;
        while (below < header_.size() && !header_[below].starts_block && is_place_line(below))
            ++below;
        return below < header_.size() && !header_[below].starts_block &&
               header_[below].reason == "date line";
    }

    /// "Brussels," above "Belgium" is one place.
    [[nodiscard]] std::string place_from(std::size_t i) const {
        std::string place(header_[i].text);
        for (++i; i < header_.size() && !header_[i].starts_block && is_place_line(i); ++i) {
            place += place.back() == ',' ? " " : ", ";
            place += header_[i].text;
        }
        return place;
    }

    std::vector<HeaderLine> header_;
    std::size_t title_begin_ = 0;
    std::size_t title_end_ = 0;
    const Rules& rules_;
    const DateReader& dates_;
};

}  // namespace

Metadata find_metadata(const Page& page, const std::vector<std::string_view>& reasons,
                       const Rules& rules, const DateReader& dates) {
    Metadata found = Finder(header_of(page, reasons), rules, dates).find();
    const std::vector<DateVote> votes = held_dates(page, reasons, rules, dates);
    if (!votes.empty()) found.date = votes.front().iso;
    if (!found.date) found.date = release_date(header_of(page, reasons), dates);
    if (!found.date) found.date = date_at_foot(page, reasons, rules, dates);
    return found;
}

}  // namespace declaim
