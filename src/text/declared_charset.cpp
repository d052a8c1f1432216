#include "text/declared_charset.hpp"

#include "base/ascii.hpp"

namespace declaim {
namespace {

constexpr std::size_t kHead = 4096;
constexpr std::string_view kSpace = " \t\r\n\f";
constexpr std::string_view kNameChars =
    "abcdefghijklmnopqrstuvwxyz0123456789-_:.+()";  // lower case: the head is folded

/// The value behind `name` and "=" in a stretch of markup, quotes left out; "" for none. The name
/// must begin a word.
std::string value_of(std::string_view markup, std::string_view name) {
    for (std::size_t at = markup.find(name); at != std::string_view::npos;
         at = markup.find(name, at + 1)) {
        const bool starts = at == 0 || std::string_view(" \t\r\n\f/;\"'").find(markup[at - 1]) !=
                                           std::string_view::npos;
        std::size_t value = markup.find_first_not_of(kSpace, at + name.size());
        if (!starts || value == std::string_view::npos || markup[value] != '=') continue;
        value = markup.find_first_not_of(" \t\r\n\f\"'", value + 1);
        if (value == std::string_view::npos) return "";
        const std::size_t end = markup.find_first_not_of(kNameChars, value);
        return std::string(markup.substr(value, end - value));
    }
    return "";
}

/// Where in a tag the value of an attribute holds other words, they are no attributes.
std::string from_meta(std::string_view tag) {
    const bool typed = value_of(tag, "http-equiv") == "content-type";
    const std::size_t content = tag.find("content");
    // In <meta name="description" content="… charset=…"> it is prose.
    if (!typed && content != std::string_view::npos && content < tag.find("charset")) return "";
    return value_of(tag, "charset");
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
    const std::string head = lower_ascii(std::string(bytes.substr(0, kHead)));
    const std::size_t first = head.find_first_not_of(kSpace);
    if (first != std::string::npos && head.compare(first, 5, "<?xml") == 0) {
        const std::string found = value_of(
            std::string_view(head).substr(first, head.find("?>", first) - first), "encoding");
        if (!found.empty()) return found;
    }
    for (std::size_t at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
        if (head.compare(at, 4, "<!--") == 0) {
            at = head.find("-->", at + 2);
            if (at == std::string::npos) break;
            continue;
        }
        if (head.compare(at, 5, "<meta") != 0) continue;
        const std::size_t end = head.find('>', at);
        const std::string found = from_meta(
            std::string_view(head).substr(at + 5, end == std::string::npos ? end : end - at - 5));
        if (!found.empty()) return found;
    }
    return "";
}

}  // namespace declaim
