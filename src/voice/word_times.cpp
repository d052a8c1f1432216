#include "voice/word_times.hpp"

#include <algorithm>
#include <optional>

#include "base/unicode.hpp"

namespace declaim {
namespace {

struct TimedWord {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::int64_t weight = 0;  ///< its share of a time without marks
    std::optional<std::int64_t> frame;
};

bool is_white(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

/// Its letters; a digit is said with about four of them, and a dash that stands alone hardly.
std::int64_t weight_of(std::string_view word) {
    std::size_t letters = 0;
    for (const Word& part : words_of(word)) {
        const std::size_t length = characters(word.substr(part.begin, part.end - part.begin));
        letters += part.letter ? length : 4 * length;
    }
    return std::max<std::int64_t>(1, 8 * static_cast<std::int64_t>(letters));
}

std::vector<TimedWord> split(std::string_view text) {
    std::vector<TimedWord> words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_white(text[i])) continue;
        if (i == 0 || is_white(text[i - 1])) words.push_back({i, i, 0, {}});
        words.back().end = i + 1;
    }
    for (TimedWord& word : words)
        word.weight = weight_of(text.substr(word.begin, word.end - word.begin));
    return words;
}

void assign(std::vector<TimedWord>& words, const std::vector<WordMark>& marks) {
    for (const WordMark& mark : marks) {
        const auto after = std::upper_bound(
            words.begin(), words.end(), mark.text_byte,
            [](std::uint32_t byte, const TimedWord& word) { return byte < word.begin; });
        if (after == words.begin()) continue;
        TimedWord& word = *std::prev(after);
        if (!word.frame) word.frame = mark.frame;
    }
    std::int64_t latest = 0;  // a mark that falls back in time is worth nothing
    for (TimedWord& word : words)
        if (word.frame && *word.frame < latest)
            word.frame.reset();
        else if (word.frame)
            latest = *word.frame;
}

/// Shares the time up to `end_frame` out among words[first, last), of which only the first has one.
void share_out(std::vector<TimedWord>& words, std::size_t first, std::size_t last,
               std::int64_t end_frame) {
    const std::int64_t begin_frame = *words[first].frame;
    std::int64_t all = 0;
    for (std::size_t i = first; i < last; ++i) all += words[i].weight;
    std::int64_t before = 0;
    for (std::size_t i = first; i < last; ++i) {
        words[i].frame = begin_frame + (end_frame - begin_frame) * before / all;
        before += words[i].weight;
    }
}

}  // namespace

std::vector<WordCue> word_times(std::string_view text, const std::vector<WordMark>& marks,
                                std::int64_t start, std::int64_t length) {
    std::vector<TimedWord> words = split(text);
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
