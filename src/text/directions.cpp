#include "text/directions.hpp"

#include <algorithm>
#include <array>

namespace declaim {
namespace {

/// A stage direction in round brackets has at most so many words, an editor's remark in square ones
/// some more, and one that ends like a sentence but names nothing of the stage very few.
constexpr std::size_t kLongestDirection = 12;
constexpr std::size_t kLongestRemark = 60;
constexpr std::size_t kLongestSentence = 3;

/// Words of sentences that also join a stage direction to where it came from: "Beifall auf der
/// Linken", "Applaudissements sur les bancs".
bool is_preposition(const std::string& word) {
    static constexpr std::array<std::string_view, 15> kWords{"sur", "auf",  "über", "nach", "par",
                                                             "por", "para", "con",  "op",   "met",
                                                             "per", "по",   "с",    "у",    "к"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// What the words of a bracket are.
struct Makeup {
    std::size_t stage = 0;    // words of stage phrases
    std::size_t phrases = 0;  // stage phrases
    std::size_t strange = 0;  // neither of the stage nor function words
    std::size_t head = 0;     // words before the first stage phrase
    bool article = false;     // a function word stands before it
    bool complement = false;  // a function word follows the first one: "on the left"
    bool sentence = false;    // has a word only sentences have
};

Makeup makeup_of(const std::vector<Word>& words, const Rules& rules) {
    Makeup made;
    bool behind = false;  // just behind a stage phrase
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t used = rules.furniture.stage.match(words, i);
        const bool function = rules.function_words.match(words, i) != 0;
        if (used != 0) {
            if (made.phrases++ == 0) made.head = i;
            made.stage += used;
        } else {
            made.sentence = made.sentence || (rules.address.sentence_words.match(words, i) != 0 &&
                                              !is_preposition(words[i].folded));
            made.article = made.article || (function && made.phrases == 0);
            made.complement = made.complement || (behind && function);
            if (!function) ++made.strange;
        }
        behind = used != 0;
        i += std::max<std::size_t>(used, 1);
    }
    return made;
}

/// What is said behind a colon is another's: "Zuruf von der SPD: Das ist falsch!"
std::string_view before_colon(std::string_view text) { return text.substr(0, text.find(':')); }

/// A word of the stage at the head ("Prolonged applause on the left"), or little else around it
/// ("The audience laughs" with both words of the stage).
bool is_of_stage(std::string_view inside, const Rules& rules) {
    const std::vector<Word> words = words_of(before_colon(inside));
    const Makeup made = makeup_of(words, rules);
    if (made.phrases == 0 || made.sentence) return false;
    if (made.article) return made.phrases > 1;
    if (made.head > 2 && made.stage < made.strange) return false;
    return made.complement || made.strange <= made.head + std::max<std::size_t>(made.stage, 1);
}

/// An editor's remark: "[End of recording]"; what has words of sentences may be the speaker's.
bool is_remark(std::string_view inside, const Rules& rules) {
    const std::vector<Word> words = words_of(inside);
    if (words.empty() || words.size() > kLongestRemark || !words[0].letter) return false;
    if (makeup_of(words, rules).sentence) return false;
    return !ends_sentence(inside) || words.size() <= kLongestSentence;
}

/// "[At this point the President paused for applause. He then resumed.]": where the first sentence
/// is clearly of the stage, so is the rest of an editor's remark.
std::string_view first_sentence(std::string_view text, const Rules& rules) {
    const std::string_view first = text.substr(0, text.find(". "));
    return makeup_of(words_of(first), rules).stage > 2 ? first : text;
}

std::string_view inside_of(std::string_view text, char32_t open, char32_t close) {
    if (first_visible(text) != open || last_visible(text) != close) return {};
    // One pair only: "(a) and (b)" is text.
    if (text.find(static_cast<char>(open), 1) != std::string_view::npos) return {};
    const std::size_t begin = text.find(static_cast<char>(open)) + 1;
    return text.substr(begin, text.rfind(static_cast<char>(close)) - begin);
}

}  // namespace

bool has_sentence_word(const std::vector<Word>& words, const Rules& rules) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (rules.address.sentence_words.match(words, i) != 0 && !is_preposition(words[i].folded))
            return true;
    return false;
}

bool is_direction(std::string_view text, const Rules& rules) {
    if (text.size() > 600) return false;
    const std::string_view square = inside_of(text, U'[', U']');
    if (!square.empty())
        return words_of(square).size() <= kLongestRemark &&
               (is_of_stage(first_sentence(square, rules), rules) || is_remark(square, rules));
    const std::string_view round = inside_of(text, U'(', U')');
    return !round.empty() && words_of(before_colon(round)).size() <= kLongestDirection &&
           is_of_stage(round, rules);
}

std::size_t direction_end(std::string_view text, std::size_t at, const Rules& rules) {
    constexpr std::size_t kMost = 120;
    const char close = text[at] == '(' ? ')' : ']';
    const std::size_t end = text.substr(0, at + kMost).find(close, at);
    if (end == std::string_view::npos) return 0;
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    const std::size_t count = words_of(before_colon(inside)).size();
    return count <= kLongestDirection && is_of_stage(inside, rules) ? end + 1 : 0;
}

}  // namespace declaim
