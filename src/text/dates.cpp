#include "text/dates.hpp"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>

#include <array>

#include "text/rules.hpp"

namespace declaim {
namespace {

/// The shortest prefix by which a month may be abbreviated.
constexpr std::size_t kShortestMonth = 3;

/// Words that stand between day, month and year: "19th day of October, 2004", "10 de mayo de 1999".
bool is_joint(const std::string& word) {
    static const std::array<std::string_view, 17> kJoints{"day", "st",  "nd",  "rd", "th", "of",
                                                          "de",  "del", "d",   "do", "da", "er",
                                                          "º",   "ª",   "the", "ст", "го"};
    for (const std::string_view joint : kJoints)
        if (word == joint) return true;
    return false;
}

/// The number at the head of a word: 19 of "19th"; -1 without one or with more than four digits.
int number_of(const std::string& word) {
    int value = 0;
    std::size_t digits = 0;
    while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9' && digits < 5)
        value = value * 10 + (word[digits++] - '0');
    if (digits == 0 || digits > 4) return -1;
    return digits == word.size() || (digits <= 2 && is_joint(word.substr(digits))) ? value : -1;
}

bool is_year(int number) { return number >= 1000 && number <= 2199; }

bool is_day(int year, int month, int day) {
    static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1) return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= kDays.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap ? 1 : 0);
}

std::string folded_name(const icu::UnicodeString& name) {
    std::string text;
    name.toUTF8String(text);
    const std::vector<Word> words = words_of(text);
    return words.size() == 1 && words[0].letter ? words[0].folded : std::string();
}

}  // namespace

/// The words of a text and the text, so that what stands between words can be looked at.
struct DateReader::Cursor {
    std::string_view text;
    std::vector<Word> words;

    [[nodiscard]] int number(std::size_t i) const {
        return i < words.size() ? number_of(words[i].folded) : -1;
    }
    [[nodiscard]] std::string_view gap(std::size_t i) const {  // between word i and the next
        return text.substr(words[i].end, words[i + 1].begin - words[i].end);
    }
    /// The next word that is no joint, at most two joints on.
    [[nodiscard]] std::size_t after(std::size_t i) const {
        std::size_t next = i + 1;
        while (next < words.size() && next <= i + 2 && is_joint(words[next].folded)) ++next;
        return next;
    }
    [[nodiscard]] ByteRange range(std::size_t first, std::size_t last) const {
        return {words[first].begin, words[last].end};
    }
};

DateReader::DateReader(const std::string& language) {
    add_names(language);
    if (language_subtag(language) != "en") {
        add_names("en");
        order_ = Order::day_first;
    } else if (language == "en-US") {
        order_ = Order::month_first;
    } else if (language.size() > 2) {
        order_ = Order::day_first;
    }
}

void DateReader::add_names(const std::string& locale) {
    using Symbols = icu::DateFormatSymbols;
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(locale.c_str()), status);
    if (U_FAILURE(status)) return;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
        for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* names = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; i < count && i < 12; ++i)
                if (std::string name = folded_name(names[i]); !name.empty())
                    months_.emplace(std::move(name), i + 1);
            names = symbols.getWeekdays(count, context, width);
            for (std::int32_t i = 0; i < count; ++i)
                for (const Word& word : words_of([&] {
                         std::string text;
                         names[i].toUTF8String(text);
                         return text;
                     }()))
                    if (word.letter) weekdays_.insert(word.folded);
        }
    }
}

int DateReader::month_of(const std::string& folded) const {
    if (const auto found = months_.find(folded); found != months_.end()) return found->second;
    if (characters(folded) < kShortestMonth) return 0;
    int month = 0;
    for (const auto& [name, number] : months_) {
        if (name.compare(0, folded.size(), folded) != 0) continue;
        if (month != 0 && month != number) return 0;
        month = number;
    }
    return month;
}

std::optional<DateMention> DateReader::numeric(const Cursor& cursor, std::size_t at,
                                               std::size_t& used) const {
    if (at + 2 >= cursor.words.size()) return std::nullopt;
    const std::string_view mark = cursor.gap(at);
    if ((mark != "-" && mark != "/" && mark != "." && mark != ". ") || cursor.gap(at + 1) != mark)
        return std::nullopt;
    const std::array<int, 3> n{cursor.number(at), cursor.number(at + 1), cursor.number(at + 2)};
    used = 3;
    const ByteRange where = cursor.range(at, at + 2);
    if (is_year(n[0]) && is_day(n[0], n[1], n[2]))
        return DateMention{where, fmt::format("{:04}-{:02}-{:02}", n[0], n[1], n[2]), true};
    if (!is_year(n[2])) return std::nullopt;
    const bool day_first = is_day(n[2], n[1], n[0]);
    const bool month_first = is_day(n[2], n[0], n[1]);
    if (!day_first && !month_first) return std::nullopt;
    if (day_first && month_first && n[0] != n[1] && order_ == Order::unknown && mark == "/")
        return DateMention{where, fmt::format("{:04}", n[2]), false};
    const bool swap = !day_first || (month_first && order_ == Order::month_first);
    return DateMention{
        where, fmt::format("{:04}-{:02}-{:02}", n[2], swap ? n[0] : n[1], swap ? n[1] : n[0]),
        true};
}

std::optional<DateMention> DateReader::named(const Cursor& cursor, std::size_t at,
                                             std::size_t& used) const {
    const auto month_at = [&](std::size_t i) {
        return i < cursor.words.size() && cursor.words[i].letter ? month_of(cursor.words[i].folded)
                                                                 : 0;
    };
    const int day = cursor.number(at);
    if (day > 0) {  // 19 October 2004
        const std::size_t month = cursor.after(at);
        const std::size_t year = cursor.after(month);
        const int number = cursor.number(year);
        if (month_at(month) == 0 || !is_year(number)) return std::nullopt;
        if (!is_day(number, month_at(month), day)) return std::nullopt;
        used = year + 1 - at;
        return DateMention{cursor.range(at, year),
                           fmt::format("{:04}-{:02}-{:02}", number, month_at(month), day), true};
    }
    const int month = month_at(at);
    if (month == 0) return std::nullopt;
    const std::size_t second = cursor.after(at);
    const std::size_t third = cursor.after(second);
    if (is_year(cursor.number(third)) &&
        is_day(cursor.number(third), month, cursor.number(second))) {
        used = third + 1 - at;  // October 19, 2004
        return DateMention{
            cursor.range(at, third),
            fmt::format("{:04}-{:02}-{:02}", cursor.number(third), month, cursor.number(second)),
            true};
    }
    if (!is_year(cursor.number(second))) return std::nullopt;
    used = second + 1 - at;  // October 2004
    return DateMention{cursor.range(at, second),
                       fmt::format("{:04}-{:02}", cursor.number(second), month), false};
}

std::vector<DateMention> DateReader::find(std::string_view text) const {
    const Cursor cursor{text, words_of(text)};
    std::vector<DateMention> found;
    for (std::size_t at = 0; at < cursor.words.size();) {
        std::size_t used = 1;
        std::optional<DateMention> mention = numeric(cursor, at, used);
        if (!mention) mention = named(cursor, at, used);
        if (mention) found.push_back(*mention);
        at += mention ? used : 1;
    }
    return found;
}

}  // namespace declaim
