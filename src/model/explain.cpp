#include "model/explain.hpp"

#include <algorithm>

namespace declaim {
namespace {

/// The rewrites of each row, in order.
std::vector<std::vector<const Rewritten*>> rewrites_of(const Speech& speech) {
    std::vector<std::vector<const Rewritten*>> out(speech.rows.size());
    for (const Rewritten& change : speech.rewritten)
        if (change.row >= 0 && static_cast<std::size_t>(change.row) < out.size())
            out[static_cast<std::size_t>(change.row)].push_back(&change);
    return out;
}

std::size_t solid(const std::string& text) {
    return text.size() - static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

/// Whether nothing is left of a row but what was put in the place of its text.
bool is_rewritten(const SourceRow& row, const std::vector<const Rewritten*>& changes) {
    std::size_t gone = 0;
    for (const Rewritten* change : changes)
        if (row.text.find(change->from) != std::string::npos) gone += solid(change->from);
    return gone >= solid(row.text);
}

/// The row of a block that a sentence begins in.
int row_of(const Speech& speech, const Block& block, const Sentence& sentence) {
    for (int row = block.rows.first; row >= 0 && row <= block.rows.last; ++row)
        if (static_cast<std::size_t>(row) < speech.rows.size() &&
            speech.rows[static_cast<std::size_t>(row)].line >= sentence.lines.first)
            return row;
    return block.rows.last;
}

/// The spans of a sentence; those of one rule with nothing but spaces between them as one.
std::vector<Explained> spoken_of(std::string_view sentence, const SpokenSentence& spans) {
    std::vector<Explained> out;
    std::size_t end = 0;
    for (const SpokenSpan& span : spans) {
        const std::string_view between = sentence.substr(end, span.written.begin - end);
        const std::string written(sentence.substr(span.written.begin, span.written.size()));
        const std::string said = span.ipa.empty() ? span.words : "/" + span.ipa + "/";
        if (!out.empty() && out.back().rule == span.rule && between == " ") {
            out.back().text += " " + written;
            out.back().to += " " + said;
        } else {
            out.push_back({0, Fate::spoken, span.rule, written, said, 0});
        }
        end = span.written.end;
    }
    return out;
}

/// For each row the spans of the sentences that begin in it.
std::vector<std::vector<Explained>> spoken_of(const Speech& speech, const Script& script) {
    std::vector<std::vector<Explained>> out(speech.rows.size());
    for (std::size_t b = 0; b < script.size(); ++b) {
        const Block& block = speech.blocks[b];
        if (!is_spoken(block.kind) && block.kind != BlockKind::direction) continue;
        for (std::size_t s = 0; s < script[b].size(); ++s) {
            const Sentence& sentence = block.sentences[s];
            const int row = row_of(speech, block, sentence);
            if (row < 0 || static_cast<std::size_t>(row) >= out.size()) continue;
            for (Explained& each : spoken_of(text_of(block, sentence), script[b][s])) {
                each.line = sentence.lines.first;
                each.row = row;
                out[static_cast<std::size_t>(row)].push_back(std::move(each));
            }
        }
    }
    return out;
}

}  // namespace

std::vector<Explained> explain(const Speech& speech, const Script& script) {
    const auto rewrites = rewrites_of(speech);
    const auto spoken = spoken_of(speech, script);
    std::vector<Explained> out;
    auto block = speech.blocks.begin();
    for (std::size_t i = 0; i < speech.rows.size(); ++i) {
        const SourceRow& row = speech.rows[i];
        const auto at = static_cast<int>(i);
        while (block != speech.blocks.end() && block->rows.last < at) ++block;
        std::string kinds;
        for (auto each = block; each != speech.blocks.end() && each->rows.first <= at; ++each)
            kinds += (kinds.empty() ? "" : " + ") + std::string(name_of(each->kind));
        if (row.by_hand) kinds += ", by hand";
        if (!row.reason.empty())
            out.push_back({row.line, Fate::dropped, row.reason, row.text, "", at});
        else if (!kinds.empty() && !is_rewritten(row, rewrites[i]))
            out.push_back({row.line, Fate::kept, kinds, row.text, "", at});
        for (const Rewritten* change : rewrites[i])
            out.push_back(
                {row.line, Fate::rewritten, change->reason, change->from, change->to, at});
        out.insert(out.end(), spoken[i].begin(), spoken[i].end());
    }
    return out;
}

}  // namespace declaim
