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

}  // namespace

std::vector<Explained> explain(const Speech& speech) {
    const auto rewrites = rewrites_of(speech);
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
    }
    return out;
}

}  // namespace declaim
