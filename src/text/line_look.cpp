#include "text/line_look.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/list_marks.hpp"
#include "text/tidy.hpp"

namespace declaim {
namespace {

/// Longer lines are prose whatever words they hold.
constexpr std::size_t kLongestFurniture = 400;

bool starts(const Phrases& phrases, const std::vector<Word>& words) {
    return phrases.match(words, 0) != 0;
}

/// A web address, or the path of one in brackets, as printed pages have them.
bool has_url(std::string_view text) {
    for (const char* sign : {"http:/", "https:/", "www.", "(/", "ftp:/"})
        if (text.find(sign) != std::string_view::npos) return true;
    return false;
}

/// A web address and nothing else but page numbers.
bool is_url(std::string_view text) {
    constexpr std::size_t kLongestUrl = 4000;
    if (text.size() > kLongestUrl || !has_url(text)) return false;
    if (text.substr(0, 4) == "http" && text.find(' ') * 3 > text.size() * 2) return true;
    std::size_t letters_outside = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view token = text.substr(begin, end - begin);
        const bool link = has_url(token) || token.find('/') != std::string_view::npos;
        if (!link)
            for (const Word& word : words_of(token))
                if (word.letter) ++letters_outside;
        begin = end + 1;
    }
    return letters_outside <= (text.find("(/") != std::string_view::npos ? 8U : 0U);
}

/// A time of day: "5:33 PM", "21:26".
bool has_time(std::string_view text) {
    const auto digit = [&](std::size_t i) {
        return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    for (std::size_t i = 1; i + 2 < text.size(); ++i)
        if (text[i] == ':' && digit(i - 1) && digit(i + 1) && digit(i + 2) && !digit(i + 3))
            return true;
    return false;
}

/// Numbers with marks between at the very start: "9/30/24".
bool opens_with_date(std::string_view text) {
    std::size_t marks = 0;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        if (text[i] == '/' || text[i] == '.' || text[i] == '-')
            ++marks;
        else if (text[i] < '0' || text[i] > '9')
            break;
    }
    return marks == 2 && i >= 5;
}

/// What is left of a line when dates, weekdays, times and the words beside them are taken out.
std::size_t words_beside_dates(std::string_view text, const std::vector<DateMention>& mentions,
                               const Rules& rules, const DateReader& dates, bool& capitals) {
    const std::vector<Word> words = words_of(text);
    std::size_t rest = 0;
    capitals = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool dated = std::any_of(mentions.begin(), mentions.end(), [&](const DateMention& m) {
            return words[i].begin >= m.where.begin && words[i].end <= m.where.end;
        });
        const bool beside = dates.is_weekday(words[i].folded) ||
                            rules.furniture.date_words.match(words, i) != 0 ||
                            rules.furniture.particles.match(words, i) != 0;
        if (dated || beside || !words[i].letter) continue;
        capitals = capitals && words[i].capital;
        ++rest;
    }
    return rest;
}

/// A date with a place at most, or a date in front of a source: "19 Oct. 2004", "15/10/2004 - UNO".
bool is_date_line(std::string_view text, const Rules& rules, const DateReader& dates) {
    const bool listed = bullet_end(text) != 0 && last_visible(text) != first_visible(text);
    const std::vector<DateMention> mentions = dates.find(text);
    if (mentions.empty() || listed || starts(rules.furniture.genres, words_of(text))) return false;
    bool capitals = true;
    const std::size_t rest = words_beside_dates(text, mentions, rules, dates, capitals);
    return rest <= 4 && capitals;
}

bool is_byline(std::string_view text, const std::vector<Word>& words, const Rules& rules) {
    if (words.size() < 2 || words.size() > 40 || ends_sentence(text)) return false;
    const std::size_t opener = rules.furniture.bylines.match(words, 0);
    return opener != 0 && opener < words.size() &&
           (words[opener].capital || rules.furniture.roles.match(words, opener) != 0);
}

/// The first words and all others but such as "the" are those of menus, or half of them, with
/// marks between the items.
bool is_navigation(std::string_view text, const std::vector<Word>& words, const Rules& rules) {
    std::size_t menu = 0;
    bool strange = false;
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t used = rules.furniture.navigation.match(words, i);
        strange =
            strange || (used == 0 && words[i].letter && rules.function_words.match(words, i) == 0);
        menu += used;
        i += std::max<std::size_t>(used, 1);
    }
    bool parted = false;
    for (const std::string_view mark : {" | ", " · ", " • ", " » ", " > "})
        parted = parted || text.find(mark) != std::string_view::npos;
    return menu != 0 && menu * 2 >= words.size() &&
           (parted || (!strange && starts(rules.furniture.navigation, words)));
}

