#include "text/block_languages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/address.hpp"
#include "text/language.hpp"

namespace declaim {
namespace {

constexpr std::size_t kLongLine = 40;     // bytes: menus are shorter
constexpr std::size_t kEnoughText = 200;  // bytes of long lines; else all lines count
constexpr std::size_t kGroup = 600;       // bytes judged together at least, unless a block ends
constexpr std::size_t kJudged = 2048;     // bytes of a paragraph that are looked at
constexpr std::size_t kDocument = std::size_t{64} << 10U;
constexpr std::size_t kEnough = 40;  // letters CLD2 can judge
constexpr int kClear = 70;           // per cent
constexpr std::size_t kPart = 8;     // a language of the document has one part in so many

/// Letters, ideographs three times: they say more, and so fewer are needed.
std::size_t weight_of(std::string_view text) {
    std::size_t weight = 0;
    for (std::size_t at = 0; at < text.size();) {
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

/// What each element inherits: its language, and whether it is hidden.
struct Inherited {
    std::vector<std::string> languages;
    std::vector<bool> hidden;
};

Inherited inherit(const Page& page) {
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
    const Inherited inherited = inherit(page);
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

/// Whether words bear out that a text is in `language` rather than in `other`: `times` as many.
bool is_borne_out(std::string_view text, const std::string& language, const std::string& other,
                  const FunctionWords& words, int least = 3, int times = 2) {
    if (!words.has(language)) return false;
    const auto votes = words.votes(text);
    const auto count = [&](const std::string& tag) {
        const auto found = votes.find(tag);
        return found == votes.end() ? 0 : found->second;
    };
    return count(language) >= least && count(language) >= times * count(other);
}

/// The same, as far as function words are known: more of them than of the other language, and many
/// more where the two are close.
bool is_worded(std::string_view text, const std::string& language, const std::string& other,
               const FunctionWords& words) {
    if (are_close(language, other)) return is_borne_out(text, language, other, words);
    return !words.has(language) || is_borne_out(text, language, other, words, 1, 1);
}

class Assigner {
  public:
    Assigner(std::vector<Piece>& pieces, const Page& page,
             const std::vector<std::string>& languages, RuleShelf& shelf)
        : pieces_(pieces), languages_(languages), shelf_(shelf), words_(shelf.hints()) {
        const Inherited inherited = inherit(page);
        for (const Piece& piece : pieces) {
            const auto at = static_cast<std::size_t>(piece.element);
            declared_.push_back(piece.element < 0 ? "" : inherited.languages[at]);
        }
    }

    void assign() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) said_.push_back(judge(i));
        const auto plain = std::find(said_.begin(), said_.end(), main());
        if (plain != said_.end())
            script_ = main_script(
                head_of(pieces_[static_cast<std::size_t>(plain - said_.begin())].text, kJudged));
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].language.empty()) pieces_[i].language = settle(i);
            judged_.push_back(pieces_[i].language);
        }
        for (std::size_t i = 0; i < pieces_.size(); ++i) place(i);
    }

  private:
    [[nodiscard]] const std::string& main() const { return languages_.front(); }

    [[nodiscard]] bool is_of_document(const std::string& language) const {
        return std::find(languages_.begin(), languages_.end(), language) != languages_.end();
    }

    /// What the text by itself seems to be in; "" for too little text and in doubt.
    [[nodiscard]] std::string judge(std::size_t i) const {
        const std::string_view text = head_of(pieces_[i].text, kJudged);
        if (weight_of(text) < kEnough) return "";
        const bool agreed = declared_[i].empty() || declared_[i] == main();
        if (agreed && words_.speaks_only(main(), text)) return main();
        const std::string& expected = declared_[i].empty() ? main() : declared_[i];
        const Judgement judged = judge_language(text, {expected, ""});
        return judged.percent >= kClear ? judged.language : "";
    }

    /// The language of a paragraph with text enough; "" where others must tell.
    [[nodiscard]] std::string settle(std::size_t i) const {
        const std::string& said = said_[i];
        if (said.empty() || said == main()) return said;
        const std::string_view text = head_of(pieces_[i].text, kJudged);
        if (is_borne_out(text, said, main(), words_)) return said;
        if (said == declared_[i]) return said;
        if (are_close(said, main())) return main();
        if (main_script(text) != script_) return said;
        const bool neighbour =
            (i > 0 && said_[i - 1] == said) || (i + 1 < said_.size() && said_[i + 1] == said);
        const bool worded = is_worded(text, said, main(), words_);
        return worded && (neighbour || is_of_document(said)) ? said : main();
    }

