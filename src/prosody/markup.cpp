#include "prosody/markup.hpp"

#include <algorithm>
#include <iterator>

#include "base/unicode.hpp"
#include "prosody/tags.hpp"

namespace declaim {
namespace {

struct CharRange {
    char32_t first;
    char32_t last;
};

/// Invisible ones: zero-width, of direction, variation selectors, tags.
/// Source: Unicode 15, Default_Ignorable_Code_Point.
constexpr CharRange kIgnorable[] = {
    {0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

/// Controls, separators, what is no character, and the private area, which the engine uses itself.
constexpr CharRange kUnspeakable[] = {
    {0, 0x1F},        {'[', '['},       {']', ']'},       {0x7F, 0x9F},        {0x2028, 0x2029},
    {0xD800, 0xF8FF}, {0xFDD0, 0xFDEF}, {0xFFFC, 0xFFFF}, {0xF0000, 0x10FFFF},
};

template <std::size_t N>
bool is_in(char32_t c, const CharRange (&ranges)[N]) {
    const auto* after = std::upper_bound(
        std::begin(ranges), std::end(ranges), c,
        [](char32_t wanted, const CharRange& range) { return wanted < range.first; });
    return after != std::begin(ranges) && c <= std::prev(after)->last;
}

/// What the engine gets for a character: 0 for nothing.
char32_t engine_char(char32_t c) {
    if (is_in(c, kUnspeakable)) return ' ';
    return is_in(c, kIgnorable) ? 0 : c;
}

/// Marks after which a <break> within the prosody is exact.
bool bears_break(char32_t c) {
    return c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2013 || c == 0x2014 ||
           c == 0x2026;
}

/// Writes markup and notes what its characters stand for.
class Writer {
  public:
    void tag(std::string_view tag) {
        if (after_phonemes_ && !tag.empty()) add_space();
        markup_.ssml += tag;
        at_ += static_cast<std::uint32_t>(tag.size());  // tags are ASCII
    }
    /// A character of the text; `as_one`: of what is said for the stretch that begins there.
    void character(char32_t c, std::uint32_t byte, bool as_one = false) {
        c = engine_char(c);
        if (c == 0) return;
        if (after_phonemes_ && c == '.') c = ' ';
        if (after_phonemes_ && c != ' ') add_space();
        if (in_word_ >= kLongestWord && c != ' ') add_space();
        note(byte, as_one, c);
        add(c);
    }
    void phonemes(std::string_view phonemes, std::uint32_t byte) {
        if (last_ != ' ') add_space();
        raw("[[", byte);
        for (std::size_t at = 0; at < phonemes.size();)
            character(next_char(phonemes, at), byte, true);
        raw("]]", byte);
        after_phonemes_ = true;
    }
    /// The last character that is no space.
    [[nodiscard]] char32_t last_visible() const noexcept { return last_visible_; }
    Markup finish() { return std::move(markup_); }

  private:
    void raw(std::string_view text, std::uint32_t byte) {
        for (const char c : text) {
            note(byte, true, 0);
            add(static_cast<char32_t>(c));
        }
    }
    void add_space() {
        after_phonemes_ = false;
        add(' ');
    }
    void add(char32_t c) {
        const std::string_view entity = c < 0x80 ? escape_of(static_cast<char>(c)) : "";
        if (entity.empty()) append_char(markup_.ssml, c);
        markup_.ssml += entity;
        at_ += entity.empty() ? 1 : static_cast<std::uint32_t>(entity.size());
        const bool space = c == ' ';
        in_word_ = space ? 0 : in_word_ + 1;
        if (space) after_phonemes_ = false;
        if (!space) last_visible_ = c;
        last_ = c;
    }
    /// The next character of the markup stands for that byte.
    void note(std::uint32_t byte, bool as_one, char32_t c) {
        auto& runs = markup_.runs;
        const bool goes_on = !runs.empty() && runs.back().as_one == as_one &&
                             runs.back().markup_character + runs.back().characters == at_ &&
                             (as_one ? runs.back().text_byte == byte : next_byte_ == byte);
        if (!goes_on) runs.push_back({at_, byte, 0, as_one});
        ++runs.back().characters;
        next_byte_ = byte;
        std::string bytes;
        append_char(bytes, c);
        next_byte_ += static_cast<std::uint32_t>(bytes.size());
    }

    Markup markup_;
    std::uint32_t at_ = 0;         ///< code points written
    std::uint32_t next_byte_ = 0;  ///< of the text, where the last run goes on
    std::size_t in_word_ = 0;
    char32_t last_ = ' ';
    char32_t last_visible_ = 0;
    bool after_phonemes_ = false;
};

/// One that the engine would pause at, or that a <break> needs out of its way.
bool is_wrapping(char32_t c) { return is_closing_mark(c) || is_opening_mark(c) || is_space(c); }

/// Where the quotes, brackets and full stops begin that end a stretch of the text.
std::size_t tail_of(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = end; at > begin;) {
        const std::size_t behind = at;
        const char32_t c = previous_char(text, at);
        if (!is_wrapping(c) && c != '.') return behind;
    }
    return begin;
}

/// Says the sentence phrase by phrase.
class Saying {
  public:
    explicit Saying(const Utterance& utterance) : utterance_(utterance) {
        if (!utterance.phrases.empty()) return;
        whole_ = {{0, utterance.text.size()}, utterance.prosody, 0};
    }
    Markup mark_up() {
        out_.tag("<s>");
        if (utterance_.phrases.empty()) say(whole_, true);
        for (const Phrase& phrase : utterance_.phrases)
            say(phrase, &phrase == &utterance_.phrases.back());
        out_.tag("</s>");
        return out_.finish();
    }

  private:
    /// What is said for a stretch stands in the phrase in which the stretch begins.
    void say(const Phrase& phrase, bool last) {
        if (at_ >= phrase.where.end && !last) return;
        const std::size_t end = last ? utterance_.text.size() : phrase.where.end;
        const bool pause = phrase.pause_ms > 0 && !last;
        const std::string tag = start_tag(phrase.prosody);
        const char* end_tag = tag.empty() ? "" : "</prosody>";
        out_.tag(tag);
        say_text(end, pause);
        if (!pause) return out_.tag(end_tag);
        const bool inside = bears_break(out_.last_visible());
        out_.tag(inside ? break_tag(phrase.pause_ms) : end_tag);
        out_.tag(inside ? end_tag : break_tag(phrase.pause_ms));
        after_pause_ = true;
    }
    void say_text(std::size_t end, bool before_pause) {
        const std::string_view text = utterance_.text;
        const auto& spans = utterance_.spoken;
        std::size_t tail = end;
        if (before_pause) tail = tail_of(text, last_rewrite_before(end), end);
        while (at_ < end) {
            if (next_span_ < spans.size() && spans[next_span_].written.begin <= at_) {
                say_span(spans[next_span_++]);
                continue;
            }
            const auto byte = static_cast<std::uint32_t>(at_);
            char32_t c = next_char(text, at_);
            const bool wraps = is_wrapping(c);
            if (wraps && (after_pause_ || byte >= tail)) c = ' ';
            // Behind a full stop the engine loses the tag.
            if (c == '.' && byte >= tail) c = out_.last_visible() == ',' ? ' ' : ',';
            after_pause_ = after_pause_ && wraps;
            out_.character(c, byte);
        }
    }
    void say_span(const SpokenSpan& span) {
        const auto byte = static_cast<std::uint32_t>(span.written.begin);
        after_pause_ = false;
        if (!span.phonemes.empty()) out_.phonemes(span.phonemes, byte);
        for (std::size_t at = 0; span.phonemes.empty() && at < span.words.size();)
            out_.character(next_char(span.words, at), byte, true);
        at_ = std::max(at_, static_cast<std::size_t>(span.written.end));
    }
    /// The end of the last stretch that is said otherwise and begins before `end`.
    [[nodiscard]] std::size_t last_rewrite_before(std::size_t end) const {
        std::size_t last = at_;
        const auto& spans = utterance_.spoken;
        for (std::size_t i = next_span_; i < spans.size() && spans[i].written.begin < end; ++i)
            last = std::min<std::size_t>(spans[i].written.end, end);
        return last;
    }

    const Utterance& utterance_;
    Phrase whole_;
    Writer out_;
    std::size_t at_ = 0;  ///< of the text: said up to there
    std::size_t next_span_ = 0;
    bool after_pause_ = false;
};

}  // namespace

Markup mark_up(const Utterance& utterance) { return Saying(utterance).mark_up(); }

Markup mark_up(std::string_view text, const Prosody& prosody) {
    Utterance utterance;
    utterance.text = text;
    utterance.prosody = prosody;
    return mark_up(utterance);
}

}  // namespace declaim
