#include "text/occasion.hpp"

#include <algorithm>

#include "text/directions.hpp"
#include "text/names.hpp"
#include "text/persons.hpp"

namespace declaim {
namespace {

using Words = std::vector<Word>;

constexpr std::size_t kLongest = 400;  // bytes of a line
constexpr std::size_t kBelow = 16;     // lines below a lead with fields

class OccasionFinder {
  public:
    OccasionFinder(const Metadata& found, const Page& page,
                   const std::vector<std::string_view>& reasons, const Rules& rules,
                   const DateReader& dates)
        : found_(found), page_(page), reasons_(reasons), rules_(rules), dates_(dates) {
        while (first_ < reasons_.size() && !reasons_[first_].empty()) ++first_;
    }

    std::optional<std::string> find() const {
        if (auto field = in_fields()) return field;
        if (found_.title)
            if (auto occasion = named_event(*found_.title)) return occasion;
        if (found_.title)
            if (auto occasion = in_title(*found_.title)) return occasion;
        for (std::size_t i = first_; i > 0 && i + kBelow > first_; --i)
            if (auto occasion = in_line(i - 1)) return occasion;
        if (first_ < page_.lines.size())
            if (auto occasion = in_prose(page_.lines[first_].text)) return occasion;
        return found_.title ? named_by_title(*found_.title) : std::nullopt;
    }

  private:
    [[nodiscard]] std::string_view before_date(std::string_view text) const {
        for (const DateMention& mention : dates_.find(text))
            return text.substr(0, mention.where.begin);
        return text;
    }

    /// The clause a text begins with: up to a comma, dash, colon, bracket or date.
    [[nodiscard]] std::string clause(std::string_view text) const {
        text = before_date(text);
        for (const std::string_view mark :
             {",", ";", ": ", " (", " - ", " – ", " — ", " | ", "”", "\""})
            text = text.substr(0, text.find(mark));
        const std::size_t last = text.find_last_not_of(" .");
        return last == std::string_view::npos ? std::string()
                                              : std::string(text.substr(0, last + 1));
    }

    // --- fields

    [[nodiscard]] std::optional<std::string> in_fields() const {
        for (std::size_t i = 0; i < page_.lines.size() && i < first_ + kBelow; ++i) {
            if (reasons_[i].empty()) continue;
            const std::string_view text = page_.lines[i].text;
            const std::size_t colon = text.find(':');
            if (colon == std::string_view::npos || text.size() > kLongest) continue;
            if (!rules_.fields.occasion.is(words_of(text.substr(0, colon)))) continue;
            const bool alone = colon + 1 >= text.size();
            if (alone && (i + 1 >= page_.lines.size() || reasons_[i + 1].empty())) continue;
            const std::string value = fold_spaces(alone ? std::string_view(page_.lines[i + 1].text)
                                                        : text.substr(colon + 1));
            if (std::string name = clause(value); words_of(name).size() > 1) return name;
        }
        return std::nullopt;
    }

    // --- titles

    [[nodiscard]] bool says_speech(std::string_view text) const {
        const Words words = words_of(text);
        return rules_.furniture.genres.occurs(words) || rules_.furniture.reports.occurs(words);
    }

