#include "say/capitals.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace declaim {
namespace {

bool has_long_word(const std::vector<Word>& words, std::size_t first, std::size_t last) {
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                       words.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const Word& word) { return word.letter && characters(word.folded) > 3; });
}

bool joined(std::string_view sentence, const Word& a, const Word& b) {
    const std::string_view between = sentence.substr(a.end, b.begin - a.end);
    return between.find_first_not_of(" '-") == std::string_view::npos || between == "’";
}

bool is_capital(const Word& word) { return word.caps || !word.letter; }

}  // namespace

std::vector<ByteRange> passages_in_capitals(std::string_view sentence) {
    const bool any = std::any_of(sentence.begin(), sentence.end(), [](char byte) {
        return !is_ascii(byte) || (byte >= 'A' && byte <= 'Z');
    });
    if (!any) return {};
    const std::vector<Word> words = words_of(sentence);
    const auto lettered =
        std::count_if(words.begin(), words.end(), [](const Word& word) { return word.letter; });
    if (lettered >= 2 && std::all_of(words.begin(), words.end(), is_capital) &&
        has_long_word(words, 0, words.size()))
        return {{words.front().begin, words.back().end}};
    std::vector<ByteRange> out;
    for (std::size_t first = 0; first < words.size();) {
        std::size_t last = first;
        while (last < words.size() && words[last].caps &&
               (last == first || joined(sentence, words[last - 1], words[last])))
            ++last;
        if (last - first >= 3 && has_long_word(words, first, last))
            out.push_back({words[first].begin, words[last - 1].end});
        first = std::max(last, first + 1);
    }
    return out;
}

}  // namespace declaim
