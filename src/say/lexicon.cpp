#include "say/lexicon.hpp"

#include <unordered_map>

#include "base/unicode.hpp"
#include "say/capitals.hpp"
#include "say/lexicon_tokens.hpp"

namespace declaim {

/// A tree of tokens: node 0 is the root, a grapheme is a path from it.
struct Lexicon::Index {
    struct Tree {
        std::unordered_map<std::string, std::uint32_t> edges;  // node and token → node
        std::vector<std::int32_t> said{-1};                    // node → entry, -1 for none

        [[nodiscard]] std::uint32_t child(std::uint32_t node, std::string_view token) const {
            const auto found = edges.find(key(node, token));
            return found == edges.end() ? 0 : found->second;
        }
        void add(const std::vector<std::string>& tokens, std::int32_t entry) {
            std::uint32_t node = 0;
            for (const std::string& token : tokens) {
                const auto fresh = static_cast<std::uint32_t>(said.size());
                const auto [at, added] = edges.emplace(key(node, token), fresh);
                if (added) said.push_back(-1);
                node = at->second;
            }
            if (said[node] < 0) said[node] = entry;
        }
        static std::string key(std::uint32_t node, std::string_view token) {
            return std::to_string(node) + ' ' + std::string(token);
        }
    };

    /// A match of tokens [first, last) of a sentence; `folded`: in a passage in capitals.
    struct Match {
        std::int32_t entry = -1;
        std::size_t first = 0;
        std::size_t last = 0;
        const Affix* beginning = nullptr;
        const Affix* ending = nullptr;
        bool folded = false;
    };

    Tree exact;
    Tree folded;  // those with small letters, for passages in capitals
    std::vector<Pronunciation> entries;
    std::vector<std::string> graphemes;  // of the entries
    std::vector<Affix> beginnings;
    std::vector<Affix> endings;

    [[nodiscard]] const Affix* fitting(std::string_view written, std::int32_t entry) const {
        const Pronunciation& said = entries[static_cast<std::size_t>(entry)];
        for (const Affix& ending : endings) {
            if (ending.written != written) continue;
            if (ending.after.empty() || said.phonemes.empty()) return &ending;
            for (const std::string& sound : ending.after)
                if (said.phonemes.ends_with(sound)) return &ending;
        }
        return nullptr;
    }

    /// A grapheme with the rest of its last word: "Schröder" in "Schröders".
    void glued(const Tree& tree, std::uint32_t node, const LexiconTokens& tokens, std::size_t at,
               Match& best) const {
        const std::string& token = tokens[at].text;
        for (const Affix& ending : endings) {
            if (ending.written.front() == '\'' || !token.ends_with(ending.written)) continue;
            const std::uint32_t stem = tree.child(
                node, std::string_view(token).substr(0, token.size() - ending.written.size()));
            if (stem == 0 || tree.said[stem] < 0) continue;
            const Affix* fits = fitting(ending.written, tree.said[stem]);
            best = {tree.said[stem], best.first, at + 1, nullptr, fits};
            return;
        }
    }

    [[nodiscard]] Match walk(const Tree& tree, const LexiconTokens& tokens, std::size_t first,
                             std::string_view first_text) const {
        Match best{-1, first, first, nullptr, nullptr};
        std::uint32_t node = 0;
        for (std::size_t at = first; at < tokens.size(); ++at) {
            const std::string_view text = at == first ? first_text : tokens[at].text;
            const std::uint32_t next = tree.child(node, text);
            if (next == 0) {
                if (tokens[at].word) glued(tree, node, tokens, at, best);
                break;
            }
            node = next;
            if (tree.said[node] >= 0) best = {tree.said[node], first, at + 1, nullptr, nullptr};
        }
        return best;
    }

