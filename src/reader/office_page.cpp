#include "reader/office_page.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "text/decode.hpp"

namespace declaim {
namespace {

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// "1", "12", "*", "(3)"
bool is_note_sign(std::string_view text) {
    const std::string sign = fold_spaces(text);
    const std::vector<Word> words = words_of(sign);
    return !sign.empty() && characters(sign) <= 6 && words.size() <= 1 &&
           (words.empty() || !words[0].letter);
}

/// Whether a raised sign behind this is no power or unit: "10", "km".
bool takes_note(std::string_view before) {
    const std::vector<Word> words = words_of(before);
    const bool behind_word = !words.empty() && words.back().end == before.size();
    if (!behind_word) return last_visible(before) != 0;
    return words.back().letter && words.back().end - words.back().begin > 3;
}

}  // namespace

std::string heading_tag(int level) { return "h" + std::to_string(std::clamp(level, 1, 6)); }

// Source: ECMA-376 part 1, 17.7.4.9 and the latent styles; OpenDocument names of LibreOffice,
// where "_20_" is a space.
std::string tag_of_style(std::string_view name) {
    std::string plain = lower_ascii(std::string(name));
    for (std::size_t at; (at = plain.find("_20_")) != std::string::npos;) plain.replace(at, 4, " ");
    if (plain.rfind("heading", 0) == 0) {  // "heading 1", and "Heading1" as an id
        const std::string_view level = std::string_view(plain).substr(plain[7] == ' ' ? 8 : 7);
        if (level.size() == 1 && level[0] >= '1' && level[0] <= '9')
            return heading_tag(level[0] - '0');
    }
    if (plain == "title" || plain == "subtitle") return "title";
    if (plain == "quote" || plain == "intense quote" || plain == "quotations" ||
        plain == "block text")
        return "blockquote";
    if (plain.rfind("toc ", 0) == 0 || plain.rfind("contents ", 0) == 0) return "nav";
    return {};
}

void OfficePage::open(std::string tag, std::string hints, bool hidden) {
    PageElement element;
    element.tag = std::move(tag);
    element.hints = std::move(hints);
    element.hidden = hidden;
    builder_.open(std::move(element));
}

void OfficePage::open_paragraph(const OfficeStyle& style) {
    if (filled_) ++number_;
    filled_ = false;
    last_.clear();
    if (style.page_break) builder_.page_break();
    PageElement element;
    element.tag = style.tag;
    element.hints = style.name;
    element.language = style.language;
    element.hidden = style.hidden;
    builder_.open(std::move(element));
}

void OfficePage::text(std::string_view text) {
    std::string clean = is_plain(text) ? std::string(text) : decode(text, "", path_).text;
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return c == '\n' || c == '\f'; }, ' ');
    filled_ = filled_ || first_visible(clean) != 0;
    builder_.text(clean, number_);
    last_ = std::move(clean);
}

void OfficePage::declare(std::string_view from, std::string_view name, std::string_view value) {
    builder_.declare(from, name, decode(value, "", path_).text);
}

void OfficePage::raised(std::string_view sign) {
    if (is_note_sign(sign) && takes_note(last_))
        mark(sign);
    else
        text(sign);
}

void OfficePage::line_break() {
    last_.clear();
    builder_.line_break();
}

void OfficePage::mark(std::string_view number) {
    builder_.begin_mark();
    text(number);
    builder_.end_mark();
}

}  // namespace declaim
