#include "voice/word_times.hpp"

#include <algorithm>
#include <optional>

namespace declaim {
namespace {

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::int64_t> frame;
};

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

std::vector<Word> split(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_space(text[i])) continue;
        if (i == 0 || is_space(text[i - 1])) words.push_back({i, i, {}});
        words.back().end = i + 1;
    }
    return words;
}

void assign(std::vector<Word>& words, const std::vector<WordMark>& marks) {
    for (const WordMark& mark : marks) {
        const auto after = std::upper_bound(
            words.begin(), words.end(), mark.text_byte,
            [](std::uint32_t byte, const Word& word) { return byte < word.begin; });
        if (after == words.begin()) continue;
        Word& word = *std::prev(after);
        if (!word.frame) word.frame = mark.frame;
    }
    std::int64_t latest = 0;  // a mark that falls back in time is worth nothing
    for (Word& word : words)
        if (word.frame && *word.frame < latest)
            word.frame.reset();
        else if (word.frame)
            latest = *word.frame;
}

/// Shares the time up to `end_frame` out among words[first, last), of which only the first has one.
void share_out(std::vector<Word>& words, std::size_t first, std::size_t last,
               std::int64_t end_frame) {
    const std::int64_t begin_frame = *words[first].frame;
    std::size_t bytes = 0;
    for (std::size_t i = first; i < last; ++i) bytes += words[i].end - words[i].begin;
    std::size_t before = 0;
    for (std::size_t i = first; i < last; ++i) {
        words[i].frame = begin_frame + (end_frame - begin_frame) *
                                           static_cast<std::int64_t>(before) /
                                           static_cast<std::int64_t>(bytes);
        before += words[i].end - words[i].begin;
    }
}

}  // namespace

std::vector<WordCue> word_times(std::string_view text, const std::vector<WordMark>& marks,
                                std::int64_t start, std::int64_t length) {
    std::vector<Word> words = split(text);
    if (words.empty()) return {};
    assign(words, marks);
    words.front().frame = 0;
    for (std::size_t first = 0; first < words.size();) {
        std::size_t last = first + 1;
        while (last < words.size() && !words[last].frame) ++last;
        share_out(words, first, last, last < words.size() ? *words[last].frame : length);
        first = last;
    }
    std::vector<WordCue> cues;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::int64_t end = i + 1 < words.size() ? *words[i + 1].frame : length;
        cues.push_back({std::string(text.substr(words[i].begin, words[i].end - words[i].begin)),
                        start + *words[i].frame, start + end});
    }
    return cues;
}

}  // namespace declaim
