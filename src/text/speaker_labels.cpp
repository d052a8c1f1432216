#include "text/speaker_labels.hpp"

#include <map>

#include "base/unicode.hpp"
#include "text/persons.hpp"

namespace declaim::speaker {
namespace {

/// The bytes under each label, and all.
std::map<std::string, std::size_t> spoken_by(const std::vector<Block>& blocks, std::size_t& all) {
    std::map<std::string, std::size_t> spoken;
    const std::string* label = nullptr;
    for (const Block& block : blocks) {
        if (block.kind == BlockKind::speaker_label) label = &block.text;
        if (!is_spoken(block.kind)) continue;
        all += block.text.size();
        if (label != nullptr) spoken[*label] += block.text.size();
    }
    return spoken;
}

/// The words of a label before the surname are offices, or of the name.
bool same_label(const std::vector<Word>& label, std::string_view name, const Rules& rules) {
    const std::string all = folded_words(name);
    for (std::size_t i = 0; i + 1 < label.size(); ++i) {
        const bool style = rules.furniture.roles.match(label, i) != 0 ||
                           rules.declared.styles.match(label, i) != 0;
        const bool named = all.find(" " + label[i].folded) != std::string::npos;
        if (!style && !named) return false;
    }
    return true;
}

}  // namespace

void hear_labels(const Evidence& seen, Votes& votes) {
    std::size_t all = 0;
    const std::map<std::string, std::size_t> spoken = spoken_by(seen.blocks, all);
    for (const auto& [text, bytes] : spoken) {
        if (bytes * 10 < all * 4) continue;
        const std::vector<Word> words = words_of(text);
        if (words.empty()) continue;
        for (Candidate& candidate : votes.candidates())
            if (words_of(candidate.name).back().folded == words.back().folded &&
                same_label(words, candidate.name, seen.rules))
                candidate.weights.at(static_cast<std::size_t>(Place::label)) = kEnough;
        if (const auto person = person_at(text, seen.rules))
            votes.add(person->name, kLikely, Place::label);
    }
}

std::optional<std::string> surname_in_label(const Evidence& seen) {
    std::size_t all = 0;
    const std::map<std::string, std::size_t> spoken = spoken_by(seen.blocks, all);
    for (const auto& [text, bytes] : spoken) {
        const std::vector<Word> words = words_of(text);
        const std::size_t style = seen.rules.declared.styles.match(words, 0);
        if (bytes * 10 < all * 8 || style == 0 || words.size() != style + 1) continue;
        const std::string name =
            text.substr(words[style].begin, words[style].end - words[style].begin);
        if (words[style].capital && seen.rules.furniture.roles.match(words, style) == 0 &&
            may_be_name(name, seen.rules))
            return name;
    }
    return std::nullopt;
}

}  // namespace declaim::speaker
