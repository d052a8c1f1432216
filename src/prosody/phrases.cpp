#include "prosody/phrases.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "prosody/tokens.hpp"

namespace declaim {
namespace {

using Index = std::size_t;

/// How a token is said, and the pause behind it. Indices are of tokens.
struct Place {
    Prosody prosody;
    int pause_ms = 0;
};

class Phraser {
  public:
    Phraser(const Utterance& utterance, const Style& style, const Phrasing& phrasing)
        : utterance_(utterance),
          style_(style),
          phrasing_(phrasing),
          tokens_(tokens_of(utterance)),
          places_(tokens_.size()),
          before_(tokens_.size() + 1) {
        for (Index i = 0; i < tokens_.size(); ++i) before_[i + 1] = before_[i] + tokens_[i].letters;
    }

    std::vector<Phrase> run(const std::vector<ByteRange>& quoted) {
        if (tokens_.size() < 2) return {};
        pause_at_marks();
        leave_near_commas();
        set_off_brackets();
        set_off_dashes();
        for (const ByteRange& range : quoted) set_off_quotation(range);
        pace_series();
        pace_clauses();
        breathe();
        return phrases();
    }

  private:
    [[nodiscard]] std::size_t letters(Index begin, Index end) const {
        return before_[end] - before_[begin];
    }
    [[nodiscard]] bool fits(const Manner& manner, Index begin, Index end) const {
        const std::size_t length = letters(begin, end);
        return length > 0 && length >= static_cast<std::size_t>(manner.least_letters) &&
               length <= static_cast<std::size_t>(manner.most_letters);
    }
    [[nodiscard]] int pause_of(Mark mark) const {
        const MarkPauses& marks = style_.marks;
        switch (mark) {
            case Mark::comma:
                return marks.comma_ms;
            case Mark::semicolon:
                return marks.semicolon_ms;
            case Mark::colon:
                return marks.colon_ms;
            case Mark::dash:
                return marks.dash_ms;
            case Mark::ellipsis:
                return marks.ellipsis_ms;
            case Mark::line:
                return marks.line_ms;
            case Mark::end:
            case Mark::none:
                break;
        }
        return 0;
    }
    void pause_at_marks() {
        for (Index i = 0; i + 1 < tokens_.size(); ++i)
            places_[i].pause_ms = pause_of(tokens_[i].mark);
    }
    /// A comma with little on either side is hardly a pause: "no, no, no".
    void leave_near_commas() {
        Index from = 0;
        for (Index i = 0; i + 1 < tokens_.size(); ++i) {
            if (tokens_[i].mark == Mark::none) continue;
            Index to = i + 1;
            const auto least = static_cast<std::size_t>(style_.breath.least_letters);
            while (to < tokens_.size() && letters(i + 1, to) < least &&
                   (to == i + 1 || tokens_[to - 1].mark == Mark::none))
                ++to;
            const bool little = letters(from, i + 1) < least && letters(i + 1, to) < least;
            if (tokens_[i].mark == Mark::comma && little)
                places_[i].pause_ms = 0;
            else
                from = i + 1;
        }
    }
    /// Tokens [begin, end) are said in that manner.
    void set_off(const Manner& manner, Index begin, Index end) {
        for (Index i = begin; i < end; ++i)
            places_[i].prosody = places_[i].prosody * manner.prosody;
        if (begin > 0) pause_after(begin - 1, manner.pause_before_ms);
        pause_after(end - 1, manner.pause_after_ms);
    }
    void pause_after(Index i, int ms) {
        if (i + 1 >= tokens_.size() || ms <= 0) return;
        places_[i].pause_ms = std::max(places_[i].pause_ms, ms);
    }
    void set_off_brackets() {
        for (Index i = 0; i < tokens_.size(); ++i) {
            if (!tokens_[i].opens_bracket) continue;
            Index end = i;
            while (end < tokens_.size() && !tokens_[end].closes_bracket) ++end;
            if (end == tokens_.size()) return;
            if (fits(style_.parenthesis, i, end + 1)) set_off(style_.parenthesis, i, end + 1);
            i = end;
        }
    }
    /// Between two dashes within the sentence; a third one opens the next pair.
    void set_off_dashes() {
        Index open = tokens_.size();
        for (Index i = 0; i + 1 < tokens_.size(); ++i) {
            if (tokens_[i].mark == Mark::end || tokens_[i].mark == Mark::line)
                open = tokens_.size();
            if (tokens_[i].mark != Mark::dash) continue;
            if (open < i && fits(style_.parenthesis, open + 1, i + 1)) {
                places_[open].pause_ms = places_[i].pause_ms = 0;  // it has pauses of its own
                set_off(style_.parenthesis, open + 1, i + 1);
                open = tokens_.size();
            } else {
                open = i;
            }
        }
    }
    void set_off_quotation(const ByteRange& range) {
        const auto first = std::upper_bound(
            tokens_.begin(), tokens_.end(), range.begin,
            [](std::size_t at, const Token& token) { return at < token.where.end; });
        const auto last = std::lower_bound(
            first, tokens_.end(), range.end,
            [](const Token& token, std::size_t at) { return token.where.begin < at; });
        const auto begin = static_cast<Index>(first - tokens_.begin());
        const auto end = static_cast<Index>(last - tokens_.begin());
        if (begin < end && fits(style_.quotation, begin, end))
            set_off(style_.quotation, begin, end);
    }

