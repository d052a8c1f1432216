#include "text/held_date.hpp"

#include <algorithm>
#include <array>

namespace declaim {
namespace {

constexpr std::size_t kLongest = 600;  // bytes of a line that dates are sought in
constexpr std::size_t kAbove = 8;      // lines above the title that may belong to it
constexpr std::size_t kBelow = 16;     // lines below a lead with fields

constexpr std::size_t kLead = 4;  // lines a lead may take that was taken for the speech

constexpr int kField = 6;
constexpr int kOfSpeech = 4;
constexpr int kAlone = 3;
constexpr int kBeside = 2;
constexpr int kFar = 1;
constexpr int kFull = 10;  // by so much a whole date weighs more than a year or month

using Words = std::vector<Word>;

template <std::size_t Count>
bool is_one_of(std::string_view reason, const std::array<std::string_view, Count>& list) {
    return std::find(list.begin(), list.end(), reason) != list.end();
}

constexpr std::array<std::string_view, 6> kDateless{"site line",    "url",     "copyright",
                                                    "running head", "licence", "page mark"};
constexpr std::array<std::string_view, 2> kProse{"abstract", "aside"};
constexpr std::array<std::string_view, 6> kFrame{"navigation", "related",   "header",
                                                 "comments",   "promotion", "share"};

class Votes {
  public:
    Votes(const Page& page, const std::vector<std::string_view>& reasons, const Rules& rules,
          const DateReader& dates)
        : page_(page), reasons_(reasons), rules_(rules), dates_(dates) {
        while (first_ < reasons_.size() && !reasons_[first_].empty()) ++first_;
        const auto title = std::find(reasons_.begin(), reasons_.end(), "title");
        title_ = std::min(static_cast<std::size_t>(title - reasons_.begin()), first_);
    }

    std::vector<DateVote> count() {
        for (std::size_t i = 0; i < first_; ++i) count_line(i);
        if (first_ < reasons_.size() && is_intro(page_.lines[first_].text))
            vote_all(first_, rules_.furniture.genres.occurs(words_of(page_.lines[first_].text))
                                 ? kOfSpeech
                                 : kBeside);
        for (std::size_t i = first_ + 1; i < reasons_.size() && i < first_ + kBelow; ++i)
            if (!reasons_[i].empty() && !reasons_[i - 1].empty() && is_field(i))
                vote_all(i, kField);
        for (std::size_t i = first_ + 1; i + 1 < reasons_.size() && i < first_ + kLead; ++i)
            if (!reasons_[i].empty() && reasons_[i + 1].empty()) count_line(i);
        std::stable_sort(votes_.begin(), votes_.end(),
                         [](const DateVote& a, const DateVote& b) { return a.weight > b.weight; });
        return std::move(votes_);
    }

  private:
    /// What an editor says of the speech: "delivered on 3 May", not "I spoke on 3 May".
    [[nodiscard]] bool tells_of_speech(std::string_view text) const {
        const Words words = words_of(text);
        return rules_.furniture.reports.occurs(words) || rules_.fields.held.occurs(words) ||
               rules_.furniture.genres.occurs(words);
    }

    [[nodiscard]] bool is_intro(std::string_view text) const {
        if (text.size() >= kLongest) return false;
        const Words words = words_of(text);
        return !rules_.furniture.first_person.occurs(words) &&
               (rules_.furniture.reports.occurs(words) || rules_.fields.held.occurs(words));
    }

    /// "Delivered on:" above.
    [[nodiscard]] bool is_field(std::size_t i) const {
        return i > 0 && rules_.fields.held.is(words_of(page_.lines[i - 1].text));
    }

    [[nodiscard]] int factor(std::size_t i, const DateMention& mention) const {
        const std::string& text = page_.lines[i].text;
        const Words words = words_of(text);
        if (is_field(i) || rules_.fields.held.match(words, 0) != 0) return kField;
        if (mention.where.size() * 10 >= text.size() * 6) return kAlone;
        const bool speech = rules_.furniture.genres.match(words, 0) != 0 ||
                            rules_.fields.speaker.match(words, 0) != 0;
        return speech ? kOfSpeech : kBeside;
    }

