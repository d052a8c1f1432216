#include "text/page_title.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace declaim {
namespace {

/// Where the parts of a page's title meet; those that are in use for nothing else first.
struct Separator {
    std::string_view text;
    bool sure = false;
};
constexpr std::array<Separator, 11> kSeparators{{{" | ", true},
                                                 {" :: ", true},
                                                 {" » ", true},
                                                 {" « ", true},
                                                 {" · ", true},
                                                 {" • ", true},
                                                 {" > ", true},
                                                 {" - ", false},
                                                 {" – ", false},
                                                 {" — ", false},
                                                 {" / ", false}}};

struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool sure = false;  ///< the separator before it
};

std::vector<Part> parts_of(std::string_view title) {
    std::vector<Part> parts{{0, title.size(), false}};
    for (std::size_t at = 0; at < title.size(); ++at)
        for (const Separator& separator : kSeparators)
            if (title.substr(at, separator.text.size()) == separator.text) {
                parts.back().end = at;
                parts.push_back({at + separator.text.size(), title.size(), separator.sure});
            }
    return parts;
}

}  // namespace

std::string bare_words(std::string_view text) {
    std::string out;
    for (const Word& word : words_of(text)) out += word.folded + " ";
    return out;
}

bool titles_agree(std::string_view a, std::string_view b) {
    constexpr std::size_t kFewest = 3;  // words
    const std::string x = " " + bare_words(a);
    const std::string y = " " + bare_words(b);
    if (x == y) return x.size() > 1;
    const std::string& part = x.size() < y.size() ? x : y;
    const std::string& whole = x.size() < y.size() ? y : x;
    const auto words = std::count(part.begin(), part.end(), ' ') - 1;
    return words >= static_cast<std::ptrdiff_t>(kFewest) && whole.find(part) != std::string::npos;
}

bool is_listed(const std::vector<std::string>& list, std::string_view text) {
    const std::string wanted = bare_words(text);
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& one) { return bare_words(one) == wanted; });
}

std::vector<std::string> headings_of(const Page& page) {
    std::vector<std::string> headings;
    int last = -1;
    for (const PageLine& line : page.lines) {
        if (line.element < 0) continue;
        int at = line.element;
        const auto element = [&](int i) -> const PageElement& {
            return page.elements[static_cast<std::size_t>(i)];
        };
        constexpr int kClimb = 4;  // "h1" may hold a "span" or "div"
        for (int i = 0; i < kClimb && at >= 0 && element(at).tag != "h1"; ++i)
            at = element(at).parent;
        if (at < 0 || element(at).tag != "h1" || element(at).hidden) continue;
        if (at == last)
            headings.back() += " " + line.text;
        else
            headings.push_back(line.text);
        last = at;
    }
    return headings;
}

bool ends_title(std::string_view title, std::string_view text) {
    const std::vector<Part> parts = parts_of(title);
    return parts.size() > 1 && bare_words(title.substr(parts.back().begin)) == bare_words(text);
}

std::string without_site(std::string_view title, const std::vector<std::string>& sites,
                         const std::vector<std::string>& headings) {
    const std::vector<Part> parts = parts_of(title);
    const auto text = [&](const Part& part) {
        return fold_spaces(title.substr(part.begin, part.end - part.begin));
    };
    for (const Part& part : parts)
        if (parts.size() > 1 && is_listed(headings, text(part)) && !is_listed(sites, text(part)))
            return text(part);
    std::size_t first = 0;
    std::size_t last = parts.size();
    while (last > first && is_listed(sites, text(parts[last - 1]))) --last;
    while (first < last && is_listed(sites, text(parts[first]))) ++first;
    if (first == last) return {};
    const bool known = last - first < parts.size();
    std::size_t best = first;  // of the parts that only a site's separator parts, the longest
    for (std::size_t i = first; i < last; ++i)
        if (words_of(text(parts[i])).size() > words_of(text(parts[best])).size()) best = i;
    const bool sure = std::any_of(parts.begin(), parts.end(), [](const Part& p) { return p.sure; });
    if (!known && sure) {
        first = last = best;
        while (first > 0 && !parts[first].sure) --first;
        for (++last; last < parts.size() && !parts[last].sure;) ++last;
    }
    return fold_spaces(title.substr(parts[first].begin, parts[last - 1].end - parts[first].begin));
}

}  // namespace declaim
