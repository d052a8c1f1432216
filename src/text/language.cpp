#include "text/language.hpp"

// CLD2's header uses FILE without this one.
#include <cstdio>
// clang-format off
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
// clang-format on
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>

namespace declaim {
namespace {

/// How much of a text is looked at.
constexpr std::size_t kSample = std::size_t{64} << 10U;
/// In so short a text CLD2 is right about languages that are far apart, and sure all the same.
constexpr std::size_t kShort = 120;

/// Tags that name one language by another name, or too widely.
constexpr std::array<std::array<std::string_view, 2>, 8> kTags{{{"zh", "cmn"},
                                                                {"no", "nb"},
                                                                {"iw", "he"},
                                                                {"jw", "jv"},
                                                                {"in", "id"},
                                                                {"ji", "yi"},
                                                                {"mo", "ro"},
                                                                {"tl", "fil"}}};

CLD2::Language cld2_language(const std::string& tag) {
    for (const auto& [theirs, ours] : kTags)
        if (tag == ours) return CLD2::GetLanguageFromName(std::string(theirs).c_str());
    return CLD2::GetLanguageFromName(tag.c_str());
}

bool fits_script(const std::string& tag, const std::string& script,
                 const std::vector<LanguageHint>& hints) {
    for (const LanguageHint& hint : hints)
        if (hint.tag == tag) return hint.script == script;
    UErrorCode status = U_ZERO_ERROR;
    std::array<UScriptCode, 8> scripts{};
    const int count = uscript_getCode(tag.c_str(), scripts.data(), scripts.size(), &status);
    for (int i = 0; U_SUCCESS(status) && i < count; ++i)
        if (script == uscript_getShortName(scripts.at(static_cast<std::size_t>(i)))) return true;
    return false;
}

struct Elected {
    std::string language;
    int votes = 0;
};

Elected elect(std::string_view text, const std::vector<LanguageHint>& hints,
              const std::string& declared) {
    const std::string script = main_script(text);
    const std::unordered_map<std::string, int> votes = FunctionWords(hints).votes(text);
    Elected best{"en", -1};
    for (const LanguageHint& hint : hints) {
        const auto found = votes.find(hint.tag);
        const int count = found == votes.end() ? 0 : found->second;
        if (hint.script == script && count > best.votes) best = {hint.tag, count};
    }
    const auto own = votes.find(declared);
    const int count = own == votes.end() ? 0 : own->second;
    // Where words speak for another language, more than by chance, they count.
    if (!declared.empty() && fits_script(declared, script, hints) && best.votes <= count * 2 + 2)
        best.language = declared;
    return best;
}

}  // namespace

std::string main_script(std::string_view text) {
    std::map<UScriptCode, int> letters;
    for (std::size_t at = 0; at < text.size();) {
        UErrorCode status = U_ZERO_ERROR;
        const auto script = uscript_getScript(static_cast<UChar32>(next_char(text, at)), &status);
        if (script > USCRIPT_INHERITED) ++letters[script];
    }
    const auto most =
        std::max_element(letters.begin(), letters.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    // Japanese is written in three scripts; kana in number settle it.
    if (letters[USCRIPT_HIRAGANA] * 5 > letters[USCRIPT_HAN]) {
        if (letters[USCRIPT_HIRAGANA] > 0 && letters[USCRIPT_LATIN] < letters[USCRIPT_HIRAGANA])
            return "Jpan";
    }
    return most == letters.end() || most->second == 0 ? "Latn" : uscript_getShortName(most->first);
}

std::string_view head_of(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return text.substr(0, most);
}

FunctionWords::FunctionWords(const std::vector<LanguageHint>& hints) {
    for (const LanguageHint& hint : hints) {
        if (hint.words.empty()) continue;
        for (const std::string& word : hint.words) {
            languages_of_[word].push_back(tags_.size());
            known_.add(hash_of(word));
        }
        tags_.push_back(hint.tag);
    }
}

const std::vector<std::size_t>* FunctionWords::languages_of(const Word& word) const {
    if (!known_.may_have(word.hash)) return nullptr;
    const auto found = languages_of_.find(word.folded);
    return found == languages_of_.end() ? nullptr : &found->second;
}

std::unordered_map<std::string, int> FunctionWords::votes(std::string_view text) const {
    std::unordered_map<std::string, int> votes;
    WordReader words(text);
    for (Word word; words.next(word);)
        if (const auto* languages = languages_of(word))
            for (const std::size_t language : *languages) ++votes[tags_[language]];
    return votes;
}

bool FunctionWords::speaks_only(const std::string& language, std::string_view text) const {
    constexpr std::size_t kHead = 480;   // bytes
    constexpr std::size_t kEnough = 20;  // words, where they tell
    constexpr std::size_t kSeveral = 2;
    constexpr std::size_t kOneIn = 6;  // words
    std::size_t all = 0;
    std::size_t own = 0;
    std::size_t other = 0;
    const auto told = [&] { return own >= kSeveral && own * kOneIn >= all && other * 3 <= own; };
    WordReader words(text.substr(0, kHead));
    for (Word word; words.next(word);) {
        if (++all > kEnough && told()) return true;
        const auto* languages = languages_of(word);
        if (languages == nullptr) continue;
        bool ours = false;
        for (const std::size_t tag : *languages) ours = ours || tags_[tag] == language;
        if (ours && languages->size() == 1) ++own;
        if (!ours) ++other;
    }
    return told();
}

bool FunctionWords::has(const std::string& language) const {
    return std::find(tags_.begin(), tags_.end(), language) != tags_.end();
}

std::string known_tag(std::string_view tag) {
    const std::string subtag = language_subtag(tag);
    for (const auto& [theirs, ours] : kTags)
        if (subtag == theirs) return std::string(ours);
    return subtag;
}

bool are_close(const std::string& a, const std::string& b) {
    const int set = CLD2::LanguageCloseSet(cld2_language(a));
    return set != 0 && set == CLD2::LanguageCloseSet(cld2_language(b));
}

Judgement judge_language(std::string_view text, const LanguageEvidence& evidence) {
    // CLD2 looks a few bytes ahead: a string of its own ends in NUL.
    const std::string sample(head_of(text, kSample));
    const std::string declared = CLD2::LanguageCode(cld2_language(known_tag(evidence.declared)));
    const CLD2::CLDHints hints{evidence.declared.empty() ? nullptr : declared.c_str(),
                               evidence.domain.empty() ? nullptr : evidence.domain.c_str(),
                               CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int bytes = 0;
    bool reliable = false;
    CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &hints, 0,
                                   languages.data(), percents.data(), scores.data(), nullptr,
                                   &bytes, &reliable);
    if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || languages[0] >= CLD2::NUM_LANGUAGES)
        return {};
    const std::string code = CLD2::LanguageCode(languages[0]);
    // "xx-Qaai" and the like are scripts, "un" and "xxx" no languages.
    if (code.size() < 2 || code.starts_with("xx") || code == "un") return {};
    return {known_tag(code), percents[0]};
}

std::string guess_language(std::string_view text, const std::vector<LanguageHint>& hints,
                           const LanguageEvidence& evidence) {
    text = head_of(text, kSample);
    const Judgement judged = judge_language(text, evidence);
    if (!judged.language.empty() && text.size() >= kShort) return judged.language;
    const Elected elected = elect(text, hints, known_tag(evidence.declared));
    if (judged.language.empty() || judged.language == elected.language) return elected.language;
    // A rare language, found in a few words: function words of a common one weigh more.
    const bool common = std::any_of(hints.begin(), hints.end(), [&](const LanguageHint& hint) {
        return hint.tag == judged.language;
    });
    return !common && elected.votes > 2 ? elected.language : judged.language;
}

}  // namespace declaim
