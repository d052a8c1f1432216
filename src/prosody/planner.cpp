#include "prosody/planner.hpp"

#include <algorithm>

#include "prosody/markup.hpp"

namespace declaim {
namespace {

bool is_chosen(const Block& block, const PlanOptions& options) {
    return is_spoken(block.kind) ||
           (block.kind == BlockKind::direction && options.speak_directions);
}

SpokenSentence spoken(const Script& script, std::size_t block, std::size_t sentence) {
    if (block >= script.size() || sentence >= script[block].size()) return {};
    return script[block][sentence];
}

Utterance make_utterance(const Speech& speech, std::size_t index, std::size_t at,
                         const Script& script, const Style& style) {
    const Block& block = speech.blocks[index];
    const Sentence& sentence = block.sentences[at];
    Utterance utterance;
    utterance.block = index;
    utterance.kind = block.kind;
    utterance.text = text_of(block, sentence);
    utterance.language = block.language;
    utterance.lines = sentence.lines;
    utterance.spoken = spoken(script, index, at);
    utterance.prosody = style.of(block.kind).prosody;
    utterance.markup = mark_up(utterance);
    return utterance;
}

int pause_between(const Utterance& before, const Utterance& after, const Style& style) {
    if (before.block == after.block) return style.of(before.kind).sentence_pause_ms;
    return std::max(style.of(before.kind).pause_after_ms, style.of(after.kind).pause_before_ms);
}

}  // namespace

Plan make_plan(const Speech& speech, const Script& script, const Style& style,
               const PlanOptions& options) {
    Plan plan;
    plan.lead_in_ms = style.lead_in_ms;
    std::size_t to_leave_out = options.leave_out;
    for (std::size_t i = 0; i < speech.blocks.size(); ++i) {
        if (!is_chosen(speech.blocks[i], options)) continue;
        for (std::size_t s = 0; s < speech.blocks[i].sentences.size(); ++s) {
            if (to_leave_out > 0) {
                --to_leave_out;
                continue;
            }
            plan.utterances.push_back(make_utterance(speech, i, s, script, style));
        }
    }
    for (std::size_t i = 0; i + 1 < plan.utterances.size(); ++i)
        plan.utterances[i].pause_ms =
            pause_between(plan.utterances[i], plan.utterances[i + 1], style);
    if (!plan.utterances.empty()) plan.utterances.back().pause_ms = style.lead_out_ms;
    return plan;
}

}  // namespace declaim
