#include "prosody/tags.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/unicode.hpp"

namespace declaim {
namespace {

int per_cent(double factor) { return static_cast<int>(std::lround(factor * 100)); }

/// Source: XML 1.0, 2.2.
bool is_xml(char32_t c) noexcept {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string_view escape_of(char byte) noexcept {
    switch (byte) {
        case '&':
            return "&amp;";
        case '<':
            return "&#60;";
        case '>':
            return "&#62;";
        default:
            return {};
    }
}

std::string escape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!is_xml(next_char(text, at))) continue;
        const std::string_view entity = escape_of(text[begin]);
        out += entity.empty() ? text.substr(begin, at - begin) : entity;
    }
    return out;
}

std::string escape_attribute(std::string_view text) {
    std::string out;
    for (const char byte : escape(text))
        if (byte == '"')
            out += "&#34;";
        else
            out += byte;
    return out;
}

std::string start_tag(const Prosody& prosody) {
    std::string attributes;
    if (const int rate = per_cent(prosody.rate); rate != 100)
        attributes += fmt::format(" rate=\"{}%\"", rate);
    if (const int pitch = per_cent(prosody.pitch); pitch != 100)
        attributes += fmt::format(" pitch=\"{:+}%\"", pitch - 100);
    if (const int range = per_cent(prosody.range); range != 100)
        attributes += fmt::format(" range=\"{:+}%\"", range - 100);
    return attributes.empty() ? "" : "<prosody" + attributes + ">";
}

std::string break_tag(int ms) { return fmt::format("<break time=\"{}ms\"/>", ms); }

}  // namespace declaim
