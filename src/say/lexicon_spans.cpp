#include "say/lexicon_spans.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace declaim {
namespace {

bool overlap(const ByteRange& a, const ByteRange& b) { return a.begin < b.end && b.begin < a.end; }

/// The rules on one stretch of a sentence, for where they wanted a word of the lexicon too.
void say_stretch(std::string_view sentence, ByteRange stretch, const SayRules& rules,
                 const SayContext& context, SpokenSentence& out) {
    if (stretch.begin >= stretch.end) return;
    for (SpokenSpan& span :
         verbalise(sentence.substr(stretch.begin, stretch.size()), rules, context)) {
        span.written.begin += stretch.begin;
        span.written.end += stretch.begin;
        out.push_back(std::move(span));
    }
}

/// Puts the spans of the rules into the gaps between the words of the lexicon.
class Gaps {
  public:
    Gaps(std::string_view sentence, SpokenSentence ruled, const SayRules& rules,
         const SayContext& context)
        : sentence_(sentence), ruled_(std::move(ruled)), rules_(rules), context_(context) {
        next_ = ruled_.begin();
    }

    /// What is said of [at_, word.begin): the spans there, but none that reaches into the word
    /// before or after; what such a one leaves goes to the rules again.
    void fill(ByteRange word) {
        std::size_t from = at_;
        bool given_up = next_ != ruled_.begin() && std::prev(next_)->written.end > at_;
        for (; next_ != ruled_.end() && next_->written.begin < word.begin; ++next_) {
            if (next_->written.begin < at_ || overlap(next_->written, word)) {
                given_up = true;
                continue;
            }
            if (given_up)
                say_stretch(sentence_, {from, next_->written.begin}, rules_, context_, out);
            given_up = false;
            from = next_->written.end;
            out.push_back(std::move(*next_));
        }
        if (given_up) say_stretch(sentence_, {from, word.begin}, rules_, context_, out);
        for (at_ = word.end; next_ != ruled_.end() && next_->written.end <= at_;) ++next_;
    }

    SpokenSentence out;

  private:
    std::string_view sentence_;
    SpokenSentence ruled_;
    const SayRules& rules_;
    const SayContext& context_;
    SpokenSentence::iterator next_;
    std::size_t at_ = 0;
};

/// The words of a span without digits and signs, and with the full stop that ended the sentence.
void tidy(std::string_view sentence, SpokenSpan& span, const SayRules& rules,
          const SayContext& context) {
    if (const SpokenSentence inner = verbalise(span.words, rules, context); !inner.empty())
        span.words = spoken_text(span.words, inner);
    if (sentence[span.written.end - 1] == '.' && span.written.end == sentence.size() &&
        !span.words.ends_with('.'))
        span.words += '.';
}

/// Whether a stretch is part of a web or mail address: joined to the rest by '@', '_' or a dot.
bool is_in_address(std::string_view sentence, ByteRange where) {
    const auto solid = [&](std::size_t at) {
        return at < sentence.size() &&
               (std::isalnum(static_cast<unsigned char>(sentence[at])) != 0);
    };
    const auto joins = [&](std::size_t at, std::size_t beyond) {
        if (at >= sentence.size()) return false;
        return sentence[at] == '@' || sentence[at] == '_' || (sentence[at] == '.' && solid(beyond));
    };
    return joins(where.end, where.end + 1) ||
           (where.begin > 0 && joins(where.begin - 1, where.begin - 2));
}

}  // namespace

SpokenSentence say_sentence(std::string_view sentence, const Lexicon& lexicon,
                            const SayRules& rules, const SayContext& context) {
    SpokenSentence known = lexicon.find(sentence);
    std::erase_if(known,
                  [&](const SpokenSpan& span) { return is_in_address(sentence, span.written); });
    SpokenSentence ruled = verbalise(sentence, rules, context);
    if (known.empty()) return ruled;
    Gaps gaps(sentence, std::move(ruled), rules, context);
    for (SpokenSpan& span : known) {
        tidy(sentence, span, rules, context);
        gaps.fill(span.written);
        gaps.out.push_back(std::move(span));
    }
    gaps.fill({sentence.size(), sentence.size()});
    return std::move(gaps.out);
}

}  // namespace declaim