    /// Gives a short paragraph its language.
    void place(std::size_t i) {
        Piece& piece = pieces_[i];
        if (!piece.language.empty()) return;
        const std::string before = nearest(i, true);
        const std::string after = nearest(i, false);
        if (is_of_document(declared_[i])) {
            piece.language = declared_[i];
        } else if (const std::string own = by_words(i, before, after); !own.empty()) {
            piece.language = own;
        } else {
            // A heading and a salutation go with what follows, an end of a sentence with what was.
            const std::string& with = ends_sentence(piece.text) ? before : after;
            const bool goes_along =
                is_of_document(with) && weight_of(head_of(piece.text, kJudged)) < kEnough;
            piece.language = before == after || goes_along ? with : main();
        }
    }

    /// The language of the nearest paragraph with one of its own; the main one for none.
    [[nodiscard]] std::string nearest(std::size_t i, bool before) {
        if (before) {
            while (last_ < i) {
                if (!judged_[last_].empty()) last_language_ = judged_[last_];
                ++last_;
            }
            return last_language_.empty() ? main() : last_language_;
        }
        next_ = std::max(next_, i + 1);
        while (next_ < judged_.size() && judged_[next_].empty()) ++next_;
        return next_ < judged_.size() ? judged_[next_] : main();
    }

    /// Among the languages around it and the document's: the one whose salutation it is, else the
    /// one whose words it has alone.
    [[nodiscard]] std::string by_words(std::size_t i, const std::string& before,
                                       const std::string& after) {
        std::vector<std::string> choice = languages_;
        for (const std::string& language : {before, after})
            if (std::find(choice.begin(), choice.end(), language) == choice.end())
                choice.push_back(language);
        if (choice.size() < 2) return choice.front();
        const std::string_view text = pieces_[i].text;
        std::vector<std::string> greeted;
        for (const std::string& language : choice)
            if (address_look(text, shelf_.rules(language).address) == AddressLook::strong)
                greeted.push_back(language);
        if (greeted.size() == 1) return greeted.front();
        if (!greeted.empty()) choice = greeted;
        const auto votes = words_.votes(head_of(text, kJudged));
        std::array<int, 2> most{};
        std::string best;
        for (const std::string& language : choice) {
            const auto found = votes.find(language);
            const int count = found == votes.end() ? 0 : found->second;
            if (count > most[0]) {
                most = {count, most[0]};
                best = language;
            } else {
                most[1] = std::max(most[1], count);
            }
        }
        // One word may be part of a name, unless such a paragraph is near.
        const bool sure = most[0] > 1 || !greeted.empty() || best == before || best == after;
        return sure && most[0] >= 2 * most[1] ? best : "";
    }

    std::vector<Piece>& pieces_;
    const std::vector<std::string>& languages_;
    RuleShelf& shelf_;
    FunctionWords words_;
    std::vector<std::string> declared_;  // by lang attributes, per paragraph
    std::vector<std::string> said_;      // by CLD2
    std::vector<std::string> judged_;    // borne out
    std::size_t last_ = 0;
    std::size_t next_ = 0;
    std::string last_language_;
    std::string script_ = "Latn";  // of the main language
};

std::string english_name(const std::string& tag) {
    std::array<UChar, 64> name{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length = uloc_getDisplayLanguage(tag.c_str(), "en", name.data(),
                                                static_cast<std::int32_t>(name.size()), &status);
    std::string out;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < length; ++i)
        append_char(out, name.at(static_cast<std::size_t>(i)));
    return out.empty() || out == tag ? fmt::format("'{}'", tag) : fmt::format("{} ({})", out, tag);
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
        const std::string_view head = head_of(stretch, kJudged);
        const std::size_t weight = weight_of(head);
        const Judgement judged = judge_language(head, {languages.front(), ""});
        all += weight;
        if (judged.percent < kClear) continue;
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

void set_languages(std::vector<Piece>& pieces, const Page& page, const Languages& languages,
                   RuleShelf& shelf) {
    if (languages.fixed)
        for (Piece& piece : pieces) piece.language = languages.all.front();
    else
        Assigner(pieces, page, languages.all, shelf).assign();
}

void warn_of_languages(const Languages& languages, const std::string& path, const DataPath& data,
                       std::vector<std::string>& warnings) {
    std::vector<std::string> names;
    for (const std::string& language : languages.all)
        if (!has_rules(language, data)) names.push_back(english_name(language));
    if (!names.empty())
        warnings.push_back(
            fmt::format("{}: no rules for {} yet: segmented by structure alone; "
                        "check with `declaim inspect`",
                        path, fmt::join(names, " and ")));
}

}  // namespace declaim
