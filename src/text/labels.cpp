#include "text/labels.hpp"

#include <algorithm>

#include "text/address.hpp"
#include "text/scan.hpp"

namespace declaim {
namespace {

constexpr ByteSet kNoLabel("!?\",;([");
constexpr std::size_t kLongestLabel = 60;  // bytes
constexpr std::size_t kLongestAside = 80;  // bytes in brackets behind the name
constexpr std::size_t kMostWords = 6;

/// "JANE DOE" of "JANE DOE (Minister of Health)".
std::string_view without_aside(std::string_view label) {
    if (label.empty() || label.back() != ')') return label;
    const std::size_t open = label.find(" (");
    return open == std::string_view::npos ? label : label.substr(0, open);
}

/// "–", "—" or " - ".
bool has_dash(std::string_view text) {
    for (std::size_t at = text.find('\xE2'); at != std::string_view::npos;
         at = text.find('\xE2', at + 1))
        if (text.substr(at + 1, 2) == "\x80\x93" || text.substr(at + 1, 2) == "\x80\x94")
            return true;
    return text.find('-') != std::string_view::npos && text.find(" - ") != std::string_view::npos;
}

}  // namespace

Labels::Labels(const std::vector<Piece>& pieces, const Rules& rules) : rules_(rules) {
    std::vector<Candidate> labels;
    labels.reserve(pieces.size());
    for (const Piece& piece : pieces)
        labels.push_back(piece.verse || piece.note ? Candidate{} : candidate(piece.text));
    find_common(pieces, labels);
    std::size_t named = 0;
    bool returns = false;  // somebody speaks again after another
    std::string last;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Candidate& label = labels[i];
        if (label.end == 0 || is_common(label)) continue;
        const bool other = !last.empty() && last != label.key;
        if (label.mark == Mark::letter) ++letters_;
        if (label.mark == Mark::none) {
            ++alone_[label.key];
            if (!label.known && !label.role && !label.caps) continue;
        }
        last = label.key;
        if (label.known && !label.role) {
            ++known_;
            continue;
        }
        const int count = ++names_[label.key];
        returns = returns || (count > 1 && other);
        if (label.words < 2) continue;
        if (count == 1) ++named;
        if (i == 0) first_ = label.key;
    }
    conversation_ = returns || (named > 1 && !first_.empty());
}

/// Which words of the names are common ones: "Climate Action" in a speech on climate and action.
void Labels::find_common(const std::vector<Piece>& pieces, const std::vector<Candidate>& labels) {
    std::unordered_set<std::string> wanted;
    for (const Candidate& label : labels)
        if (label.end != 0 && !label.known && !label.role)
            for (const Word& word : words_of(label.key)) wanted.insert(word.folded);
    constexpr std::size_t kFew = 12;  // words that are sought one by one
    if (wanted.empty()) return;
    for (const Piece& piece : pieces) {
        if (wanted.size() <= kFew &&
            std::none_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
                return piece.text.find(word) != std::string::npos;
            }))
            continue;
        for (const Word& word : words_of(piece.text))
            if (!word.capital && wanted.count(word.folded) != 0) common_.insert(word.folded);
    }
}

