#include "text/speaker_line.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "text/persons.hpp"

namespace declaim::speaker {
namespace {

class LineHearer {
  public:
    LineHearer(const Evidence& seen, Votes& votes) : seen_(seen), votes_(votes) {}

    void hear(std::string_view text, std::string_view reason) {
        bool oblique = false;
        if (const auto person = person_behind_genre(text, seen_.rules, oblique))
            votes_.add(person->name, oblique ? kEnough - 1 : kEnough, Place::line, text, oblique);
        for (const std::string_view part : segments_of(text)) {
            if (seen_.is_credit(part)) continue;
            const std::vector<Word> words = words_of(part);
            if (hear_opener(part, words)) continue;
            auto person = person_at(part, seen_.rules);
            if (!person && words.size() > 2 && seen_.rules.function_words.match(words, 0) == 1)
                hear_company(part.substr(words[1].begin));
            if (!person) continue;
            const std::string_view rest = part.substr(person->end);
            const bool closed = rest.empty() || rest[0] == ',' || rest.substr(0, 2) == " (";
            if (person->titled && closed && !seen_.is_word_of_text(person->name, true))
                votes_.add(person->name, kEnough, Place::line, part);
            else if (rest.empty() && reason != "date line" &&
                     !seen_.is_word_of_text(person->name, false))
                votes_.add(person->name, kWeak, Place::author, part);
        }
    }

  private:
    /// "With Jane Doe, Director of Bread": one of those who spoke.
    void hear_company(std::string_view text) {
        const auto person = person_at(text, seen_.rules);
        if (person && person->titled && !seen_.is_word_of_text(person->name, true))
            votes_.add(person->name, kLikely, Place::line, text);
    }

    /// "by Jane Doe"; "Pronunciata da Marta Belotti il 25 aprile"; "Posted on 3 May by Jane Doe".
    bool hear_opener(std::string_view part, const std::vector<Word>& words) {
        if (const std::size_t used = seen_.rules.fields.speaker.match(words, 0);
            used != 0 && used < words.size())
            if (const auto person = person_at(part.substr(words[used].begin), seen_.rules)) {
                votes_.add(person->name, kEnough + 2, Place::line, part);
                return true;
            }
        const bool posted = seen_.rules.furniture.posted.match(words, 0) != 0 ||
                            seen_.rules.fields.author.match(words, 0) != 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::size_t used = seen_.rules.furniture.bylines.match(words, i);
            if (i == 0) used = std::max(used, seen_.rules.fields.author.match(words, 0));
            if (used == 0 || i + used >= words.size()) continue;
            if (i > 0 && !posted) break;
            const auto person = person_at(part.substr(words[i + used].begin), seen_.rules);
            if (!person) continue;
            const bool sure = person->titled && !posted;
            votes_.add(person->name, sure ? kEnough : kWeak + 1, sure ? Place::line : Place::author,
                       part);
            return true;
        }
        return hear_reported(part, words);
    }

    /// "Presented to the House by the Honourable Jane Doe".
    bool hear_reported(std::string_view part, const std::vector<Word>& words) {
        if (words.size() < 3 || words[0].folded.empty()) return false;
        for (std::size_t i = 1; i + 1 < words.size(); ++i) {
            if (seen_.rules.fields.by.match(words, i) == 0 || words[i].capital) continue;
            const std::size_t used = std::max(seen_.rules.fields.by.match(words, i),
                                              seen_.rules.furniture.bylines.match(words, i));
            if (i + used >= words.size()) continue;
            const auto person = person_at(part.substr(words[i + used].begin), seen_.rules);
            if (!person || !person->titled) continue;
            votes_.add(person->name, kEnough, Place::line, part);
            return true;
        }
        return false;
    }

    const Evidence& seen_;
    Votes& votes_;
};

}  // namespace

void hear_header_line(const Evidence& seen, Votes& votes, std::string_view text,
                      std::string_view reason) {
    LineHearer(seen, votes).hear(text, reason);
}

}  // namespace declaim::speaker
