#include "text/speaker_evidence.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace declaim::speaker {

Evidence::Evidence(const Metadata& found_, const Page& page_,
                   const std::vector<std::string_view>& reasons_, const std::vector<Block>& blocks_,
                   const DeclaredFacts& facts_, const Rules& rules_)
    : found(found_), page(page_), reasons(reasons_), blocks(blocks_), facts(facts_), rules(rules_) {
    while (first < reasons.size() && !reasons[first].empty()) ++first;
    constexpr std::size_t kEnough = 100000;  // bytes: the common words of a language are in them
    std::size_t read = 0;
    for (std::size_t i = 0; i < page.lines.size() && read < kEnough; ++i) {
        const std::string_view text = std::string_view(page.lines[i].text).substr(0, kEnough);
        for (const Word& word : words_of(text))
            if (word.letter && !word.capital) small.insert(word.folded);
        read += text.size();
    }
}

bool Evidence::is_word_of_text(std::string_view name, bool all) const {
    std::size_t lower = 0;
    std::size_t count = 0;
    for (const Word& word : words_of(name)) {
        if (!word.capital || characters(word.folded) < 2) continue;
        ++count;
        lower += small.count(word.folded);
    }
    return all ? lower == count : lower > 0;
}

bool Evidence::has_genre(std::string_view text) const {
    return rules.furniture.genres.occurs(words_of(text));
}

bool Evidence::is_own(std::string_view text) const {
    const std::vector<Word> words = words_of(text);
    if (rules.fields.told.occurs(words)) return true;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t near = i + 1; near < words.size() && near <= i + 3; ++near)
            if (rules.fields.own.match(words, i) != 0 &&
                rules.furniture.genres.match(words, near) != 0)
                return true;
    return false;
}

bool Evidence::is_credit(std::string_view text) const {
    return rules.fields.credits.match(words_of(text), 0) != 0;
}

std::string folded_words(std::string_view text) {
    std::string out = " ";
    for (const Word& word : words_of(text)) out += word.folded + " ";
    return out;
}

std::vector<std::string_view> segments_of(std::string_view line) {
    static constexpr std::array<std::string_view, 8> kMarks{" – ", " — ", " - ", " | ",
                                                            " • ", " · ", " / ", "; "};
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size(); ++at)
        for (const std::string_view mark : kMarks)
            if (line.substr(at, mark.size()) == mark) {
                parts.push_back(line.substr(begin, at - begin));
                begin = at + mark.size();
                at = begin - 1;
                break;
            }
    parts.push_back(line.substr(std::min(begin, line.size())));
    return parts;
}

bool is_one_of(std::string_view reason, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), reason) != list.end();
}

}  // namespace declaim::speaker
