#include "text/language_evidence.hpp"

#include <unicode/uchar.h>

#include "base/unicode.hpp"

namespace declaim {

std::size_t language_weight(std::string_view text, std::size_t enough) {
    std::size_t weight = 0;
    for (std::size_t at = 0; at < text.size() && weight < enough;) {
        if (is_ascii(text[at])) {
            const char letter = static_cast<char>(text[at++] | 0x20);
            if (letter >= 'a' && letter <= 'z') ++weight;
            continue;
        }
        const auto c = static_cast<UChar32>(next_char(text, at));
        if (u_isalpha(c)) weight += u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 ? 3U : 1U;
    }
    return weight;
}

Inherited inherited_by(const Page& page) {
    Inherited out;
    for (const PageElement& element : page.elements) {
        const bool top = element.parent < 0;
        const auto parent = static_cast<std::size_t>(top ? 0 : element.parent);
        const std::string own = known_tag(element.language);
        out.languages.push_back(!own.empty() || top ? own : out.languages[parent]);
        out.hidden.push_back(element.hidden || (!top && out.hidden[parent]));
    }
    return out;
}

bool is_borne_out(std::string_view text, const std::string& language, const std::string& other,
                  const FunctionWords& words, int least, int times) {
    if (!words.has(language)) return false;
    const auto votes = words.votes(text);
    const auto count = [&](const std::string& tag) {
        const auto found = votes.find(tag);
        return found == votes.end() ? 0 : found->second;
    };
    return count(language) >= least && count(language) >= times * count(other);
}

bool is_worded(std::string_view text, const std::string& language, const std::string& other,
               const FunctionWords& words) {
    if (are_close(language, other)) return is_borne_out(text, language, other, words);
    return !words.has(language) || is_borne_out(text, language, other, words, 1, 1);
}

}  // namespace declaim
