#include "cli/columns.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace declaim {
namespace {

std::size_t width_of(UChar32 c) {
    const int kind = u_charType(c);
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The width of the character at `at`, which is moved behind it.
std::size_t next_width(std::string_view text, std::size_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t i = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
    at = i;
    return width_of(c);
}

}  // namespace

std::size_t columns(std::string_view text) {
    std::size_t total = 0;
    for (std::size_t at = 0; at < text.size();) total += next_width(text, at);
    return total;
}

std::string shorten(std::string_view text, std::size_t most) {
    std::size_t total = 0;
    std::size_t fits = 0;  // bytes with room for the sign behind them
    for (std::size_t at = 0; most != 0 && at < text.size();) {
        total += next_width(text, at);
        if (total < most) fits = at;
        if (total <= most) continue;
        while (fits > 0 && text[fits - 1] == ' ') --fits;
        return std::string(text.substr(0, fits)) + "…";
    }
    return std::string(text);
}

std::string wrap(std::string_view text, std::size_t most, std::size_t indent) {
    std::string out;
    std::size_t used = most;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        const std::size_t wide = columns(word);
        if (used + 1 + wide > most) {
            out += (out.empty() ? "" : "\n") + std::string(indent, ' ');
            used = indent;
        } else {
            out += ' ';
            ++used;
        }
        out += word;
        used += wide;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + (out.empty() ? "" : "\n");
}

}  // namespace declaim
