#include "reader/xhtml.hpp"

#include <algorithm>
#include <array>

namespace declaim {
namespace {

constexpr std::array<std::string_view, 14> kVoid{"area",  "base",   "br",    "col",  "embed",
                                                 "hr",    "img",    "input", "link", "meta",
                                                 "param", "source", "track", "wbr"};

bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
    return text.substr(at, what.size()) == what;
}

/// Behind the next `what`, or the end.
std::size_t behind(std::string_view text, std::size_t at, std::string_view what) {
    const std::size_t found = text.find(what, at);
    return found == std::string_view::npos ? text.size() : found + what.size();
}

/// Behind the '>' of the tag that begins at `at`; what stands in quotes does not end it.
std::size_t behind_tag(std::string_view text, std::size_t at) {
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? char{0} : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return at;
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
}

/// "<name …/>" as a tag and its end, unless HTML knows that it is empty.
void append_tag(std::string& out, std::string_view tag) {
    const bool empty = tag.size() > 3 && tag.substr(tag.size() - 2) == "/>" && tag[1] != '/';
    const std::string_view name =
        tag.substr(1, std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size()) - 1);
    if (!empty || std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end()) {
        out += tag;
        return;
    }
    out.append(tag.substr(0, tag.size() - 2)).append("></").append(name).append(">");
}

}  // namespace

std::string xhtml_as_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t tag = std::min(text.find('<', at), text.size());
        out += text.substr(at, tag - at);
        at = tag;
        if (at == text.size()) break;
        constexpr std::string_view kCdata = "<![CDATA[";
        if (starts_with(text, at, kCdata)) {
            const std::size_t end = std::min(text.find("]]>", at), text.size());
            append_escaped(out, text.substr(at + kCdata.size(), end - at - kCdata.size()));
            at = std::min(end + 3, text.size());
        } else if (starts_with(text, at, "<!--")) {
            const std::size_t end = behind(text, at + 4, "-->");
            out += text.substr(at, end - at);
            at = end;
        } else if (starts_with(text, at, "<?")) {
            const std::size_t end = behind(text, at, "?>");  // an instruction is no text
            out.append(static_cast<std::size_t>(
                           std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                      text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
                       '\n');
            at = end;
        } else {
            const std::size_t end = behind_tag(text, at);
            append_tag(out, text.substr(at, end - at));
            at = end;
        }
    }
    return out;
}

}  // namespace declaim