    [[nodiscard]] bool is_joiner(Index i) const {
        return phrasing_.joiners.contains(tokens_[i].word);
    }
    /// "a, b and c" and "a, b, and c": members between commas, the last one with a joiner.
    void pace_series() {
        if (style_.series.most_steps == 0 && style_.series.pause_ms == 0) return;
        Index from = 0;  // behind the last mark
        for (Index i = 0; i + 1 < tokens_.size(); ++i) {
            if (tokens_[i].mark == Mark::none) continue;
            if (tokens_[i].mark == Mark::comma) i = pace_members(from, i);
            from = i + 1;
        }
    }
    struct Member {
        Index begin;
        Index end;
        bool joined;  ///< a joiner opens it or stands within it: it is the last
    };
    /// The member that begins behind a comma; one that is too long, or a clause, is empty.
    [[nodiscard]] Member member(Index begin) const {
        const auto most = static_cast<std::size_t>(style_.series.most_letters);
        Member found = {begin, begin, begin < tokens_.size() && is_joiner(begin)};
        if (begin >= tokens_.size() || phrasing_.openers.contains(tokens_[begin].word))
            return found;
        for (Index i = begin; i < tokens_.size(); ++i) {
            if (i > begin && is_joiner(i)) found.joined = true;
            if (letters(begin, i + 1) > most && !found.joined) return found;
            const bool last = i + 1 == tokens_.size();
            const bool ends = last || tokens_[i].mark != Mark::none ||
                              phrasing_.openers.contains(tokens_[i + 1].word);
            if (!ends) continue;
            found.end = i + 1;
            return found;
        }
        return found;
    }
    /// Paces the series whose first comma stands behind token `comma`; returns the last token
    /// that need not be looked at again.
    Index pace_members(Index from, Index comma) {
        std::vector<Member> members;
        for (Index begin = comma + 1;; begin = members.back().end) {
            const Member next = member(begin);
            if (next.end == next.begin) break;
            members.push_back(next);
            if (next.joined || tokens_[next.end - 1].mark != Mark::comma) break;
        }
        if (members.empty()) return comma;
        const Index last = members.back().end - 1;
        if (!members.back().joined) return last;  // nor is there a series within it
        if (members.size() == 1 && !parts_words(from, comma, members.front())) return comma;
        for (std::size_t n = 0; n < members.size(); ++n) {
            const Prosody step = risen(style_.series, static_cast<int>(n) + 1);
            for (Index i = members[n].begin; i < members[n].end; ++i)
                places_[i].prosody = places_[i].prosody * step;
            pause_after(members[n].begin - 1, style_.series.pause_ms);
        }
        return last;
    }
    /// Whether one comma parts members: it does in "they dried, pressed and mended it", not in
    /// "in May, bread and butter" nor in "he came, and she went".
    [[nodiscard]] bool parts_words(Index from, Index comma, const Member& member) const {
        if (comma + 1 - from < 4 || is_joiner(member.begin)) return false;
        Index joiner = member.begin;
        while (!is_joiner(joiner)) ++joiner;
        return joiner - member.begin <= 3;
    }
    /// Clauses that begin with the same words: "we shall fight …, we shall fight …".
    void pace_clauses() {
        int steps = 0;
        Index last = opening(0);
        for (Index i = 0; i + 1 < tokens_.size(); ++i) {
            if (places_[i].pause_ms == 0) continue;
            const Index now = opening(i + 1);
            steps = alike(last, now) ? steps + 1 : 0;
            last = now;
            if (steps == 0) continue;
            const Prosody step = risen(style_.anaphora, steps);
            for (Index k = i + 1; k < tokens_.size(); ++k) {
                places_[k].prosody = places_[k].prosody * step;
                if (places_[k].pause_ms > 0) break;
            }
            places_[i].pause_ms =
                static_cast<int>(std::lround(places_[i].pause_ms * style_.anaphora.pauses));
        }
    }
    /// The first word of a clause, joiners skipped.
    [[nodiscard]] Index opening(Index i) const {
        while (i + 1 < tokens_.size() && is_joiner(i)) ++i;
        return i;
    }
    [[nodiscard]] bool alike(Index a, Index b) const {
        const auto words = static_cast<Index>(style_.anaphora.words);
        if (style_.anaphora.most_steps == 0 || a + words > b || b + words > tokens_.size())
            return false;
        for (Index i = 0; i < words; ++i)
            if (tokens_[a + i].word.empty() || tokens_[a + i].word != tokens_[b + i].word)
                return false;
        return true;
    }

