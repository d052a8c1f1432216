#include "say/ipa_phonemes.hpp"

#include <algorithm>

namespace declaim {
namespace {

bool one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// Whether the engine could take the end of one phoneme and the start of the next for a third. In
/// its tables a phoneme goes on after its first letter with a letter only in diphthongs ("aI",
/// "VR", "@L") and affricates ("tS", "dz", "pF").
bool may_join(char last, char first, bool after_vowel, bool vowel) {
    return (after_vowel && (vowel || (one_of(last, "VIUi@") && one_of(first, "RL")))) ||
           (one_of(last, "tdpkszSZ") && one_of(first, "SZszF")) ||
           (one_of(last, "sSzZ") && one_of(first, "#;"));
}

}  // namespace

void PhonemeString::stress(char mark) {
    marked_ = true;
    if (held_ != "'") held_ = mark;
}

void PhonemeString::space() {
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
    held_.clear();
    vowels_ = 0;
}

void PhonemeString::add(std::string_view phonemes, bool vowel) {
    if (phonemes.empty()) return;
    const bool parted = out_.empty() || out_.back() == ' ' || (vowel && !held_.empty());
    if (!parted && may_join(out_.back(), phonemes.front(), vowel_, vowel)) out_ += '|';
    if (vowel) {
        out_ += held_;
        held_.clear();
        longer_ = longer_ || ++vowels_ > 1;
        any_ = out_.size();
        if (phonemes != "@") full_ = any_;
    }
    out_ += phonemes;
    vowel_ = vowel;
}

std::string PhonemeString::take(bool last_is_stressed) {
    const std::size_t place = full_ == kNowhere ? any_ : full_;
    if (!marked_ && place != kNowhere && (last_is_stressed || !longer_))
        out_.insert(place, 1, '\'');
    return take_as_marked();
}

std::string PhonemeString::take_as_marked() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
}

bool well_formed_phonemes(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c >= ' ' && c <= '~' && c != ']' && c != '<' && c != '>' && c != '\\';
    });
}

}  // namespace declaim
