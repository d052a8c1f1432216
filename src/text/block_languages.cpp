#include "text/block_languages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "text/address.hpp"
#include "text/language_evidence.hpp"

namespace declaim {
namespace {

constexpr std::size_t kEnough = 40;  // letters CLD2 can judge

class Assigner {
  public:
    Assigner(std::vector<Piece>& pieces, const Page& page,
             const std::vector<std::string>& languages, RuleShelf& shelf)
        : pieces_(pieces), languages_(languages), shelf_(shelf), words_(shelf.hints()) {
        const Inherited inherited = inherited_by(page);
        for (const Piece& piece : pieces) {
            const auto at = static_cast<std::size_t>(piece.element);
            declared_.push_back(piece.element < 0 ? "" : inherited.languages[at]);
        }
    }

    void assign() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) said_.push_back(judge(i));
        const auto plain = std::find(said_.begin(), said_.end(), main());
        if (plain != said_.end())
            script_ = main_script(head_of(
                pieces_[static_cast<std::size_t>(plain - said_.begin())].text, kJudgedBytes));
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
        const std::string_view text = head_of(pieces_[i].text, kJudgedBytes);
        if (language_weight(text, kEnough) < kEnough) return "";
        const bool agreed = declared_[i].empty() || declared_[i] == main();
        if (agreed && words_.speaks_only(main(), text)) return main();
        const std::string& expected = declared_[i].empty() ? main() : declared_[i];
        const Judgement judged = judge_language(text, {expected, ""});
        return judged.percent >= kClearPercent ? judged.language : "";
    }

    /// The language of a paragraph with text enough; "" where others must tell.
    [[nodiscard]] std::string settle(std::size_t i) const {
        const std::string& said = said_[i];
        if (said.empty() || said == main()) return said;
        const std::string_view text = head_of(pieces_[i].text, kJudgedBytes);
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
                is_of_document(with) &&
                language_weight(head_of(piece.text, kJudgedBytes), kEnough) < kEnough;
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
        const auto votes = words_.votes(head_of(text, kJudgedBytes));
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
