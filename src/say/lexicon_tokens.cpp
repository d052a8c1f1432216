#include "say/lexicon_tokens.hpp"

#include "base/unicode.hpp"

namespace declaim {
namespace {

/// What stands between words: every kind of apostrophe and hyphen as one, runs of spaces too.
std::string plain(char32_t c) {
    if (is_space(c)) return " ";
    if (c == U'’' || c == U'ʼ' || c == U'‘' || c == U'`' || c == U'´') return "'";
    if (c == U'‐' || c == U'‑') return "-";
    std::string out;
    append_char(out, c);
    return out;
}

}  // namespace

LexiconTokens::LexiconTokens(std::string_view text, bool fold) {
    std::size_t at = 0;
    const auto between = [&](std::size_t end) {
        while (at < end) {
            const std::size_t begin = at;
            std::string sign = plain(next_char(text, at));
            if (sign == " " && !tokens_.empty() && tokens_.back().text == " ")
                tokens_.back().where.end = at;
            else
                tokens_.push_back({std::move(sign), {begin, at}, false});
        }
    };
    for (Word& word : words_of(text)) {
        between(word.begin);
        std::string written(text.substr(word.begin, word.end - word.begin));
        tokens_.push_back(
            {fold ? std::move(word.folded) : std::move(written), {word.begin, word.end}, true});
        at = word.end;
    }
    between(text.size());
}

std::vector<std::string> LexiconTokens::texts() const {
    std::vector<std::string> out;
    out.reserve(tokens_.size());
    for (const LexiconToken& token : tokens_) out.push_back(token.text);
    return out;
}

std::string with_small_first(const std::string& word) {
    std::size_t first = 0;
    if (!word.empty()) next_char(word, first);
    const std::string small = fold_case(word);
    return std::string_view(word).substr(first) ==
                   std::string_view(small).substr(std::min(first, small.size()))
               ? small
               : word;
}

}  // namespace declaim
