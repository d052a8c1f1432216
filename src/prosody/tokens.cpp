#include "prosody/tokens.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace declaim {
namespace {

bool is_dash(char32_t c) noexcept { return c == 0x2014 || c == 0x2013 || c == 0x2015; }

bool is_bracket_open(char32_t c) noexcept { return c == '(' || c == '[' || c == 0xFF08; }
bool is_bracket_close(char32_t c) noexcept { return c == ')' || c == ']' || c == 0xFF09; }

Mark mark_of(char32_t c) noexcept {
    switch (c) {
        case ',':
        case 0x60C:   // Arabic
        case 0x3001:  // ideographic
        case 0xFF0C:
            return Mark::comma;
        case ';':
        case 0x61B:
            return Mark::semicolon;
        case ':':
            return Mark::colon;
        case 0x2026:
            return Mark::ellipsis;
        case '?':
        case '!':
            return Mark::end;
        default:
            return is_dash(c) ? Mark::dash : Mark::none;
    }
}

/// Quotation marks that cannot be an apostrophe, and the single one that only opens.
bool is_quote(char32_t c) noexcept {
    return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2018;
}

std::size_t letters_in(std::string_view text) {
    std::size_t letters = 0;
    for (const Word& word : words_of(text))
        letters += characters(text.substr(word.begin, word.end - word.begin));
    return letters;
}

bool is_word(char32_t c) {
    std::string bytes;
    append_char(bytes, c);
    return !words_of(bytes).empty();
}

class Tokeniser {
  public:
    explicit Tokeniser(const Utterance& utterance) : utterance_(utterance), text_(utterance.text) {}

    std::vector<Token> run() {
        while (at_ < text_.size()) {
            if (next_span_ < utterance_.spoken.size() &&
                utterance_.spoken[next_span_].written.begin <= at_) {
                // A sign that is not said may part all the same.
                const SpokenSpan& span = utterance_.spoken[next_span_++];
                if (letters_in(span.words) > 0) {
                    take_span(span);
                    continue;
                }
            }
            const std::size_t begin = at_;
            take_char(next_char(text_, at_), begin);
        }
        end_token();
        return std::move(tokens_);
    }

  private:
    void take_span(const SpokenSpan& span) {
        if (!wordless_ && (spaced_ || dashed_)) end_token(at_);
        if (word_end_ == 0) word_begin_ = at_;
        at_ = std::max<std::size_t>(span.written.end, at_);
        word_end_ = at_;
        letters_ += letters_in(span.words);
        wordless_ = spaced_ = false;
        mark_ = Mark::none;
    }
    void take_char(char32_t c, std::size_t begin) {
        const bool space = is_space(c);
        if (c == '\n') raise(Mark::line);
        if (space) {
            spaced_ = true;
            return;
        }
        const bool lone = begin > 0 && is_space_at(begin - 1) && is_space_at(at_);
        const bool dash =
            c == 0x2014 || (is_dash(c) && (spaced_ || is_space_at(at_))) || (c == '-' && lone);
        const bool belongs_before = dash || is_bracket_close(c) || (!wordless_ && closes(c));
        if (!wordless_ && (spaced_ || dashed_) && !belongs_before) end_token(begin);
        spaced_ = false;
        if (dash) {
            if (!wordless_) dashed_ = true;
            return raise(Mark::dash);
        }
        if (is_bracket_open(c)) opens_ = true;
        if (is_bracket_close(c)) closes_ = true;
        if (is_word(c)) {
            if (word_end_ == 0) word_begin_ = begin;
            word_end_ = at_;
            ++letters_;
            wordless_ = false;
            mark_ = Mark::none;  // within a word: "3,5", "e.g"
        } else if (const Mark mark = mark_of(c); mark != Mark::none && !is_dash(c)) {
            raise(mark);
        }
    }
    [[nodiscard]] bool is_space_at(std::size_t at) const {
        return at < text_.size() && (text_[at] == ' ' || text_[at] == '\n');
    }
    /// A mark that may stand apart from the word it follows: "« oui » !"
    [[nodiscard]] static bool closes(char32_t c) {
        return c == 0xBB || mark_of(c) == Mark::semicolon || mark_of(c) == Mark::colon ||
               mark_of(c) == Mark::end || c == 0x2026;
    }
    void raise(Mark mark) {
        if (!wordless_) mark_ = std::max(mark_, mark);
    }
    void end_token(std::size_t end) {
        Token token;
        token.where = {begin_, end};
        const auto words = words_of(text_.substr(word_begin_, word_end_ - word_begin_));
        if (!words.empty()) token.word = words.front().folded;
        token.capital = !words.empty() && words.front().capital;
        token.letters = letters_;
        token.mark = mark_;
        token.opens_bracket = opens_;
        token.closes_bracket = closes_;
        tokens_.push_back(token);
        begin_ = end;
        letters_ = word_begin_ = word_end_ = 0;
        mark_ = Mark::none;
        wordless_ = true;
        dashed_ = opens_ = closes_ = false;
    }
    void end_token() {
        if (wordless_ && !tokens_.empty()) {
            tokens_.back().where.end = text_.size();
            tokens_.back().closes_bracket = tokens_.back().closes_bracket || closes_;
        } else if (begin_ < text_.size()) {
            end_token(text_.size());
        }
    }

    const Utterance& utterance_;
    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    std::size_t word_begin_ = 0;
    std::size_t word_end_ = 0;
    std::size_t letters_ = 0;
    std::size_t next_span_ = 0;
    Mark mark_ = Mark::none;
    bool wordless_ = true;
    bool spaced_ = false;
    bool dashed_ = false;
    bool opens_ = false;
    bool closes_ = false;
};

}  // namespace

std::vector<Token> tokens_of(const Utterance& utterance) { return Tokeniser(utterance).run(); }

std::vector<ByteRange> quotations(std::string_view text) {
    std::vector<ByteRange> found;
    bool open = false;
    bool single = false;
    std::size_t begin = 0;
    char32_t before = ' ';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = next_char(text, at);
        std::size_t look = at;
        const char32_t after = at < text.size() ? next_char(text, look) : U' ';
        const bool closing = single ? c == 0x2019 : is_quote(c) && c != 0x2018;
        if (open && closing && !is_word(after)) {
            open = false;
            if (here > begin) found.push_back({begin, here});
        } else if (const bool at_start =
                       is_space(before) || is_opening_mark(before) || is_dash(before);
                   !open && is_quote(c) && at_start && (!is_space(after) || c == 0xAB)) {
            open = true;
            single = c == 0x2018;
            begin = at;
        }
        before = c;
    }
    return found;
}

char32_t end_mark(std::string_view text) noexcept {
    for (std::size_t at = text.size(); at > 0;) {
        const char32_t c = previous_char(text, at);
        if (is_space(c) || is_closing_mark(c)) continue;
        if (c == 0xFF1F || c == 0x61F || c == 0x37E) return '?';
        return c == 0xFF01 ? U'!' : c;
    }
    return 0;
}

}  // namespace declaim
