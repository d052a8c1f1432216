#include "text/header_lines.hpp"

#include <algorithm>
#include <string>

#include "text/address.hpp"
#include "text/furniture.hpp"

namespace declaim {
namespace {

/// Where another heading is looked for.
constexpr std::size_t kBelow = 2000;

/// The lines from `at` to the end of their block that are not yet dropped, joined.
std::string rest_of_block(const Page& page, const std::vector<std::string_view>& reasons,
                          std::size_t at) {
    std::string text = page.lines[at].text;
    for (std::size_t i = at + 1; i < page.lines.size() && !page.lines[i].starts_block; ++i) {
        if (text.size() > 2000) break;
        if (reasons[i].empty()) text += " " + page.lines[i].text;
    }
    return text;
}

/// "#." of "1. The economy", "(#)" of "(2)", "Priority #" of "Priority 3"; empty where there is no
/// number.
std::string numbering_of(std::string_view text) {
    std::string shape;
    for (const char c : text.substr(0, 100)) {
        const bool digit = c >= '0' && c <= '9';
        if (c == ' ' && shape.find('#') <= 1) break;
        if (!digit || shape.empty() || shape.back() != '#') shape.push_back(digit ? '#' : c);
    }
    return shape.find('#') == std::string::npos ? std::string() : shape;
}

}  // namespace

LineLook LineJudge::look(std::size_t at) const {
    return line_look(page_.lines[at].text, rules_, dates_);
}

bool LineJudge::is_address(std::size_t at) const {
    constexpr int kMostWeak = 12;
    for (int weak = 0; weak < kMostWeak; ++weak) {
        const std::size_t count = address_lines(page_, reasons_, layout_, at, rules_);
        if (count == 0) return weak > 0 && opens_speech(at);
        if (address_look(page_.lines[at].text, rules_.address) == AddressLook::strong) return true;
        at += count;
        while (at < page_.lines.size() && !reasons_[at].empty()) ++at;
        if (at >= page_.lines.size()) return false;
    }
    return true;
}

std::size_t LineJudge::above_header(std::size_t at) const {
    constexpr std::size_t kMost = 1500;  // bytes of it
    constexpr std::size_t kSoon = 10;    // lines
    std::size_t bytes = 0;
    std::size_t end = at;
    for (; end < page_.lines.size() && bytes < kMost; ++end) {
        const std::string& line = page_.lines[end].text;
        const bool begins = end == at || page_.lines[end].starts_block || !layout_.wrapped;
        if (begins && (!is_speech(end) || look(end) != LineLook::plain)) break;
        if (is_speakers(line)) return at;
        bytes += line.size();
    }
    if (end == at || bytes >= kMost) return at;
    for (std::size_t i = end; i < page_.lines.size() && i < end + kSoon; ++i) {
        if (is_address(i) || (look(i) == LineLook::plain && is_speech(i))) return at;
        if (!page_.lines[i].starts_block && i > end && look(i - 1) == LineLook::plain) continue;
        const LineLook what = look(i);
        if (what == LineLook::byline || what == LineLook::title || what == LineLook::notice ||
            what == LineLook::genre || what == LineLook::posted)
            return end;
    }
    return at;
}

bool LineJudge::opens_speech(std::size_t at) const {
    const std::string& line = page_.lines[at].text;
    const LineLook what = look(at);
    if (what == LineLook::plain) return is_speech(at);
    if (what == LineLook::page_mark) return !says_page(line, rules_) && is_numbered_heading(at);
    if (what != LineLook::occasion && what != LineLook::byline && what != LineLook::date)
        return false;
    return runs_on(at) || (what != LineLook::date && has_voice(line, rules_));
}

bool LineJudge::speaks(std::size_t at, Voice voice) const {
    const std::string& line = page_.lines[at].text;
    const bool goes_on = !page_.lines[at].starts_block && starts_lower(line);
    if (has_label(line)) return true;
    return !goes_on && !has_field(line) && has_voice(line, rules_, voice);
}

bool LineJudge::calls(std::size_t at) const {
    constexpr std::size_t kLongest = 160;
    const std::string& line = page_.lines[at].text;
    if (characters(line) > kLongest) return false;
    const char32_t last = last_visible(line);
    if (last == U',' || last == U'，' || last == U'、' || last == U'،') return true;
    if (last != U':' && last != U'：' && last != U'!' && last != U'！') return false;
    if (rules_.address.openers.empty() && rules_.address.nouns.empty()) return true;
    // "Worthy President, Sisters and Members of Hall No. 9:"
    const std::vector<Word> words = words_of(line);
    if (rules_.address.dears.match(words, 0) != 0) return true;
    return !rules_.furniture.first_person.occurs(words) &&
           (rules_.address.nouns.occurs(words) || rules_.address.offices.occurs(words)) &&
           line.find(',') != std::string::npos;
}

bool LineJudge::fits_header(std::size_t at) const {
    const std::string& line = page_.lines[at].text;
    const std::vector<Word> words = words_of(line);
    const bool marked = is_opening_mark(first_visible(line)) || line.find(':') < 30 ||
                        line.find_first_of("|@/") != std::string::npos;
    return marked || is_all_caps(line) || is_title_case(line, rules_) ||
           rules_.furniture.roles.occurs(words) || rules_.furniture.genres.occurs(words) ||
           !dates_.find(line).empty();
}

bool LineJudge::is_numbered_heading(std::size_t at) const {
    const std::string shape = numbering_of(page_.lines[at].text);
    if (shape.empty() || !stands_alone(at)) return false;
    for (std::size_t i = at + 1; i < std::min(page_.lines.size(), at + kBelow); ++i)
        if (numbering_of(page_.lines[i].text) == shape && reasons_[i].empty() && stands_alone(i))
            return true;
    return false;
}

bool LineJudge::is_like_heading(std::size_t at) const {
    if (!is_heading(at)) return false;
    if (rules_.furniture.roles.match(words_of(page_.lines[at].text), 0) != 0) return false;
    for (std::size_t i = at + 1; i < std::min(page_.lines.size(), at + kBelow); ++i)
        if (is_heading(i)) return true;
    return false;
}

bool LineJudge::is_speakers(std::string_view line) const {
    const std::vector<Word> words = words_of(line.substr(0, 2000));
    return !rules_.furniture.site.occurs(words) &&
           (rules_.furniture.first_person.occurs(words) || rules_.furniture.thanks.occurs(words));
}

bool LineJudge::is_speech(std::size_t at) const {
    const std::string& line = page_.lines[at].text;
    if (is_prose(line, rules_, dates_) || opens_sentence(line)) return true;
    return layout_.wrapped && is_prose(rest_of_block(page_, reasons_, at), rules_, dates_);
}

bool LineJudge::runs_on(std::size_t at) const {
    if (!layout_.wrapped || at + 1 >= page_.lines.size()) return false;
    const std::string& line = page_.lines[at].text;
    const PageLine& next = page_.lines[at + 1];
    if (next.starts_block || ends_sentence(line)) return false;
    const bool full = characters(line) * 10 >= layout_.width * 6;
    if (!full && !starts_lower(next.text) && last_visible(line) != U',') return false;
    const std::string all = rest_of_block(page_, reasons_, at);
    const std::string_view text = before_directions(all, rules_);
    return ends_sentence(text) && has_voice(text, rules_);
}

bool LineJudge::opens_sentence(std::string_view line) const {
    const char32_t last = last_visible(line);
    if (last != U':' && last != U',' && last != U';') return false;
    const std::vector<Word> words = words_of(line.substr(0, 1000));
    return words.size() >= 3 && rules_.address.sentence_words.match(words, 0) != 0;
}

bool LineJudge::has_field(std::string_view line) const {
    const std::string_view name = line.substr(0, line.find(':'));
    return name.size() < std::min<std::size_t>(line.size(), 30) && !is_all_caps(name) &&
           words_of(name).size() <= 2 && is_title_case(name, rules_) && !has_voice(name, rules_);
}

bool LineJudge::has_label(std::string_view line) const {
    if (line.size() < 40 && is_all_caps(line) && rules_.furniture.labels.is(words_of(line)))
        return true;
    const std::size_t colon = line.substr(0, 60).find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view label = line.substr(0, colon);
    const std::vector<Word> words = words_of(label);
    const bool alone = colon + 1 == line.size();
    if (alone && rules_.furniture.labels.is(words)) return true;
    if (!is_all_caps(label) || words.size() < 2) return false;
    return alone || (!is_title_case(line.substr(colon), rules_) && !is_all_caps(line));
}

bool LineJudge::stands_alone(std::size_t at) const {
    return page_.lines[at].starts_block && at + 1 < page_.lines.size() &&
           page_.lines[at + 1].starts_block && !ends_sentence(page_.lines[at].text) &&
           reasons_[at + 1].empty();
}

bool LineJudge::is_heading(std::size_t at) const {
    constexpr std::size_t kMost = 80;
    const std::string& line = page_.lines[at].text;
    return line.size() < kMost && reasons_[at].empty() && stands_alone(at) &&
           is_title_case(line, rules_) && look(at) == LineLook::plain &&
           address_look(line, rules_.address) == AddressLook::none && is_speech(at + 1);
}

}  // namespace declaim
