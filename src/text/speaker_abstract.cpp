#include "text/speaker_abstract.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "text/persons.hpp"

namespace declaim::speaker {

void hear_abstract(const Evidence& seen, Votes& votes, std::string_view text, int weight) {
    constexpr std::size_t kFar = 5;
    const std::vector<Word> words = words_of(text);
    for (std::size_t i = 0; i < words.size() && i <= kFar; ++i) {
        if (!words[i].capital) continue;
        const auto person = person_at(text.substr(words[i].begin), seen.rules);
        if (!person) continue;
        const std::vector<Word> behind = words_of(text.substr(words[i].begin + person->end));
        const bool subject = !behind.empty() && !behind[0].capital;
        const bool told = seen.rules.furniture.reports.occurs(words) ||
                          seen.rules.fields.acts.match(behind, 0) != 0;
        if (!person->titled && seen.is_word_of_text(person->name, false)) return;
        if (subject || person->titled)
            votes.add(person->name, told ? std::max(weight, kEnough) : weight, Place::abstract,
                      text);
        return;
    }
}

bool hear_intro(const Evidence& seen, Votes& votes) {
    constexpr std::size_t kMost = 2;
    bool own = false;
    std::size_t read = 0;
    for (const Block& block : seen.blocks) {
        if (block.kind == BlockKind::speaker_label || block.kind == BlockKind::direction) continue;
        if (read++ == kMost) break;
        own = own || seen.rules.fields.told.occurs_in(block.text);
        const std::string_view text = block.sentences.empty()
                                          ? std::string_view(block.text)
                                          : text_of(block, block.sentences.front());
        const std::vector<Word> words = words_of(text);
        const bool voice = seen.rules.furniture.first_person.occurs(words);
        if (!voice && seen.rules.furniture.reports.occurs(words))
            hear_abstract(seen, votes, text, kEnough);
        else if (!voice)
            hear_abstract(seen, votes, text, kWeak);
    }
    return own;
}

}  // namespace declaim::speaker