    void add_affixes(const LexiconTokens& tokens, std::size_t free, Match& match) const {
        const std::size_t end = match.last;
        if (match.ending == nullptr && end + 1 < tokens.size() && tokens[end].text == "'" &&
            tokens[end + 1].word)
            if (const Affix* ending = fitting(
                    "'" + (match.folded ? fold_case(tokens[end + 1].text) : tokens[end + 1].text),
                    match.entry)) {
                match.ending = ending;
                match.last = end + 2;
            }
        if (match.first < free + 2 || tokens[match.first - 1].text != "'") return;
        const std::string written = fold_case(tokens[match.first - 2].text) + "'";
        for (const Affix& beginning : beginnings)
            if (beginning.written == written) {
                match.beginning = &beginning;
                match.first -= 2;
                return;
            }
    }

    /// What is said for a match; `written` is the sentence's, from `begin`.
    [[nodiscard]] SpokenSpan span(std::string_view sentence, const LexiconTokens& tokens,
                                  const Match& match) const {
        const Pronunciation& said = entries[static_cast<std::size_t>(match.entry)];
        SpokenSpan out{{tokens[match.first].where.begin, tokens[match.last - 1].where.end},
                       {},
                       "lexicon",
                       said.phonemes,
                       said.ipa};
        out.words = sentence.substr(out.written.begin, out.written.size());
        const bool other = !said.alias.empty() || match.folded;
        if (match.folded) out.words = graphemes[static_cast<std::size_t>(match.entry)];
        if (!said.alias.empty()) out.words = said.alias;
        for (const bool before : {true, false}) {
            const Affix* affix = before ? match.beginning : match.ending;
            if (affix == nullptr) continue;
            if (other) join(out.words, affix->written, before);
            if (!out.phonemes.empty()) join(out.phonemes, affix->phonemes, before);
            if (!out.ipa.empty()) join(out.ipa, affix->ipa, before);
        }
        return out;
    }
    static void join(std::string& text, const std::string& affix, bool before) {
        text = before ? affix + text : text + affix;
    }
};

Lexicon::Lexicon() : index_(std::make_unique<Index>()) {}
Lexicon::Lexicon(const IpaTable& table) : Lexicon() {
    index_->beginnings = table.beginnings();
    index_->endings = table.endings();
}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

bool Lexicon::empty() const noexcept { return index_->entries.empty(); }

void Lexicon::add(std::string_view grapheme, Pronunciation said) {
    const LexiconTokens tokens(grapheme);
    if (tokens.size() == 0) return;
    const auto entry = static_cast<std::int32_t>(index_->entries.size());
    index_->exact.add(tokens.texts(), entry);
    if (!is_all_caps(grapheme)) index_->folded.add(LexiconTokens(grapheme, true).texts(), entry);
    index_->entries.push_back(std::move(said));
    index_->graphemes.emplace_back(grapheme);
}

SpokenSentence Lexicon::find(std::string_view sentence) const {
    SpokenSentence out;
    if (empty()) return out;
    const LexiconTokens tokens(sentence);
    const std::vector<ByteRange> capitals = passages_in_capitals(sentence);
    const LexiconTokens folded(capitals.empty() ? std::string_view() : sentence, true);
    auto passage = capitals.begin();
    bool start = true;     // no word yet
    std::size_t free = 0;  // the first token that no match has
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const LexiconToken& token = tokens[at];
        Index::Match match = index_->walk(index_->exact, tokens, at, token.text);
        if (match.entry < 0 && start && token.word)
            match = index_->walk(index_->exact, tokens, at, with_small_first(token.text));
        while (passage != capitals.end() && passage->end <= token.where.begin) ++passage;
        if (match.entry < 0 && passage != capitals.end() && passage->begin <= token.where.begin) {
            match = index_->walk(index_->folded, folded, at, folded[at].text);
            match.folded = true;
            if (match.entry >= 0 && tokens[match.last - 1].where.end > passage->end)
                match.entry = -1;
        }
        start = start && !token.word;
        if (match.entry < 0) continue;
        index_->add_affixes(tokens, free, match);
        out.push_back(index_->span(sentence, tokens, match));
        free = match.last;
        at = match.last - 1;
    }
    return out;
}

}  // namespace declaim
