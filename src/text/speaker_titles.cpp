#include "text/speaker_titles.hpp"

#include "base/unicode.hpp"
#include "text/persons.hpp"

namespace declaim::speaker {
namespace {

class TitleHearer {
  public:
    TitleHearer(const Evidence& seen, Votes& votes) : seen_(seen), votes_(votes) {}

    void hear() {
        if (seen_.found.title) hear_title(*seen_.found.title);
        for (const std::string& title : seen_.facts.titles) {
            const std::vector<std::string_view> parts = segments_of(title);
            for (const std::string_view part : parts) {
                hear_title(part);
                const std::vector<Word> words = words_of(part);
                const std::size_t opener = seen_.rules.furniture.bylines.match(words, 0);
                if (opener == 0 || opener >= words.size()) continue;
                const std::string_view rest = part.substr(words[opener].begin);
                const auto person = person_at(rest, seen_.rules);
                if (!person || person->end < rest.size()) continue;
                const bool speech = seen_.has_genre(title) || seen_.is_own(title);
                votes_.add(person->name, person->titled || speech ? kEnough : kLikely,
                           Place::page_title, part);
            }
        }
    }

  private:
    void hear_title(std::string_view title) {
        bool oblique = false;
        if (const auto person = person_behind_genre(title, seen_.rules, oblique))
            if (!seen_.is_word_of_text(person->name, true))
                votes_.add(person->name, oblique ? kEnough - 1 : kEnough, Place::title, title,
                           oblique);
        const std::size_t colon = title.find(": ");
        if (colon != std::string_view::npos) hear_sides(title, colon);
        const auto person = person_at(title, seen_.rules);
        if (!person) return;
        const std::vector<Word> behind = words_of(title.substr(person->end));
        const bool verb = !behind.empty() && !behind[0].capital && behind[0].letter &&
                          (seen_.rules.fields.acts.match(behind, 0) != 0 ||
                           seen_.rules.furniture.occasions.match(behind, 0) == 0) &&
                          seen_.rules.function_words.match(behind, 0) == 0;
        const bool genitive =
            title.substr(person->end, 1) == "'" || title.substr(person->end, 3) == "’";
        if (genitive && seen_.has_genre(title.substr(person->end)))
            votes_.add(person->name, kEnough, Place::title, title);
        else if (person->titled && (verb || person->end == title.size()))
            votes_.add(person->name, kLikely, Place::title, title);
        else if (verb && !seen_.is_word_of_text(person->name, false))
            hear_act(title, person->name, behind);
    }

    /// "Jane Doe addresses the forum": what was done tells of a speech.
    void hear_act(std::string_view title, const std::string& name,
                  const std::vector<Word>& behind) {
        const bool told = seen_.rules.furniture.reports.match(behind, 0) != 0;
        const bool act = told || seen_.rules.fields.acts.match(behind, 0) != 0;
        const bool event = seen_.rules.furniture.events.occurs(behind);
        if (act && (event || seen_.has_genre(title)))
            votes_.add(name, kEnough, Place::title, title);
        else if (told || seen_.has_genre(title))
            votes_.add(name, kLikely, Place::title, title);
    }

    /// "Jane Doe: Conference Speech", "Transcript: Jane Doe at the forum".
    void hear_sides(std::string_view title, std::size_t colon) {
        const std::string_view head = title.substr(0, colon);
        const std::string_view tail = title.substr(colon + 2);
        const auto before = person_at(head, seen_.rules);
        if (before && before->end == head.size() && !seen_.is_word_of_text(before->name, false)) {
            const bool speech = before->titled || seen_.has_genre(tail);
            votes_.add(before->name, speech ? kEnough : kLikely - 1, Place::title, head);
        }
        if (!seen_.rules.furniture.genres.is(words_of(head))) return;
        const auto behind = person_at(tail, seen_.rules);
        if (behind && !seen_.is_word_of_text(behind->name, false))
            votes_.add(behind->name, kEnough, Place::title, tail);
    }

    const Evidence& seen_;
    Votes& votes_;
};

}  // namespace

void hear_titles(const Evidence& seen, Votes& votes) { TitleHearer(seen, votes).hear(); }

}  // namespace declaim::speaker
