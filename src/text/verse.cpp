#include "text/verse.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "text/address.hpp"
#include "text/line_look.hpp"
#include "text/list_marks.hpp"

namespace declaim {
namespace {

using Reasons = std::vector<std::string_view>;

constexpr std::size_t kFewest = 4;  // lines of a stanza; one less where it is indented
constexpr std::size_t kMost = 100;
constexpr std::size_t kLongestLine = 64;  // characters, where the prose is not wrapped
constexpr std::size_t kProse = 80;        // characters of a line that is a paragraph

/// The last line of the block that begins at `at`, or 0 where a line of it is dropped or a note.
std::size_t block_end(const Page& page, const Reasons& reasons, std::size_t at) {
    std::size_t end = at;
    for (; end < page.lines.size() && end < at + kMost; ++end) {
        if (end > at && page.lines[end].starts_block) return end;
        if (!reasons[end].empty() || page.lines[end].note) return 0;
    }
    return end < page.lines.size() ? 0 : end;
}

/// Whether a line is prose: full where lines are wrapped, long where each is a paragraph.
bool is_full(const PageLine& line, const Layout& layout) {
    const std::size_t length = characters(line.text);
    return layout.wrapped ? length * 10 >= layout.width * 8 : length >= kProse;
}

/// Whether prose stands near, in the blocks above and below.
bool is_among_prose(const Page& page, const Layout& layout, std::size_t at, std::size_t end) {
    constexpr std::size_t kNear = 40;  // lines: other stanzas may stand between
    bool above = false;
    for (std::size_t i = at; i > 0 && at - i < kNear && !above; --i)
        above = is_full(page.lines[i - 1], layout);
    bool below = false;
    for (std::size_t i = end; i < page.lines.size() && i - end < kNear && !below; ++i)
        below = is_full(page.lines[i], layout);
    const bool announced = at > 0 && last_visible(page.lines[at - 1].text) == U':';
    return (above && below) || ((above || below) && announced);
}

/// What speaks for verse and against it in the lines of a block.
struct Stanza {
    std::size_t capitals = 0;
    std::size_t closed = 0;  // inner lines that end a sentence
    std::size_t titles = 0;
    std::size_t words = 0;
    std::size_t longest = 0;  // characters
    bool strange = false;     // a mark of a list, a salutation, a label
};

Stanza look_at(const Page& page, std::size_t at, std::size_t end, const Rules& rules) {
    Stanza stanza;
    for (std::size_t i = at; i < end; ++i) {
        const std::string& text = page.lines[i].text;
        const std::vector<Word> words = words_of(text.substr(0, 200));
        stanza.words += words.size();
        stanza.longest = std::max(stanza.longest, characters(text));
        if (!starts_lower(text)) ++stanza.capitals;
        if (i + 1 < end && ends_sentence(text)) ++stanza.closed;
        if (words.size() < 2 || is_title_case(text, rules)) ++stanza.titles;
        const std::size_t colon = text.find(": ");
        stanza.strange = stanza.strange || list_mark(text).end != 0 || colon < 30 ||
                         address_look(text, rules.address) != AddressLook::none;
    }
    return stanza;
}

}  // namespace

std::size_t verse_lines(const Page& page, const Reasons& reasons, const Layout& layout,
                        std::size_t at, const Rules& rules) {
    const auto& lines = page.lines;
    if (!lines[at].starts_block || at == 0 || is_full(lines[at], layout)) return 0;
    if (at + 1 >= lines.size() || lines[at + 1].starts_block) return 0;
    const std::size_t end = block_end(page, reasons, at);
    const bool indented = at > 0 && lines[at].indent > lines[at - 1].indent + 1;
    if (end < at + kFewest - (indented ? 1 : 0)) return 0;
    const Stanza stanza = look_at(page, at, end, rules);
    const std::size_t count = end - at;
    const std::size_t widest = layout.wrapped ? layout.width * 3 / 4 : kLongestLine;
    if (stanza.strange || stanza.longest > widest || stanza.words < count * 3) return 0;
    if (stanza.capitals * 10 < count * 7 || stanza.titles * 2 > count) return 0;
    if (stanza.closed * 2 > count - 1) return 0;
    return is_among_prose(page, layout, at, end) ? count : 0;
}

}  // namespace declaim