    void count_line(std::size_t i) {
        const std::string_view reason = reasons_[i];
        if (is_one_of(reason, kDateless) && !is_field(i)) return;
        if (i > 0 && rules_.furniture.posted.is(words_of(page_.lines[i - 1].text))) return;
        if (is_one_of(reason, kProse)) {
            if (page_.lines[i].text.size() <= kLongest && tells_of_speech(page_.lines[i].text))
                vote_all(i, kOfSpeech);
            return;
        }
        vote_all(i, is_one_of(reason, kFrame) && i + kAbove < title_ ? kFar : 0);
    }

    /// `fixed`: what each date counts; 0 to look at the line.
    void vote_all(std::size_t i, int fixed) {
        const std::string& text = page_.lines[i].text;
        if (text.size() > kLongest) return;
        std::size_t from = 0;
        for (const DateMention& mention : dates_.find(text)) {
            const std::string_view before =
                std::string_view(text).substr(from, mention.where.begin - from);
            from = mention.where.end;
            if (is_posted(before)) continue;
            vote(mention, fixed > 0 ? fixed : factor(i, mention));
        }
    }

    [[nodiscard]] bool is_posted(std::string_view before) const {
        const Words words = words_of(before);
        return rules_.furniture.posted.occurs(words) && !rules_.fields.held.occurs(words);
    }

    void vote(const DateMention& mention, int factor) {
        const auto known = std::find_if(votes_.begin(), votes_.end(), [&](const DateVote& vote) {
            return vote.iso == mention.iso;
        });
        const int weight = (mention.full ? kFull : 1) * factor;
        if (known == votes_.end()) {
            votes_.push_back({mention.iso, weight, factor >= kOfSpeech});
            return;
        }
        known->weight += weight;
        known->of_speech = known->of_speech || factor >= kOfSpeech;
    }

    const Page& page_;
    const std::vector<std::string_view>& reasons_;
    const Rules& rules_;
    const DateReader& dates_;
    std::size_t first_ = 0;
    std::size_t title_ = 0;
    std::vector<DateVote> votes_;
};

// --- which comes first, day or month

/// 1 where a date such as 15/10/2004 shows that the day comes first, -1 for 10/15/2004, else 0.
int order_shown(std::string_view text) {
    const Words words = words_of(text);
    const auto number = [&](std::size_t i) {
        int value = 0;
        if (words[i].folded.empty() || words[i].folded.size() > 4) return -1;
        for (const char c : words[i].folded) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const auto slash = [&](std::size_t at) {
            return text.substr(words[at].end, words[at + 1].begin - words[at].end) == "/";
        };
        if (!slash(i) || !slash(i + 1) || words[i + 2].folded.size() != 4) continue;
        const int a = number(i);
        const int b = number(i + 1);
        if (number(i + 2) < 1000 || a < 1 || b < 1) continue;
        if (a > 12 && a <= 31 && b <= 12) return 1;
        if (b > 12 && b <= 31 && a <= 12) return -1;
    }
    return 0;
}

/// The host's last part: "uk" of "https://www.gov.uk/speeches".
std::string top_domain(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/:?#"));
    const std::size_t dot = address.rfind('.');
    return dot == std::string_view::npos ? std::string() : fold_case(address.substr(dot + 1));
}

}  // namespace

std::vector<DateVote> held_dates(const Page& page, const std::vector<std::string_view>& reasons,
                                 const Rules& rules, const DateReader& dates) {
    return Votes(page, reasons, rules, dates).count();
}

std::string date_language(const Page& page, const std::string& language) {
    if (language_subtag(language) != "en") return language;
    int shown = 0;
    for (const PageLine& line : page.lines)
        if (line.text.find('/') != std::string::npos && line.text.size() < kLongest)
            shown += order_shown(line.text);
    if (shown != 0) return shown > 0 ? "en-GB" : "en-US";
    for (const Declared& declared : page.declared) {
        const bool locale = declared.name == "og:locale" || declared.name == "lang";
        if (locale && declared.value.size() == 5 && language_subtag(declared.value) == "en")
            return "en-" + declared.value.substr(3);
    }
    static constexpr std::array<std::string_view, 9> kDayFirst{"uk", "ie", "au", "nz", "in",
                                                               "za", "ng", "gh", "ke"};
    static constexpr std::array<std::string_view, 3> kMonthFirst{"gov", "mil", "us"};
    for (const Declared& declared : page.declared) {
        const std::string domain = top_domain(declared.value);
        if (domain.empty()) continue;
        if (is_one_of(domain, kDayFirst)) return "en-GB";
        if (is_one_of(domain, kMonthFirst)) return "en-US";
    }
    return language;
}

}  // namespace declaim
