#include "base/unicode.hpp"
#include "say/verbalise.hpp"

namespace declaim {
namespace {

int number_at(std::string_view text, std::size_t& at) {
    int value = 0;
    const std::size_t begin = at;
    while (at < text.size() && at - begin < 4 && text[at] >= '0' && text[at] <= '9')
        value = value * 10 + (text[at++] - '0');
    return at == begin ? -1 : value;
}

/// +1 for each 15/10/2004, -1 for each 10/15/2004.
int day_first_votes(std::string_view text) {
    int votes = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] < '0' || text[at] > '9') continue;
        const int first = number_at(text, at);
        if (at >= text.size() || (text[at] != '/' && text[at] != '.' && text[at] != '-')) continue;
        const char mark = text[at++];
        const int second = number_at(text, at);
        if (at >= text.size() || text[at] != mark) continue;
        ++at;
        const int year = number_at(text, at);
        if (year < 0 || first < 1 || second < 1 || first > 31 || second > 31) continue;
        if (first > 12 && second <= 12) ++votes;
        if (second > 12 && first <= 12) --votes;
    }
    return votes;
}

}  // namespace

SayContext say_context(const std::vector<std::string_view>& texts, const SayRules& rules) {
    SayContext context;
    int votes = 0;
    for (const std::string_view text : texts) {
        votes += day_first_votes(text);
        for (Word& word : words_of(text))
            if (word.letter && text.substr(word.begin, word.end - word.begin) == word.folded)
                context.words.insert(std::move(word.folded));
    }
    context.day_first = votes != 0 ? votes > 0 : rules.day_first;
    return context;
}

}  // namespace declaim
