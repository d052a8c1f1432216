#include "text/vocabulary.hpp"

#include <algorithm>
#include <vector>

#include "text/unicode.hpp"

namespace declaim {

Vocabulary::Vocabulary(const Page& page) {
    const bool needed = std::any_of(page.lines.begin(), page.lines.end(), [](const PageLine& l) {
        return l.text.size() > 1 && l.text.back() == '-';
    });
    if (!needed) return;
    for (const PageLine& line : page.lines) add(line.text);
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
