#include "say/verbalise.hpp"

#include <algorithm>
#include <tuple>

#include "base/unicode.hpp"
#include "say/capitals.hpp"
#include "say/leftovers.hpp"

namespace declaim {
namespace {

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// A rule at work on one sentence, with its next match.
struct Candidate {
    const SayRule* rule = nullptr;
    std::size_t rank = 0;
    std::optional<PatternMatch> match;
    std::string words;
};

bool overlaps(const std::vector<ByteRange>& passages, const ByteRange& where) {
    return std::any_of(passages.begin(), passages.end(), [&](const ByteRange& passage) {
        return where.begin < passage.end && passage.begin < where.end;
    });
}

class Scan {
  public:
    Scan(std::string_view sentence, const SayRules& rules, const SayContext& context)
        : sentence_(sentence), text_(sentence), rules_(rules), context_(context) {
        text_ += '\n';
        capitals_ = passages_in_capitals(sentence);
        const Features features(sentence, rules.index);
        std::size_t rank = 0;
        for (const SayRule& rule : rules.rules) {
            if (!features.meet(rule.needs)) continue;
            candidates_.push_back({&rule, rank++, {}, {}});
            advance(candidates_.back(), 0);
        }
    }

    SpokenSentence run() {
        std::size_t at = 0;
        for (;;) {
            std::erase_if(candidates_, [](const Candidate& each) { return !each.match; });
            if (candidates_.empty()) break;
            const auto best = std::min_element(
                candidates_.begin(), candidates_.end(),
                [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
            take(*best, at);
            at = best->match->where.end;
            for (Candidate& each : candidates_)
                if (each.match->where.begin < at) advance(each, at);
        }
        leave({at, sentence_.size()});
        return std::move(out_);
    }

  private:
    using Order = std::tuple<std::size_t, std::size_t, bool, std::size_t>;
    [[nodiscard]] Order order(const Candidate& each) const {
        const bool other_order =
            !each.rule->order.empty() && (each.rule->order == "day_first") != context_.day_first;
        return {each.match->where.begin, sentence_.size() - each.match->where.end, other_order,
                each.rank};
    }

    /// Finds the next match, from `from` on, that the rule can say.
    void advance(Candidate& each, std::size_t from) const {
        for (;;) {
            each.match = pattern_of(*each.rule, rules_).find(text_, from);
            if (!each.match) return;
            ByteRange& where = each.match->where;
            where.end = std::min(where.end, sentence_.size());
            if (where.begin >= from && where.size() > 0 &&
                !(each.rule->lone && overlaps(capitals_, where)))
                if (auto words = read_out(each.rule->spoken, *each.match, rules_, context_)) {
                    each.words = std::move(*words);
                    return;
                }
            from = std::max(from, where.begin);
            if (from >= sentence_.size()) break;
            next_char(sentence_, from);
            if (from >= sentence_.size()) break;
        }
        each.match.reset();
    }

    void take(const Candidate& each, std::size_t at) {
        const ByteRange where = each.match->where;
        leave({at, where.begin});
        std::string words = each.words;
        // The full stop of an abbreviation may also be that of the sentence.
        if (sentence_[where.end - 1] == '.' && where.end == sentence_.size() &&
            !words.ends_with('.'))
            words += '.';
        if (words != sentence_.substr(where.begin, where.size()))
            out_.push_back({where, std::move(words), each.rule->name});
    }

    /// A stretch that no rule says: small letters for passages in capitals, and the leftovers.
    void leave(ByteRange stretch) {
        for (const ByteRange& passage : capitals_) {
            const ByteRange part{std::max(stretch.begin, passage.begin),
                                 std::min(stretch.end, passage.end)};
            if (part.begin >= part.end) continue;
            const std::string_view written = sentence_.substr(part.begin, part.size());
            for (const Word& word : words_of(written)) {
                const ByteRange where{part.begin + word.begin, part.begin + word.end};
                say_leftovers(sentence_, {stretch.begin, where.begin}, rules_, out_);
                if (word.letter && !has_digit(word.folded))
                    out_.push_back({where, word.folded, "capitals"});
                else
                    say_leftovers(sentence_, where, rules_, out_);
                stretch.begin = where.end;
            }
        }
        if (stretch.begin < stretch.end) say_leftovers(sentence_, stretch, rules_, out_);
    }

    std::string_view sentence_;
    /// With a newline behind: the end is an edge as any other, or of two matches of one rule there
    /// ("5 m" before "²", "5 m²") neither were the longer.
    std::string text_;
    const SayRules& rules_;
    const SayContext& context_;
    std::vector<ByteRange> capitals_;
    std::vector<Candidate> candidates_;
    SpokenSentence out_;
};

}  // namespace

SpokenSentence verbalise(std::string_view sentence, const SayRules& rules,
                         const SayContext& context) {
    // In a language without rules the engine's own reading of numbers and signs is the best there is.
    if (rules.rules.empty() && rules.words.empty()) return {};
    return Scan(sentence, rules, context).run();
}

}  // namespace declaim