    /// Parts long stretches, each at the place nearest to its middle.
    void breathe() {
        if (style_.breath.pause_ms == 0) return;
        for (const bool joiners : {false, true}) {
            const std::vector<Index> places = openings(joiners);
            const int most =
                joiners ? std::max(style_.breath.joined_letters, style_.breath.most_letters)
                        : style_.breath.most_letters;
            std::vector<std::pair<Index, Index>> stretches;
            Index from = 0;
            for (Index i = 0; i < tokens_.size(); ++i)
                if (i + 1 == tokens_.size() || places_[i].pause_ms > 0 ||
                    tokens_[i].mark == Mark::end) {
                    stretches.emplace_back(from, i + 1);
                    from = i + 1;
                }
            while (!stretches.empty()) {
                const auto [begin, end] = stretches.back();
                stretches.pop_back();
                const Index cut = middle(places, begin, end, static_cast<std::size_t>(most));
                if (cut == begin) continue;
                pause_after(cut - 1, style_.breath.pause_ms);
                stretches.emplace_back(begin, cut);
                stretches.emplace_back(cut, end);
            }
        }
    }
    /// The tokens before which a clause opens, or one with a joiner; "in which" opens before "in".
    [[nodiscard]] std::vector<Index> openings(bool joiners) const {
        const auto& words = joiners ? phrasing_.joiners : phrasing_.openers;
        std::vector<Index> found;
        for (Index i = 1; i < tokens_.size(); ++i) {
            if (!words.contains(tokens_[i].word) || (joiners && joins_pair(i))) continue;
            const bool led = phrasing_.leaders.contains(tokens_[i - 1].word) ||
                             (!joiners && phrasing_.joiners.contains(tokens_[i - 1].word));
            const Index at = led && i > 1 && !joiners ? i - 1 : i;
            if (found.empty() || found.back() != at) found.push_back(at);
        }
        return found;
    }
    /// Whether a joiner stands between two names or two words that end alike: "Iran and Syria",
    /// "making and keeping".
    [[nodiscard]] bool joins_pair(Index joiner) const {
        if (joiner + 1 >= tokens_.size()) return false;
        const Token& left = tokens_[joiner - 1];
        const Token& right = tokens_[joiner + 1];
        constexpr std::size_t kEnding = 3;  // bytes: of an inflection
        const auto ending = [](const std::string& word) {
            return word.size() <= kEnding ? "" : word.substr(word.size() - kEnding);
        };
        const std::string end = ending(left.word);
        return (left.capital && right.capital) || (!end.empty() && end == ending(right.word));
    }
    /// Where to part tokens [begin, end) if they are longer than that; `begin` for nowhere.
    [[nodiscard]] Index middle(const std::vector<Index>& places, Index begin, Index end,
                               std::size_t most) const {
        const std::size_t length = letters(begin, end);
        if (length <= most) return begin;
        const std::size_t wanted = before_[begin] + length / 2;
        const auto after =
            std::lower_bound(places.begin(), places.end(), wanted,
                             [&](Index at, std::size_t letter) { return before_[at] < letter; });
        const auto least = static_cast<std::size_t>(style_.breath.least_letters);
        Index best = begin;
        std::size_t nearest = SIZE_MAX;
        const auto consider = [&](Index at) {
            if (at <= begin || at >= end || letters(begin, at) < least || letters(at, end) < least)
                return;
            const std::size_t off =
                before_[at] > wanted ? before_[at] - wanted : wanted - before_[at];
            if (off < nearest) {
                nearest = off;
                best = at;
            }
        };
        if (after != places.end()) consider(*after);
        if (after != places.begin()) consider(*std::prev(after));
        return best;
    }

    [[nodiscard]] std::vector<Phrase> phrases() const {
        std::vector<Phrase> found;
        for (Index i = 0; i < tokens_.size(); ++i) {
            const bool goes_on = !found.empty() && found.back().pause_ms == 0 && i > 0 &&
                                 places_[i].prosody == places_[i - 1].prosody;
            if (!goes_on)
                found.push_back({tokens_[i].where, utterance_.prosody * places_[i].prosody, 0});
            found.back().where.end = tokens_[i].where.end;
            found.back().pause_ms = i + 1 < tokens_.size() ? places_[i].pause_ms : 0;
        }
        if (found.size() == 1 && found.front().prosody == utterance_.prosody) found.clear();
        return found;
    }

    const Utterance& utterance_;
    const Style& style_;
    const Phrasing& phrasing_;
    std::vector<Token> tokens_;
    std::vector<Place> places_;
    std::vector<std::size_t> before_;  ///< letters before each token
};

}  // namespace

std::vector<Phrase> phrases_of(const Utterance& utterance, const std::vector<ByteRange>& quoted,
                               const Style& style, const Phrasing& phrasing) {
    return Phraser(utterance, style, phrasing).run(quoted);
}

Prosody operator*(const Prosody& a, const Prosody& b) noexcept {
    return {std::clamp(a.rate * b.rate, 0.5, 2.0), std::clamp(a.pitch * b.pitch, 0.5, 2.0),
            std::clamp(a.range * b.range, 0.0, 2.0)};
}

Prosody risen(const RiseStyle& rise, int steps) noexcept {
    const int taken = std::min(steps, rise.most_steps);
    return {std::pow(rise.step.rate, taken), std::pow(rise.step.pitch, taken),
            std::pow(rise.step.range, taken)};
}

}  // namespace declaim
