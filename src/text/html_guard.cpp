#include "text/html_guard.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.hpp"
#include "text/scan.hpp"
#include "text/tag_names.hpp"

namespace declaim {
namespace {

constexpr std::array<std::string_view, 17> kVoid{
    "area",  "base", "basefont", "bgsound", "br",   "col",   "embed", "frame", "hr",
    "image", "img",  "input",    "link",    "meta", "param", "track", "wbr"};
constexpr std::array<std::string_view, 14> kFormatting{"a",      "b",      "big",  "code", "em",
                                                       "font",   "i",      "nobr", "s",    "small",
                                                       "strike", "strong", "tt",   "u"};
constexpr std::array<std::string_view, 8> kScope{"table",  "td",      "th",     "caption",
                                                 "button", "marquee", "object", "template"};
constexpr std::array<std::string_view, 35> kClosesParagraph{
    "address", "article", "aside", "blockquote", "center",     "details", "dialog", "dir",  "div",
    "dl",      "dd",      "dt",    "fieldset",   "figcaption", "figure",  "footer", "form", "h1",
    "h2",      "h3",      "h4",    "h5",         "h6",         "header",  "hr",     "li",   "main",
    "menu",    "nav",     "ol",    "p",          "pre",        "section", "table",  "ul"};
constexpr std::array<std::string_view, 8> kRaw{"script", "style",  "textarea", "title",
                                               "xmp",    "iframe", "noembed",  "noframes"};

constexpr ByteSet kNameEnds(" \t\n\f\r/>");

/// A tag of the source.
struct Tag {
    std::string name;  ///< lower case; empty for a comment or declaration
    std::size_t begin = 0;
    std::size_t end = 0;  ///< behind ">"
    bool closing = false;
    bool self_closed = false;
};

/// The elements that are open, by estimate.
class OpenElements {
  public:
    [[nodiscard]] bool full() const { return names_.size() >= kDeepest; }
    /// Inside drawings and formulas "<x/>" opens nothing.
    [[nodiscard]] bool in_foreign() const {
        return std::any_of(names_.begin(), names_.end(),
                           [](const std::string& name) { return name == "svg" || name == "math"; });
    }

    void open(const std::string& name) {
        if (is_one_of(name, kClosesParagraph)) close("p");
        if (name == "li") close_item("li", "li");
        if (name == "dd" || name == "dt") close_item("dd", "dt");
        if (name == "td" || name == "th" || name == "tr" || name == "tbody") close_to_table();
        names_.push_back(name);
    }

    void close(const std::string& name) {
        const bool of_table = name == "table" || name == "td" || name == "th" || name == "tr";
        for (std::size_t i = names_.size(); i > 0; --i) {
            if (names_[i - 1] == name) {
                const auto at = names_.begin() + static_cast<std::ptrdiff_t>(i) - 1;
                // What a formatting element holds stays open behind it.
                names_.erase(at, is_one_of(name, kFormatting) ? at + 1 : names_.end());
                return;
            }
            if (!of_table && is_one_of(names_[i - 1], kScope)) return;
            if (of_table && name != "table" && names_[i - 1] == "table") return;
        }
    }

  private:
    void close_item(std::string_view one, std::string_view other) {
        for (std::size_t i = names_.size(); i > 0; --i) {
            const std::string& name = names_[i - 1];
            if (name == one || name == other) return names_.resize(i - 1);
            const bool passes = name == "div" || name == "p" || name == "address" ||
                                name == "span" || is_one_of(name, kFormatting);
            if (!passes) return;
        }
    }

    void close_to_table() {
        for (std::size_t i = names_.size(); i > 0; --i)
            if (names_[i - 1] == "table") return names_.resize(i);
    }

    std::vector<std::string> names_;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The ">" that ends a tag, from the end of its name on: none between the quotes of a value does.
std::size_t tag_close(std::string_view html, std::size_t at) {
    for (std::size_t close = html.find('>', at); close != std::string_view::npos;) {
        const std::size_t equals = html.substr(0, close).find('=', at);
        if (equals == std::string_view::npos) return close;
        at = equals + 1;
        if (at >= html.size() || (html[at] != '"' && html[at] != '\'')) continue;
        const std::size_t end = html.find(html[at], at + 1);
        if (end == std::string_view::npos) return end;
        at = end + 1;
        if (close < at) close = html.find('>', at);
    }
    return std::string_view::npos;
}

/// The tag, comment or declaration that begins at a "<"; `end` is npos where there is none.
Tag tag_at(std::string_view html, std::size_t begin) {
    Tag tag;
    tag.begin = begin;
    tag.end = std::string_view::npos;
    std::size_t at = begin + 1;
    if (html.substr(at, 3) == "!--") {
        const std::size_t end = html.find("-->", at + 1);
        tag.end = end == std::string_view::npos ? html.size() : end + 3;
        return tag;
    }
    if (at < html.size() && html[at] == '/') {
        tag.closing = true;
        ++at;
    }
    if (at >= html.size() || !is_letter(html[at])) return tag;
    const std::size_t name_end = std::min(kNameEnds.find(html, at), html.size());
    tag.name = lower_ascii(std::string(html.substr(at, std::min<std::size_t>(name_end - at, 40))));
    at = tag_close(html, name_end);
    if (at == std::string_view::npos) return tag;
    tag.self_closed = html[at - 1] == '/';
    tag.end = at + 1;
    return tag;
}

/// Where the text of an element that holds no markup ends: at its end tag.
std::size_t raw_end(std::string_view html, std::size_t at, const std::string& name) {
    for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2))
        if (lower_ascii(std::string(html.substr(at + 2, name.size()))) == name) return at;
    return html.size();
}

bool is_xml(std::string_view html) {
    const std::string head = lower_ascii(std::string(html.substr(0, 1000)));
    return head.find("<?xml") != std::string::npos ||
           head.find("xmlns=\"http://www.w3.org/1999/xhtml\"") != std::string::npos;
}

}  // namespace

std::optional<std::string> guard_html(std::string_view html) {
    const bool xml = is_xml(html);
    OpenElements open;
    std::string out;
    std::size_t copied = 0;
    const auto copy_to = [&](std::size_t end) {
        out.append(html, copied, end - copied);
        copied = end;
    };
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        const Tag tag = tag_at(html, at);
        if (tag.end == std::string_view::npos) {  // a "<" of the text, or one never closed
            ++at;
            if (!tag.name.empty()) break;
            continue;
        }
        at = tag.end;
        if (tag.name.empty() || is_one_of(tag.name, kVoid)) continue;
        if (tag.closing) {
            open.close(tag.name);
            continue;
        }
        if (xml && tag.self_closed) {
            copy_to(tag.end - 2);
            out += "></" + tag.name + ">";
            copied = tag.end;
            continue;
        }
        if (tag.self_closed && open.in_foreign()) continue;
        if (is_one_of(tag.name, kRaw)) {
            at = raw_end(html, at, tag.name);
            continue;
        }
        if (open.full()) {
            copy_to(tag.begin);
            out.append(static_cast<std::size_t>(
                           std::count(html.begin() + static_cast<std::ptrdiff_t>(tag.begin),
                                      html.begin() + static_cast<std::ptrdiff_t>(tag.end), '\n')),
                       '\n');
            copied = tag.end;
            continue;
        }
        open.open(tag.name);
    }
    if (copied == 0) return std::nullopt;
    copy_to(html.size());
    return out;
}

std::string guarded_html(std::string_view html) {
    std::optional<std::string> guarded = guard_html(html);
    return guarded ? std::move(*guarded) : std::string(html);
}

}  // namespace declaim