    [[nodiscard]] std::optional<std::string> in_title(std::string_view title) const {
        const std::optional<std::string> name = occasion_in(title, rules_, dates_);
        if (!name) return std::nullopt;
        const bool event = rules_.furniture.events.occurs(words_of(*name));
        return event || says_speech(title) ? name : std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> in_line(std::size_t i) const {
        const std::string_view reason = reasons_[i];
        const std::string_view text = page_.lines[i].text;
        if (reason == "abstract" || reason == "aside") return in_prose(text);
        if (reason != "title" && reason != "byline" && reason != "date line") return std::nullopt;
        if (text.size() > kLongest) return std::nullopt;
        bool oblique = false;
        const bool person = person_behind_genre(text, rules_, oblique).has_value();
        const Words words = words_of(text);
        const bool speech = rules_.furniture.genres.match(words, 0) != 0 || person ||
                            rules_.fields.held.match(words, 0) != 0 ||
                            rules_.fields.speaker.match(words, 0) != 0 ||
                            rules_.fields.told.occurs(words);
        return speech ? occasion_in(text, rules_, dates_) : std::nullopt;
    }

    /// What an editor, or the one who put it out, says of the speech.
    [[nodiscard]] std::optional<std::string> in_prose(std::string_view text) const {
        if (text.size() > kLongest) return std::nullopt;
        const Words words = words_of(text);
        const bool told = rules_.fields.told.occurs(words);
        if (!told && rules_.furniture.first_person.occurs(words)) return std::nullopt;
        if (!told && !rules_.furniture.reports.occurs(words)) return std::nullopt;
        if (auto name = named_event(text)) return name;
        std::optional<std::string> name = occasion_in(text, rules_, dates_);
        const bool proper = name && std::any_of(name->begin(), name->end(), [](char c) {
                                return (c >= 'A' && c <= 'Z') || !is_ascii(c);
                            });
        return proper && words_of(*name).size() <= 12 ? name : std::nullopt;
    }

    // --- titles that are the name of an occasion

    [[nodiscard]] std::optional<std::string> named_event(std::string_view text) const {
        const Words words = words_of(text);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::size_t used = rules_.fields.occasions.match(words, i);
            if (used == 0) continue;
            const std::size_t next = i + used;
            const bool goes_on = next < words.size() && !words[next].capital &&
                                 (rules_.function_words.match(words, next) != 0 ||
                                  rules_.furniture.occasions.match(words, next) != 0) &&
                                 text.substr(words[next - 1].end, 1) == " " &&
                                 rules_.furniture.bylines.match(words, next) == 0;
            if (goes_on) return clause(text.substr(words[i].begin));
            return phrase(text, words, i, used);
        }
        return std::nullopt;
    }

    static std::string phrase(std::string_view text, const Words& words, std::size_t at,
                              std::size_t count) {
        return std::string(
            text.substr(words[at].begin, words[at + count - 1].end - words[at].begin));
    }

    [[nodiscard]] std::optional<std::string> named_by_title(std::string_view title) const {
        if (auto name = named_event(title)) return name;
        if (auto name = before_genre(title)) return name;
        const Words words = words_of(title);
        // "Meeting with young doctors", "Opening of the Institute", "On the Opening of …"
        for (std::size_t i = 0; i < words.size() && i < 3; ++i) {
            if (i > 0 && rules_.function_words.match(words, i - 1) == 0) break;
            if (rules_.furniture.events.match(words, i) == 0 || !words[i].capital) continue;
            std::string name = clause(title.substr(words[i].begin));
            if (words_of(name).size() > 2) return name;
        }
        return std::nullopt;
    }

    /// "Autumn Conference Speech" → "Autumn Conference".
    [[nodiscard]] std::optional<std::string> before_genre(std::string_view title) const {
        const std::size_t colon = title.find(": ");
        for (const std::string_view part :
             {colon == std::string_view::npos ? title : title.substr(colon + 2),
              title.substr(0, colon)}) {
            const Words words = words_of(part);
            for (std::size_t i = 1; i < words.size(); ++i) {
                if (rules_.furniture.genres.match(words, i) == 0) continue;
                const std::string name(
                    part.substr(words[0].begin, words[i - 1].end - words[0].begin));
                const Words own = words_of(name);
                const bool event = rules_.furniture.events.match(words, i - 1) != 0;
                if (event && own.size() > 1 && own.size() < 7) return name;
                break;
            }
        }
        return std::nullopt;
    }

    const Metadata& found_;
    const Page& page_;
    const std::vector<std::string_view>& reasons_;
    const Rules& rules_;
    const DateReader& dates_;
    std::size_t first_ = 0;
};

}  // namespace

void weigh_occasion(Metadata& found, const Page& page, const std::vector<std::string_view>& reasons,
                    const Rules& rules, const DateReader& dates) {
    if (found.occasion) return;
    found.occasion = OccasionFinder(found, page, reasons, rules, dates).find();
    if (found.occasion && (found.occasion->empty() || found.occasion == found.speaker))
        found.occasion.reset();
    if (found.occasion && found.occasion == found.place) found.place.reset();
}

}  // namespace declaim
