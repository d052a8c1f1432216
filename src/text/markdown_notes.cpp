#include "text/markdown_notes.hpp"

#include <algorithm>

#include "text/markdown_lines.hpp"

namespace declaim {
namespace {

constexpr std::size_t kLongestLabel = 64;

}  // namespace

std::string with_note_brackets(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(kNoteBracket, at), text.size());
        out += text.substr(at, end - at);
        if (end < text.size()) out += '[';
        at = end + kNoteBracket.size();
    }
    return out;
}

void add_note_marks(PageBuilder& builder, std::string_view text, int line) {
    std::size_t done = 0;
    for (std::size_t at = text.find("[^"); at != std::string_view::npos;
         at = text.find("[^", at + 2)) {
        const std::string_view label = text.substr(at + 2, kLongestLabel);
        const std::size_t end = label.find_first_of("] [");
        if (end == std::string_view::npos || end == 0 || label[end] != ']') continue;
        builder.text(text.substr(done, at - done), line);
        builder.begin_mark();
        builder.text(text.substr(at, end + 3), line);
        builder.end_mark();
        done = at + end + 3;
    }
    builder.text(text.substr(done), line);
}

}  // namespace declaim
