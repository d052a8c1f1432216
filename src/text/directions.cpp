#include "text/directions.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace declaim {
namespace {

/// A stage direction in round brackets has at most so many words, an editor's remark in square ones
/// some more.
constexpr std::size_t kLongestDirection = 12;
constexpr std::size_t kLongestRemark = 60;

/// What the words of a bracket are.
struct Makeup {
    std::size_t stage = 0;    // words of stage phrases
    std::size_t phrases = 0;  // stage phrases
    std::size_t first = 0;    // words of the first of them
    std::size_t strange = 0;  // neither of the stage nor function words
    std::size_t head = 0;     // words before the first stage phrase
    std::size_t places = 0;   // behind it: "left", "benches", "SPD"
    std::size_t loose = 0;    // behind it: lower-case words that are none
    bool article = false;     // a function word stands before it
    bool complement = false;  // a function word follows the first one: "on the left"
    bool repeated = false;    // the same one again: "Music, sweet music"
    bool sentence = false;    // has a word only sentences have
};

bool is_acronym(const Word& word) { return word.caps && characters(word.folded) > 1; }

Makeup makeup_of(const std::vector<Word>& words, const Rules& rules) {
    Makeup made;
    bool behind = false;  // just behind a stage phrase
    std::unordered_set<std::string> seen;
    const bool shouted = std::all_of(words.begin(), words.end(),
                                     [](const Word& word) { return word.caps || !word.letter; });
    for (std::size_t i = 0; i < words.size();) {
        std::size_t used = rules.furniture.stage.match(words, i);
        const bool function = rules.function_words.match(words, i) != 0;
        if (used != 0) {
            if (made.phrases++ == 0) {
                made.head = i;
                made.first = used;
            }
            made.stage += used;
            made.repeated = made.repeated || !seen.insert(words[i].folded).second;
        } else {
            if (rules.furniture.stage_manner.match(words, i) != 0 ||
                rules.furniture.ands.match(words, i) != 0) {
                i += std::max<std::size_t>(1, rules.furniture.stage_manner.match(words, i));
                behind = false;
                continue;
            }
            const bool place = rules.furniture.stage_places.match(words, i) != 0 ||
                               rules.furniture.roles.match(words, i) != 0;
            const bool joint = rules.furniture.stage_links.match(words, i) != 0;
            made.sentence =
                made.sentence || (rules.address.sentence_words.match(words, i) != 0 && !joint);
            made.article = made.article || (function && i == 0);
            made.complement = made.complement || (behind && (function || joint));
            if (made.phrases != 0 && (place || (is_acronym(words[i]) && !shouted)))
                ++made.places;
            else if (made.phrases != 0 && !function && !joint && words[i].letter &&
                     (shouted || !words[i].capital))
                ++made.loose;
            if (!function && !joint && !place) ++made.strange;
        }
        behind = used != 0;
        i += std::max<std::size_t>(used, 1);
    }
    return made;
}

/// What is said behind a colon is another's: "Zuruf von der SPD: Das ist falsch!"
std::string_view before_colon(std::string_view text) { return text.substr(0, text.find(':')); }

/// A word of the stage at the head ("Prolonged applause on the left"), or little else around it
/// ("The audience laughs" with both words of the stage). What it is from or for must be of the hall.
bool is_of_stage(std::string_view inside, const Rules& rules) {
    const Makeup made = makeup_of(words_of(before_colon(inside)), rules);
    if (made.phrases == 0 || made.sentence || made.repeated) return false;
    if (made.article && made.phrases < 2) return false;
    if (made.complement) return made.places > 0 ? made.loose <= made.places : made.strange == 0;
    if (made.head > 2 && made.stage < made.strange) return false;
    return made.strange <= made.head + std::max<std::size_t>(made.stage, 1);
}

/// "The speaker signs. Applause.": one of its sentences is of the stage, and none is a speaker's.
bool has_stage_sentence(std::string_view inside, const Rules& rules) {
    if (rules.furniture.first_person.occurs(words_of(inside))) return false;
    for (std::size_t begin = 0; begin < inside.size();) {
        const std::size_t end = std::min(inside.find(". ", begin), inside.size());
        if (is_pure(inside.substr(begin, end - begin), rules)) return true;
        begin = end + 2;
    }
    return false;
}

/// "Members: Shame!": what somebody of the hall calls.
bool is_call(std::string_view inside, const Rules& rules) {
    const std::size_t colon = inside.find(": ");
    if (colon == std::string_view::npos || last_visible(inside) != U'!') return false;
    const std::vector<Word> words = words_of(inside.substr(0, colon));
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t used = std::max(
            {rules.furniture.stage_places.match(words, at), rules.address.offices.match(words, at),
             rules.address.openers.match(words, at), rules.address.links.match(words, at)});
        if (used == 0) return false;
        at += used;
    }
    return at > 0;
}

/// An editor's remark: "[At this point the lights went out.]". It begins with what such remarks
/// begin with; what has words of sentences may be the speaker's.
bool is_remark(std::string_view inside, const Rules& rules) {
    const std::vector<Word> words = words_of(inside);
    if (words.empty() || words.size() > kLongestRemark || !words[0].letter) return false;
    const Makeup made = makeup_of(words, rules);
    return made.head == 0 && made.first > 1 && !made.sentence;
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

bool is_pure(std::string_view inside, const Rules& rules) {
    const std::vector<Word> words = words_of(inside);
    const Makeup made = makeup_of(words, rules);
    return made.phrases > 0 && made.strange == 0 && !made.sentence && !made.article &&
           !made.repeated && !made.complement && words.size() <= kLongestDirection;
}

bool has_sentence_word(const std::vector<Word>& words, const Rules& rules) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (rules.address.sentence_words.match(words, i) != 0 &&
            rules.furniture.stage_links.match(words, i) == 0)
            return true;
    return false;
}

bool is_direction(std::string_view text, const Rules& rules) {
    if (text.size() > 600 || text.empty()) return false;
    const std::string_view square = inside_of(text, U'[', U']');
    if (!square.empty())
        return words_of(square).size() <= kLongestRemark &&
               (is_of_stage(first_sentence(square, rules), rules) ||
                is_remark(first_sentence(square, rules), rules));
    const std::string_view round = inside_of(text, U'(', U')');
    if (!round.empty())
        return words_of(before_colon(round)).size() <= kLongestDirection &&
               (is_of_stage(round, rules) || has_stage_sentence(round, rules) ||
                is_call(round, rules));
    const char32_t open = first_visible(text);
    const bool notes = open == U'♪' || open == U'♫';
    if (notes && last_visible(text) == open && characters(text) > 2)
        return is_pure(text, rules) || words_of(text).empty();
    return direction_end(text, 0, rules) == text.size();
}

std::size_t direction_end(std::string_view text, std::size_t at, const Rules& rules) {
    constexpr std::size_t kMost = 120;
    static constexpr std::string_view kOpen = "([{<*_~";
    static constexpr std::string_view kClose = ")]}>*_~";
    const std::size_t kind = kOpen.find(text[at]);
    if (kind == std::string_view::npos) return 0;
    const std::size_t end = text.substr(0, at + kMost).find(kClose[kind], at + 1);
    if (end == std::string_view::npos) return 0;
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    if (kind > 1) return is_pure(inside, rules) ? end + 1 : 0;
    const std::size_t count = words_of(before_colon(inside)).size();
    const bool direction =
        count <= kLongestDirection && (is_of_stage(inside, rules) || is_call(inside, rules));
    return direction ? end + 1 : 0;
}

}  // namespace declaim
