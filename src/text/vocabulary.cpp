#include "text/vocabulary.hpp"

#include <vector>

#include "base/unicode.hpp"

namespace declaim {

bool Vocabulary::has(const std::string& word) {
    if (words_.empty())
        for (const PageLine& line : page_.lines) add(line.text);
    return words_.count(word) != 0;
}

void Vocabulary::add(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool cut = i + 1 == words.size() && text.back() == '-';
        if (!cut) words_.insert(words[i].folded);
        if (i > 0 && text.substr(words[i - 1].end, words[i].begin - words[i - 1].end) == "-")
            words_.insert(words[i - 1].folded + "-" + words[i].folded);
    }
}

}  // namespace declaim
