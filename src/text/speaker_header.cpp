#include "text/speaker_header.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "text/persons.hpp"
#include "text/speaker_abstract.hpp"
#include "text/speaker_line.hpp"

namespace declaim::speaker {
namespace {

class HeaderHearer {
  public:
    HeaderHearer(const Evidence& seen, Votes& votes) : seen_(seen), votes_(votes) {}

    void hear() {
        hear_fields_below();
        for (std::size_t i = header_begin(); i < seen_.first; ++i) {
            const std::string_view text = seen_.page.lines[i].text;
            const std::string_view reason = seen_.reasons[i];
            if (i > 0 && hear_field(seen_.page.lines[i - 1].text, text)) continue;
            const std::size_t colon = text.find(':');
            if (colon != std::string_view::npos && colon + 2 < text.size() &&
                hear_field(text.substr(0, colon), text.substr(colon + 1)))
                continue;
            if (is_one_of(reason, {"navigation", "comments", "promotion", "form", "share", "links",
                                   "copyright", "licence", "footnote", "player", "url"}))
                continue;
            if (seen_.is_credit(text)) continue;
            if (reason == "caption")
                hear_caption(text);
            else if (ends_sentence(text) && words_of(text).size() > 6)
                hear_abstract(seen_, votes_, text, kLikely);
            else
                hear_header_line(seen_, votes_, text, reason);
        }
    }

  private:
    [[nodiscard]] std::size_t header_begin() const {
        constexpr std::size_t kAbove = 6;
        constexpr std::size_t kMost = 14;
        const std::string title =
            seen_.found.title ? folded_words(*seen_.found.title) : std::string();
        for (std::size_t i = seen_.first; i > 0 && !title.empty(); --i)
            if (const std::string line = folded_words(seen_.page.lines[i - 1].text);
                line.size() > 4 && (line == title || line.find(title) != std::string::npos) &&
                seen_.reasons[i - 1] == "title")
                return i - 1 > kAbove ? i - 1 - kAbove : 0;
        return seen_.first > kMost ? seen_.first - kMost : 0;
    }

    /// Behind a lead that was taken for the speech.
    void hear_fields_below() {
        constexpr std::size_t kBelow = 16;
        for (std::size_t i = seen_.first + 1;
             i < seen_.page.lines.size() && i < seen_.first + kBelow; ++i)
            if (!seen_.reasons[i].empty() && !seen_.reasons[i - 1].empty() &&
                seen_.page.lines[i - 1].text.back() == ':')
                hear_field(seen_.page.lines[i - 1].text, seen_.page.lines[i].text);
    }

    /// "Delivered by: Jane Doe", or the two on lines of their own. Out: whether it is such a field.
    bool hear_field(std::string_view key, std::string_view value) {
        const std::size_t colon = key.find(':');
        if (colon != std::string_view::npos && colon + 1 < key.size()) return false;
        const std::vector<Word> words = words_of(key);
        const bool speaker = seen_.rules.fields.speaker.is(words);
        const bool role = seen_.rules.furniture.roles.is(words);
        const bool sender = seen_.rules.fields.sender.is(words) || role;
        const bool author = seen_.rules.fields.author.is(words);
        if (!speaker && !sender && !author) return false;
        if (colon == std::string_view::npos && value.size() > 0 && value[0] != ' ' && !speaker)
            return false;  // a line of one word above is no field without a colon
        const std::string text = fold_spaces(value);
        bool heard = false;
        for (const std::string_view part : parts_of_value(text)) {
            const auto person = person_at(part, seen_.rules);
            if (!person) continue;
            const bool sure = speaker || person->titled || role;
            votes_.add(person->name, sure ? kEnough + (speaker ? 2 : 0) : kLikely,
                       author && !sure ? Place::author : Place::line, part);
            heard = true;
        }
        return heard;
    }

    /// "Department of Health and the Hon. Jane Doe".
    [[nodiscard]] std::vector<std::string_view> parts_of_value(std::string_view value) const {
        std::vector<std::string_view> parts;
        std::size_t begin = 0;
        for (const Word& word : words_of(value)) {
            const std::vector<Word> one{word};
            if (seen_.rules.furniture.ands.match(one, 0) == 0 || word.capital) continue;
            if (word.begin > begin) parts.push_back(value.substr(begin, word.begin - 1 - begin));
            begin = std::min(word.end + 1, value.size());
        }
        parts.push_back(value.substr(begin));
        return parts;
    }

    void hear_caption(std::string_view text) {
        const auto person = person_at(text, seen_.rules);
        if (person && !seen_.is_word_of_text(person->name, false))
            votes_.add(person->name, kWeak, Place::caption, text);
    }

    const Evidence& seen_;
    Votes& votes_;
};

}  // namespace

void hear_header(const Evidence& seen, Votes& votes) { HeaderHearer(seen, votes).hear(); }

}  // namespace declaim::speaker
