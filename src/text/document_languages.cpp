#include "text/document_languages.hpp"

#include <algorithm>
#include <map>

#include "base/unicode.hpp"
#include "text/language_evidence.hpp"

namespace declaim {
namespace {

constexpr std::size_t kLongLine = 40;     // bytes: menus are shorter
constexpr std::size_t kEnoughText = 200;  // bytes of long lines; else all lines count
constexpr std::size_t kGroup = 600;       // bytes judged together at least, unless a block ends
constexpr std::size_t kDocument = std::size_t{32} << 10U;
constexpr std::size_t kPart = 8;  // a language of the document has one part in so many

std::string declared_language(const Page& page) {
    for (const Declared& fact : page.declared)
        if (fact.name == "lang" || fact.name == "language" || fact.name == "content-language")
            return known_tag(fact.value);
    return "";
}

/// "no" of "https://www.example.no/tale".
std::string declared_domain(const Page& page) {
    for (const Declared& fact : page.declared) {
        if (fact.name != "og:url" && fact.name != "canonical") continue;
        const std::size_t scheme = fact.value.find("://");
        if (scheme == std::string::npos) continue;
        const std::string host = fact.value.substr(
            scheme + 3, fact.value.find_first_of("/?#:", scheme + 3) - scheme - 3);
        const std::string label = fold_case(host.substr(host.rfind('.') + 1));
        if (label.size() == 2) return label;
    }
    return "";
}

/// Stretches of the document that stand for it: paragraphs, or some lines of one.
std::vector<std::string> stretches_of(const Page& page, bool all_lines) {
    const Inherited inherited = inherited_by(page);
    std::vector<std::string> stretches;
    bool open = false;
    for (const PageLine& line : page.lines) {
        open = open && !line.starts_block && stretches.back().size() < kGroup;
        const bool hidden =
            line.element >= 0 && inherited.hidden[static_cast<std::size_t>(line.element)];
        if (!all_lines && (line.text.size() < kLongLine || line.linked * 2 > line.text.size()))
            continue;
        if (hidden) continue;
        if (!open) stretches.emplace_back();
        open = true;
        stretches.back() += head_of(line.text, kDocument);
        stretches.back() += '\n';
    }
    return stretches;
}

std::size_t size_of(const std::vector<std::string>& stretches) {
    std::size_t size = 0;
    for (const std::string& stretch : stretches) size += stretch.size();
    return size;
}

/// As many of them, from all parts of the document, as make up a sample.
std::vector<std::string> sample_of(std::vector<std::string> stretches) {
    const std::size_t step = size_of(stretches) / kDocument + 1;
    std::vector<std::string> sample;
    for (std::size_t i = 0; i < stretches.size(); i += step)
        sample.push_back(std::move(stretches[i]));
    return sample;
}

}  // namespace

Languages find_languages(const Page& page, const std::vector<LanguageHint>& hints) {
    std::vector<std::string> stretches = stretches_of(page, false);
    if (size_of(stretches) < kEnoughText) stretches = stretches_of(page, true);
    const std::vector<std::string> sample = sample_of(std::move(stretches));
    const LanguageEvidence evidence{declared_language(page), declared_domain(page)};
    std::string text;
    for (const std::string& stretch : sample) text += stretch;
    std::vector<std::string> languages{guess_language(text, hints, evidence)};

    const FunctionWords words(hints);
    std::map<std::string, std::size_t> weights;
    std::size_t all = 0;
    for (const std::string& stretch : sample) {
        const std::string_view head = head_of(stretch, kJudgedBytes);
        const std::size_t weight = language_weight(head);
        all += weight;
        if (words.speaks_only(languages.front(), head)) {
            weights[languages.front()] += weight;
            continue;
        }
        const Judgement judged = judge_language(head, {languages.front(), ""});
        if (judged.percent < kClearPercent) continue;
        if (judged.language != languages.front() &&
            !is_worded(head, judged.language, languages.front(), words))
            continue;
        weights[judged.language] += weight;
    }
    const auto most =
        std::max_element(weights.begin(), weights.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    // Of two languages, the one with more text, whatever was repeated in it.
    if (most != weights.end() && most->second * 5 >= all * 2) languages.front() = most->first;
    for (const auto& [language, weight] : weights)
        if (weight * kPart >= all && language != languages.front()) languages.push_back(language);
    return {std::move(languages), false};
}

}  // namespace declaim
