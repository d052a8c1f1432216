#include "text/labels.hpp"

#include <algorithm>

#include "text/address.hpp"

namespace declaim {
namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes
constexpr std::size_t kLongestAside = 80;  // bytes in brackets behind the name
constexpr std::size_t kMostWords = 6;

/// "JANE DOE" of "JANE DOE (Minister of Health)".
std::string_view without_aside(std::string_view label) {
    if (label.empty() || label.back() != ')') return label;
    const std::size_t open = label.find(" (");
    return open == std::string_view::npos ? label : label.substr(0, open);
}

}  // namespace

Labels::Labels(const std::vector<Piece>& pieces, const Rules& rules) : rules_(rules) {
    std::size_t named = 0;
    bool returns = false;  // somebody speaks again after another
    std::string last;
    for (const Piece& piece : pieces) {
        const Candidate label = candidate(piece.text);
        if (label.end == 0) continue;
        const bool other = !last.empty() && last != label.key;
        last = label.key;
        if (label.known && !label.role) {
            ++known_;
            continue;
        }
        const int count = ++names_[label.key];
        returns = returns || (count > 1 && other);
        if (label.words < 2) continue;
        if (count == 1) ++named;
        if (&piece == &pieces.front()) first_ = label.key;
    }
    conversation_ = returns || (named > 1 && !first_.empty());
}

bool Labels::is_role(const std::vector<Word>& words) const {
    const std::size_t article =
        words.size() > 1 && rules_.function_words.match(words, 0) == 1 ? 1 : 0;
    return rules_.furniture.roles.match(words, article) != 0;
}

/// Every word is a capitalised one or a particle, and none is one of sentences.
bool Labels::is_named(std::string_view label, const std::vector<Word>& words, bool role) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool initial = words[i].end < label.size() && label[words[i].end] == '.';
        const bool particle = i > 0 && rules_.furniture.particles.match(words, i) != 0;
        const bool function = rules_.function_words.match(words, i) != 0;
        if (initial || particle || (role && function)) continue;
        if (!words[i].capital && !(i > 0 && !words[i].letter)) return false;
        if (function || rules_.address.sentence_words.match(words, i) != 0) return false;
    }
    return true;
}

Labels::Candidate Labels::candidate(std::string_view text) const {
    const std::size_t colon = text.substr(0, kLongestLabel + kLongestAside).find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 2 >= text.size()) return {};
    if (text[colon + 1] != ' ' || starts_lower(text.substr(colon + 1))) return {};
    const std::string_view label = without_aside(text.substr(0, colon));
    if (label.size() > kLongestLabel || label.find_first_of("!?\",;([") != std::string_view::npos)
        return {};
    const std::vector<Word> words = words_of(label);
    if (words.empty() || words.size() > kMostWords || !words[0].capital) return {};
    if (address_look(text.substr(0, colon + 1), rules_.address) == AddressLook::strong) return {};
    const bool known = rules_.furniture.labels.is(words);
    const bool role = is_role(words);
    if (!known && !is_named(label, words, role)) return {};
    return {colon + 1, fold_case(label), words.size(), is_all_caps(label), known, role};
}

bool Labels::is_sure(const Candidate& label) const {
    const auto found = names_.find(label.key);
    const int count = found == names_.end() ? 0 : found->second;
    if (label.known && !label.role) {  // "A:" and "Q:" are in no sentence, "Answer:" may be
        const bool alone = characters(label.key) == 1 ? known_ > 1 : known_ > 2;
        return conversation_ || alone;
    }
    if (label.words == 1) return label.caps && count > 1 && conversation_;
    if (conversation_ || label.key == first_) return label.caps || count > 1;
    return label.role && count > 1;
}

std::size_t Labels::at_head(std::string_view text) const {
    const Candidate label = candidate(text);
    return label.end != 0 && is_sure(label) ? label.end : 0;
}

}  // namespace declaim
