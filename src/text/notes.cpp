#include "text/notes.hpp"

#include <string_view>

#include "text/unicode.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMost = 4;  // blocks at the foot that may be notes

Phrases phrases_of(std::initializer_list<std::string_view> texts) {
    Phrases phrases;
    for (const std::string_view text : texts) phrases.add(text);
    return phrases;
}

const Phrases& thanks() {
    static const Phrases kThanks = phrases_of(
        {"thank", "thanks", "merci", "danke", "dank", "gracias", "grazie", "obrigado", "obrigada",
         "bedankt", "dziękuję", "спасибо", "благодарю", "tack", "takk", "kiitos"});
    return kThanks;
}

const Phrases& first_person() {
    static const Phrases kWords = phrases_of(
        {"I",        "me",      "my",      "we",  "us",   "our",    "ich",    "wir", "mich",
         "mir",      "uns",     "unser",   "je",  "j'ai", "nous",   "notre",  "nos", "yo",
         "nosotros", "nuestro", "nuestra", "io",  "noi",  "nostro", "nostra", "eu",  "nós",
         "nosso",    "nossa",   "ik",      "wij", "ons",  "onze",   "ja",     "my",  "nasz",
         "nasze",    "я",       "мы",      "нас", "наш",  "мой",    "мне"});
    return kWords;
}

bool is_speakers(const Block& block) {
    if (block.kind == BlockKind::address) return true;
    const std::vector<Word> words = words_of(block.text);
    return thanks().occurs(words) || first_person().occurs(words);
}

/// "Note:", "Editors' note:" at the head.
bool opens_note(const Block& block, const Rules& rules) {
    const std::string_view head = std::string_view(block.text).substr(0, 60);
    const std::size_t colon = head.find(':');
    return colon != std::string_view::npos && block.kind == BlockKind::paragraph &&
           rules.furniture.notes.is(words_of(head.substr(0, colon)));
}

/// Speaks of somebody by role, or names a day or a document by number.
bool is_third_person(const Block& block, const Rules& rules) {
    const std::vector<Word> words = words_of(block.text);
    for (const Word& word : words)
        if (!word.letter) return true;
    return rules.furniture.roles.occurs(words);
}

bool follows_thanks(const std::vector<Block>& blocks, std::size_t at) {
    return at > 0 && thanks().occurs(words_of(blocks[at - 1].text));
}

}  // namespace

void mark_notes(std::vector<Block>& blocks, const Rules& rules) {
    std::size_t first = blocks.size();  // of the blocks at the foot that nobody says
    while (first > 1 && blocks.size() - first < kMost && !is_speakers(blocks[first - 1])) --first;
    for (std::size_t i = first; i < blocks.size(); ++i) {
        if (!opens_note(blocks[i], rules)) continue;
        if (!is_third_person(blocks[i], rules) && !follows_thanks(blocks, i)) continue;
        for (; i < blocks.size(); ++i) blocks[i].kind = BlockKind::note;
    }
}

}  // namespace declaim