/// Whether the line begins with such a phrase and is not a sentence about something else: one that
/// ends in a full stop must be the phrase for half its words.
bool opens_with(const Phrases& phrases, std::string_view text, const std::vector<Word>& words) {
    const std::size_t used = phrases.match(words, 0);
    return used != 0 && (!ends_sentence(text) || used * 2 >= words.size());
}

/// One word of the press office must be the whole line or be marked: "Video" opens sentences too.
bool is_notice(std::string_view text, const std::vector<Word>& words, const Rules& rules) {
    const std::size_t used = rules.furniture.notices.match(words, 0);
    if (used == 1 && words.size() > 1 &&
        text.find_first_of(":0123456789") == std::string_view::npos)
        return false;
    return words.size() < 25 && opens_with(rules.furniture.notices, text, words);
}

bool is_copyright(std::string_view text, const std::vector<Word>& words, const Rules& rules) {
    return first_visible(text) == U'©' || text.find("(c) ") == 0 ||
           opens_with(rules.furniture.copyright, text, words) ||
           (text.find("©") != std::string_view::npos && words.size() < 20);
}

/// A time of day and nothing else: "1:45 P.M. EDT".
bool is_time_line(std::string_view text, const std::vector<Word>& words, const Rules& rules) {
    if (!has_time(text) || words.size() > 10) return false;
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t used = rules.furniture.date_words.match(words, i);
        if (used == 0 && words[i].letter) return false;
        i += std::max<std::size_t>(used, 1);
    }
    return true;
}

/// A line with an address for mail, no sentence.
bool is_contact(std::string_view text, const std::vector<Word>& words) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           words.size() < 12 && !ends_sentence(text);
}

LineLook look_of_words(std::string_view text, const std::vector<Word>& words, const Rules& rules,
                       const DateReader& dates) {
    const FurnitureRules& furniture = rules.furniture;
    const bool page_dated = furniture.posted.match(words, 0) > 2 && !dates.find(text).empty();
    if (opens_with(furniture.posted, text, words) || page_dated ||
        (has_time(text) && opens_with_date(text)))
        return LineLook::posted;
    if (is_notice(text, words, rules)) return LineLook::notice;
    if (is_contact(text, words)) return LineLook::url;
    if (is_time_line(text, words, rules)) return LineLook::date;
    if (is_copyright(text, words, rules)) return LineLook::copyright;
    if (!ends_sentence(text) && is_navigation(text, words, rules)) return LineLook::navigation;
    if (is_date_line(text, rules, dates)) return LineLook::date;
    if (furniture.genres.is(words)) return LineLook::genre;
    if (is_byline(text, words, rules)) return LineLook::byline;
    if (starts(furniture.genres, words)) {
        const std::size_t used = furniture.genres.match(words, 0);
        if (furniture.bylines.match(words, used) != 0 ||
            furniture.occasions.match(words, used) != 0)
            return LineLook::title;
    }
    if (starts(furniture.occasions, words) && !ends_sentence(text)) return LineLook::occasion;
    return LineLook::plain;
}

/// A few words that end in the stop of an abbreviation: "Washington, D.C."
bool ends_abbreviated(std::string_view text, const Rules& rules) {
    if (last_visible(text) != U'.' || words_of(text).size() > 6) return false;
    const std::size_t space = text.rfind(' ');
    std::string_view token = space == std::string_view::npos ? text : text.substr(space + 1);
    token.remove_suffix(1);
    const std::string folded = fold_case(token);
    return token.find('.') != std::string_view::npos || rules.sentences.never.count(folded) != 0 ||
           (space != std::string_view::npos && rules.sentences.sometimes.count(folded) != 0);
}

}  // namespace

