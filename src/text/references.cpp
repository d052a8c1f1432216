#include "text/references.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "base/unicode.hpp"

namespace declaim {
namespace {

char32_t code_of(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, char32_t>, 16> kNames{
        {{"amp", U'&'},
         {"quot", U'"'},
         {"apos", U'\''},
         {"lt", U'<'},
         {"gt", U'>'},
         {"nbsp", U'\u00A0'},
         {"shy", U'\u00AD'},
         {"laquo", U'«'},
         {"raquo", U'»'},
         {"ndash", U'–'},
         {"mdash", U'—'},
         {"lsquo", U'‘'},
         {"rsquo", U'’'},
         {"ldquo", U'“'},
         {"rdquo", U'”'},
         {"hellip", U'…'}}};
    for (const auto& [known, code] : kNames)
        if (name == known) return code;
    if (name.substr(0, 1) != "#") return 0;
    const bool hex = name.substr(1, 1) == "x" || name.substr(1, 1) == "X";
    const std::string_view digits = name.substr(hex ? 2 : 1);
    unsigned value = 0;
    const auto end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
    const bool wrong = result.ec != std::errc() || result.ptr != end || value < 0x20 ||
                       value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
    return wrong ? 0 : static_cast<char32_t>(value);
}

}  // namespace

std::string resolve_references(std::string_view text) {
    constexpr std::size_t kLongest = 10;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view name =
            text[at] == '&' ? text.substr(at + 1, kLongest) : std::string_view();
        const std::size_t end = name.find(';');
        const char32_t code = end == std::string_view::npos ? 0 : code_of(name.substr(0, end));
        if (code != 0) {
            append_char(out, code);
            at += end + 2;
        } else {
            out += text[at++];
        }
    }
    return out;
}

}  // namespace declaim
