#include "prosody/planner.hpp"

#include <algorithm>
#include <cmath>

#include "base/unicode.hpp"
#include "prosody/markup.hpp"
#include "prosody/phrases.hpp"
#include "prosody/tokens.hpp"

namespace declaim {
namespace {

/// A sentence on its way into the plan.
struct Draft {
    Utterance utterance;
    std::vector<ByteRange> quoted;  ///< in its text
    int least_before_ms = 0;
    int least_after_ms = 0;
    double pause_before = 1.0;  ///< factor of the pause before it
};

bool is_chosen(const Block& block, const PlanOptions& options) {
    return is_spoken(block.kind) ||
           (block.kind == BlockKind::direction && options.speak_directions);
}

SpokenSentence spoken(const Script& script, std::size_t block, std::size_t sentence) {
    if (block >= script.size() || sentence >= script[block].size()) return {};
    return script[block][sentence];
}

/// Whether a block tells, asks and ends as running speech does.
bool is_prose(BlockKind kind) { return kind != BlockKind::heading && kind != BlockKind::address; }

class Planner {
  public:
    Planner(const Speech& speech, const Script& script, const Style& style,
            const PlanOptions& options)
        : speech_(speech), script_(script), style_(style), options_(options) {}

    Plan run() {
        for (std::size_t i = 0; i < speech_.blocks.size(); ++i) {
            const Block& block = speech_.blocks[i];
            if (block.kind == BlockKind::speaker_label) from_floor_ = asks(block);
            if (is_chosen(block, options_)) add_block(i);
        }
        end_well();
        rise_where_alike();
        Plan plan;
        plan.lead_in_ms = style_.lead_in_ms;
        for (std::size_t i = std::min(options_.leave_out, drafts_.size()); i < drafts_.size(); ++i)
            plan.utterances.push_back(finish(i));
        return plan;
    }

  private:
    [[nodiscard]] const Phrasing& phrasing_of(const std::string& language) const {
        static const Phrasing none;
        const auto found = options_.phrasing.find(language);
        return found == options_.phrasing.end() ? none : found->second;
    }
    /// Whether a label is that of one who asks: "Question:", "Q."
    [[nodiscard]] bool asks(const Block& label) const {
        const auto words = words_of(label.text);
        return words.size() == 1 &&
               phrasing_of(label.language).questioners.contains(words.front().folded);
    }
    void add_block(std::size_t index) {
        const Block& block = speech_.blocks[index];
        const std::vector<ByteRange> quoted = quotations(block.text);
        auto quote = quoted.begin();
        for (std::size_t s = 0; s < block.sentences.size(); ++s) {
            const ByteRange where = block.sentences[s].where;
            add_sentence(index, s);
            while (quote != quoted.end() && quote->end <= where.begin) ++quote;
            for (auto it = quote; it != quoted.end() && it->begin < where.end; ++it)
                drafts_.back().quoted.push_back({std::max(it->begin, where.begin) - where.begin,
                                                 std::min(it->end, where.end) - where.begin});
        }
    }
    void add_sentence(std::size_t index, std::size_t s) {
        const Block& block = speech_.blocks[index];
        Draft draft;
        Utterance& utterance = draft.utterance;
        utterance.block = index;
        utterance.kind = block.kind;
        utterance.text = text_of(block, block.sentences[s]);
        utterance.language = block.language;
        utterance.lines = block.sentences[s].lines;
        utterance.spoken = spoken(script_, index, s);
        utterance.prosody = style_.of(block.kind).prosody;
        drafts_.push_back(std::move(draft));
        if (!is_prose(block.kind)) return;
        if (from_floor_) say(drafts_.back(), style_.floor);
        const char32_t end = end_mark(drafts_.back().utterance.text);
        if (end == '?') say(drafts_.back(), style_.question);
        if (end == '!') say(drafts_.back(), style_.exclamation);
    }
    static void say(Draft& draft, const Manner& manner) {
        draft.utterance.prosody = draft.utterance.prosody * manner.prosody;
        draft.least_before_ms = std::max(draft.least_before_ms, manner.pause_before_ms);
        draft.least_after_ms = std::max(draft.least_after_ms, manner.pause_after_ms);
    }
    [[nodiscard]] bool is_thanks(const Utterance& utterance) const {
        const std::string text = fold_case(utterance.text);
        const auto& thanks = phrasing_of(utterance.language).thanks;
        return text.size() <= 200 &&
               std::any_of(thanks.begin(), thanks.end(), [&](const std::string& beginning) {
                   return text.find(beginning) != std::string::npos;
               });
    }
    /// The last paragraph, its last sentence, and thanks behind it.
    void end_well() {
        std::vector<Draft*> prose;
        for (Draft& draft : drafts_)
            if (is_prose(draft.utterance.kind) && draft.utterance.kind != BlockKind::direction)
                prose.push_back(&draft);
        if (prose.size() < 2) return;
        while (prose.size() > 1 && is_thanks(prose.back()->utterance)) {
            say(*prose.back(), style_.thanks);
            prose.pop_back();
        }
        say(*prose.back(), style_.last);
        for (Draft* draft : prose)
            if (draft->utterance.block == prose.back()->utterance.block)
                say(*draft, style_.closing);
    }
    /// Sentences one after another that begin with the same words.
    void rise_where_alike() {
        const auto words = static_cast<std::size_t>(style_.anaphora.words);
        if (style_.anaphora.most_steps == 0) return;
        std::vector<std::string> before;
        int steps = 0;
        for (Draft& draft : drafts_) {
            std::vector<std::string> now;
            if (is_prose(draft.utterance.kind)) now = beginning(draft.utterance.text, words);
            steps = now.size() == words && now == before ? steps + 1 : 0;
            before = std::move(now);
            if (steps == 0) continue;
            draft.utterance.prosody = draft.utterance.prosody * risen(style_.anaphora, steps);
            draft.pause_before = style_.anaphora.pauses;
        }
    }
    static std::vector<std::string> beginning(std::string_view text, std::size_t count) {
        std::vector<std::string> words;
        // No word of a speech is so long that its beginning would not do.
        for (const Word& word : words_of(text.substr(0, 64 * count)))
            if (words.size() < count) words.push_back(word.folded);
        return words;
    }
    [[nodiscard]] int pause_after(std::size_t i) const {
        if (i + 1 == drafts_.size()) return style_.lead_out_ms;
        const Draft& before = drafts_[i];
        const Draft& after = drafts_[i + 1];
        const RoleStyle& role = style_.of(before.utterance.kind);
        const int plain =
            before.utterance.block == after.utterance.block
                ? role.sentence_pause_ms
                : std::max(role.pause_after_ms, style_.of(after.utterance.kind).pause_before_ms);
        const int paced = static_cast<int>(std::lround(plain * after.pause_before));
        return std::max({paced, before.least_after_ms, after.least_before_ms});
    }
    Utterance finish(std::size_t i) {
        Utterance utterance = std::move(drafts_[i].utterance);
        utterance.phrases =
            phrases_of(utterance, drafts_[i].quoted, style_, phrasing_of(utterance.language));
        utterance.markup = mark_up(utterance);
        drafts_[i].utterance.block = utterance.block;  // is still asked for
        utterance.pause_ms = pause_after(i);
        return utterance;
    }

    const Speech& speech_;
    const Script& script_;
    const Style& style_;
    const PlanOptions& options_;
    std::vector<Draft> drafts_;
    bool from_floor_ = false;
};

}  // namespace

Plan make_plan(const Speech& speech, const Script& script, const Style& style,
               const PlanOptions& options) {
    return Planner(speech, script, style, options).run();
}

}  // namespace declaim
