#include "text/speaker_votes.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "text/persons.hpp"
#include "text/role_beside.hpp"

namespace declaim::speaker {
namespace {

constexpr std::size_t kMostCandidates = 64;

/// Whether a name says more than the one known: the first case, small letters, whole words.
bool is_better(const std::string& name, bool oblique, const Candidate& known) {
    if (oblique != known.oblique) return known.oblique;
    const bool caps = is_all_caps(name);
    if (caps != is_all_caps(known.name)) return !caps;
    const auto letters = [](const std::string& text) {
        std::size_t whole = 0;  // words that are no initial
        for (const Word& word : words_of(text)) whole += characters(word.folded) > 1 ? 1U : 0U;
        return whole;
    };
    return letters(name) > letters(known.name);
}

}  // namespace

void Votes::add(std::string_view name, int weight, Place place, std::string_view line,
                bool oblique) {
    if (weight == 0 || !may_be_name(name, rules_)) return;
    std::optional<std::string> role = role_beside(line, name, rules_);
    const std::string clean = without_honours(name, rules_);
    for (Candidate& known : candidates_) {
        if (!same_person(known.name, clean, rules_)) continue;
        int& now = known.weights.at(static_cast<std::size_t>(place));
        now = std::max(now, weight);
        if (!known.role) known.role = role;
        if (is_better(clean, oblique, known)) {
            known.name = clean;
            known.oblique = oblique;
        }
        return;
    }
    if (candidates_.size() == kMostCandidates) return;
    candidates_.push_back({clean, oblique, role, {}});
    candidates_.back().weights.at(static_cast<std::size_t>(place)) = weight;
}

}  // namespace declaim::speaker