bool Labels::is_common(const Candidate& label) const {
    if (label.known || label.role || common_.empty()) return false;
    const std::vector<Word> words = words_of(label.key);
    return std::all_of(words.begin(), words.end(),
                       [&](const Word& word) { return common_.count(word.folded) != 0; });
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

Labels::Candidate Labels::judged(std::string_view label, std::size_t end, Mark mark) const {
    if (label.size() > kLongestLabel || kNoLabel.find(label) != std::string_view::npos) return {};
    const std::vector<Word> words = words_of(label);
    if (words.empty() || words.size() > kMostWords || !words[0].capital) return {};
    const bool known = rules_.furniture.labels.is(words);
    const bool role = is_role(words);
    if (!known && !is_named(label, words, role)) return {};
    return {end, fold_case(label), words.size(), mark, is_all_caps(label), known, role};
}

/// "JANE DOE: Thank you", "Le Président :".
Labels::Candidate Labels::with_colon(std::string_view text) const {
    const std::size_t colon = text.substr(0, kLongestLabel + kLongestAside).find(':');
    if (colon == std::string_view::npos || colon == 0) return {};
    const bool all = colon + 1 == text.size();
    if (!all && (text[colon + 1] != ' ' || starts_lower(text.substr(colon + 1)))) return {};
    std::string_view label = text.substr(0, colon);
    while (!label.empty() && label.back() == ' ') label.remove_suffix(1);
    label = without_aside(label);
    if (address_look(std::string(label) + ":", rules_.address) == AddressLook::strong) return {};
    Candidate found = judged(label, colon + 1, Mark::colon);
    found.whole = all;
    return found;
}

/// "M. Dupont. – Je vous remercie.", "Le président. —".
Labels::Candidate Labels::with_dash(std::string_view text) const {
    const std::string_view head = text.substr(0, kLongestLabel + kLongestAside);
    if (!has_dash(head)) return {};
    for (const std::string_view dash : {" – ", " — ", ".– ", ".— ", " - "}) {
        const std::size_t at = head.find(dash);
        if (at == std::string_view::npos || at == 0) continue;
        const std::size_t end = at + dash.size() - 1;
        std::string_view label = text.substr(0, dash.front() == '.' ? at + 1 : at);
        const bool stop = label.back() == '.';
        if (stop) label.remove_suffix(1);
        if (!stop || starts_lower(text.substr(end))) continue;
        const Candidate found = judged(without_aside(label), end, Mark::dash);
        if (found.end != 0 && (found.role || found.known)) return found;
    }
    return {};
}

/// "Mr. DOE. I yield.", "The SPEAKER. The Clerk will report.", "Ms. DOE of Ruritania. I thank".
Labels::Candidate Labels::with_stop(std::string_view text) const {
    for (std::size_t at = text.substr(0, kLongestLabel).find(". "); at != std::string_view::npos;
         at = text.substr(0, kLongestLabel).find(". ", at + 1)) {
        const std::string_view label = text.substr(0, at);
        const std::vector<Word> words = words_of(label);
        if (words.size() < 2 || words.size() > kMostWords || words[0].caps || !words[0].capital)
            continue;
        if (words[1].folded.size() < 3 || !words[1].caps || starts_lower(text.substr(at + 2)))
            continue;
        const bool shouted = is_all_caps(text.substr(at + 2, 60));
        if (shouted || label.find_first_of("!?\",;:([") != std::string_view::npos) continue;
        const bool article = rules_.function_words.match(words, 0) != 0;
        if (rules_.furniture.roles.match(words, article ? 1 : 0) == 0 &&
            !(article && rules_.furniture.labels.match(words, 1) != 0))
            continue;
        return {at + 1, fold_case(label), words.size(), Mark::stop, false, false, true};
    }
    return {};
}

/// "Q Mr. President, why", "Q. Why", "A. So": one letter of the known labels.
Labels::Candidate Labels::with_letter(std::string_view text) const {
    const std::size_t space = text.substr(0, 5).find(' ');
    if (space == std::string_view::npos || space == 0 || starts_lower(text.substr(space)))
        return {};
    std::string_view label = text.substr(0, space);
    const bool stop = label.back() == '.';
    if (stop) label.remove_suffix(1);
    const std::vector<Word> words = words_of(label);
    if (words.size() != 1 || characters(label) != 1 || !words[0].capital) return {};
    const bool article = rules_.function_words.match(words, 0) != 0;
    if (!rules_.furniture.labels.is(words) || (!stop && article)) return {};
    return {space, fold_case(label), 1, Mark::letter, true, true, false};
}

/// "JANE DOE" on a line of its own.
Labels::Candidate Labels::alone(std::string_view text) const {
    if (text.size() > kLongestLabel || text.size() < 2) return {};
    const std::string_view label = without_aside(text);
    if (!label.empty() && ends_sentence(label)) return {};
    const Candidate found = judged(label, text.size(), Mark::none);
    return found.words > 1 || found.known ? found : Candidate{};
}

Labels::Candidate Labels::candidate(std::string_view text) const {
    Candidate found = with_colon(text);
    if (found.end == 0) found = with_dash(text);
    if (found.end == 0) found = with_stop(text);
    if (found.end == 0) found = with_letter(text);
    return found.end == 0 ? alone(text) : found;
}

bool Labels::is_sure(const Candidate& label) const {
    const auto found = names_.find(label.key);
    const int count = found == names_.end() ? 0 : found->second;
    if (label.mark == Mark::stop || label.mark == Mark::dash) return true;
    if (label.mark == Mark::letter) return letters_ > 1;
    if (label.mark == Mark::none) {
        const auto known = alone_.find(label.key);
        const bool again = known != alone_.end() && known->second > 1;
        if (label.known) return conversation_ || (again && known_ > 2);
        return (again || count > 1) && conversation_;
    }
    if (label.known && !label.role) {  // "A:" and "Q:" are in no sentence, "Answer:" may be
        const bool alone = characters(label.key) == 1 ? known_ > 1 : known_ > 2;
        return conversation_ || alone;
    }
    if (label.words == 1) return (label.caps || label.role) && count > 1 && conversation_;
    if (conversation_ || label.key == first_)
        return label.caps || count > 1 || label.whole ||
               (conversation_ && (label.role || !first_.empty()));
    return label.role && count > 1;
}

std::size_t Labels::at_head(std::string_view text) const {
    const Candidate label = candidate(text);
    return label.end != 0 && !is_common(label) && is_sure(label) ? label.end : 0;
}

}  // namespace declaim
