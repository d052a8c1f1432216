#include "text/language.hpp"

#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace declaim {
namespace {

/// How much of a document is looked at, past its header by far.
constexpr std::size_t kSample = 20000;

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

}  // namespace

std::string guess_language(std::string_view text, const std::vector<LanguageHint>& hints) {
    const std::string_view sample = text.substr(0, kSample);
    const std::string script = main_script(sample);
    std::unordered_map<std::string, int> counts;
    for (const Word& word : words_of(sample)) ++counts[word.folded];
    std::string best;
    int most = -1;
    for (const LanguageHint& hint : hints) {
        if (hint.script != script) continue;
        int votes = 0;
        for (const std::string& word : hint.words)
            if (const auto found = counts.find(word); found != counts.end()) votes += found->second;
        if (votes > most) {
            most = votes;
            best = hint.tag;
        }
    }
    return best.empty() ? "en" : best;
}

}  // namespace declaim