bool is_page_mark(std::string_view text, const Rules& rules, int& page) {
    if (text.size() > 40) return false;
    if (is_stamp(text, rules)) return true;
    // "3 February 2004 : Column 123"
    if (const std::size_t colon = text.find(" : "); colon != std::string_view::npos)
        return text.find_first_of("0123456789") < colon && says_page(text.substr(colon), rules) &&
               is_page_mark(text.substr(colon + 3), rules, page);
    const std::vector<Word> words = words_of(text);
    int numbers = 0;
    if (words.size() == 1 && words[0].folded.size() > 3) return false;  // a year
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = words[i];
        if (rules.furniture.pages.match(words, i) == 1 ||
            rules.furniture.page_links.match(words, i) == 1)
            continue;
        if (word.letter || word.folded.size() > 4) return false;
        if (numbers++ == 0) page = std::atoi(word.folded.c_str());
    }
    if (numbers == 0 || numbers > 2) return false;
    const std::string_view marks = " -–—/[]()|.0123456789";
    if (words.size() != static_cast<std::size_t>(numbers)) return true;
    return numbers == 1 ? text.find_first_not_of("-–—[]()| 0123456789") == std::string_view::npos
                        : text.find_first_not_of(marks) == std::string_view::npos &&
                              text.find('/') != std::string_view::npos;
}

LineLook line_look(std::string_view text, const Rules& rules, const DateReader& dates) {
    if (is_url(text)) return LineLook::url;
    if (text.size() > kLongestFurniture) return LineLook::plain;
    int page = 0;
    if (is_page_mark(text, rules, page)) return LineLook::page_mark;
    return look_of_words(text, words_of(text), rules, dates);
}

std::string_view reason_of(LineLook look) noexcept {
    switch (look) {
        case LineLook::plain:
            return "header";
        case LineLook::date:
            return "date line";
        case LineLook::posted:
            return "site line";
        case LineLook::byline:
            return "byline";
        case LineLook::occasion:
            return "occasion";
        case LineLook::genre:
            return "genre";
        case LineLook::title:
            return "title";
        case LineLook::notice:
            return "notice";
        case LineLook::navigation:
            return "navigation";
        case LineLook::url:
            return "url";
        case LineLook::page_mark:
            return "page mark";
        case LineLook::copyright:
            return "copyright";
    }
    return "header";
}

bool says_page(std::string_view text, const Rules& rules) {
    const char32_t first = first_visible(text);
    if (!text.empty() && first != U'(' && !(first >= U'0' && first <= U'9') &&
        last_visible(text) == first)
        return true;
    return rules.furniture.pages.occurs(words_of(text)) || is_stamp(text, rules);
}

bool is_title_case(std::string_view text, const Rules& rules) {
    const std::vector<Word> words = words_of(text);
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].capital) ++capitals;
        if (!words[i].letter || words[i].capital) continue;
        if (rules.function_words.match(words, i) == 0 &&
            rules.furniture.particles.match(words, i) == 0)
            return false;
    }
    return capitals > 0;
}

bool has_voice(std::string_view text, const Rules& rules, Voice voice) {
    if (is_all_caps(text)) return false;
    const std::vector<Word> words = words_of(text.substr(0, 2000));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t used = rules.address.voice.match(words, i);
        if (used == 0) continue;
        if (voice == Voice::strong && rules.address.weak_voice.match(words, i) == used) continue;
        if (!words[i].capital) return true;
        // "I", but not that of "J. I. Smith" and "Charles I".
        const bool one =
            characters(words[i].folded) == 1 && i + 1 < words.size() && text[words[i].end] != '.';
        const bool title = words.size() > used && is_title_case(text, rules);
        if (one || (i == 0 && !title)) return true;
    }
    return false;
}

std::string_view before_directions(std::string_view text, const Rules& rules) {
    for (;;) {
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        const char32_t last = last_visible(text);
        if (last != U')' && last != U']') return text;
        const std::size_t open = text.rfind(last == U')' ? '(' : '[');
        if (open == std::string_view::npos || text.size() - open > 120) return text;
        if (!rules.furniture.stage.occurs(words_of(text.substr(open)))) return text;
        text = text.substr(0, open);
    }
}

bool is_prose(std::string_view text, const Rules& rules, const DateReader& dates) {
    text = before_directions(text, rules);
    if (text.size() > kLongestFurniture) return !is_url(text);
    if (!ends_sentence(text) || is_all_caps(text) || ends_abbreviated(text, rules)) return false;
    return line_look(text, rules, dates) == LineLook::plain;
}

}  // namespace declaim
