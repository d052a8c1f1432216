#include "text/markdown_html.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "text/tag_names.hpp"

namespace declaim {
namespace {

/// The name of a tag in lower case, and whether it closes an element.
std::string name_of_tag(std::string_view tag, bool& closes) {
    closes = tag.substr(0, 2) == "</";
    const std::size_t begin = closes ? 2 : 1;
    const std::size_t end = std::min(tag.find_first_of(" \t\n/>", begin), tag.size());
    return begin < end ? lower_ascii(std::string(tag.substr(begin, end - begin))) : std::string();
}

/// The elements around a line, the outermost first.
std::vector<int> chain_of(const Page& page, int element) {
    std::vector<int> chain;
    for (; element >= 0; element = page.elements[static_cast<std::size_t>(element)].parent)
        chain.push_back(element);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/// The line with its links, emphasis, marks and line ends as events; links and emphasis are only
/// known by their length, and taken to be all of the line or none.
void add_line(PageBuilder& builder, const PageLine& line, int above) {
    const bool linked = line.linked * 2 > line.text.size();
    const bool stressed = line.emphasised * 2 > line.text.size();
    if (linked) builder.begin_link();
    if (stressed) builder.begin_emphasis();
    const std::string_view text = line.text;
    std::size_t done = 0;
    int number = line.line;
    auto start = line.starts.begin();
    const auto add_to = [&](std::size_t end) {
        while (done < end) {
            while (start != line.starts.end() && start->at <= done) number = (start++)->line;
            const std::size_t next = start == line.starts.end() ? end : std::min(end, start->at);
            builder.text(text.substr(done, next - done), number + above);
            done = next;
        }
    };
    for (const ByteRange& mark : line.marks) {
        add_to(mark.begin);
        builder.begin_mark();
        add_to(mark.end);
        builder.end_mark();
    }
    add_to(text.size());
    if (stressed) builder.end_emphasis();
    if (linked) builder.end_link();
}

/// The lines of one page as events for another.
void add_page(PageBuilder& builder, const Page& page, int above) {
    std::vector<int> open;
    for (const PageLine& line : page.lines) {
        const std::vector<int> chain = chain_of(page, line.element);
        std::size_t same = 0;
        while (same < std::min(open.size(), chain.size()) && open[same] == chain[same]) ++same;
        for (; open.size() > same; open.pop_back()) builder.close();
        for (; open.size() < chain.size(); open.push_back(chain[open.size()]))
            builder.open(page.elements[static_cast<std::size_t>(chain[open.size()])]);
        builder.line_break();
        if (line.starts_block) builder.line_break();
        add_line(builder, line, above);
    }
    for (; !open.empty(); open.pop_back()) builder.close();
}

/// The text between tags and comments.
void add_bare(PageBuilder& builder, std::string_view html, int line) {
    PageElement element;
    element.tag = "div";
    builder.open(std::move(element));
    for (std::size_t at = 0; at < html.size();) {
        const bool comment = html.substr(at, 4) == "<!--";
        const std::string_view closing = comment ? "-->" : ">";
        std::size_t end = html[at] == '<' ? html.find(closing, at) : html.find('<', at);
        if (end == std::string_view::npos)
            end = html.size();
        else if (html[at] == '<')
            end += closing.size();
        const std::string_view part = html.substr(at, end - at);
        if (html[at] != '<') builder.text(part, line);
        line += static_cast<int>(std::count(part.begin(), part.end(), '\n'));
        at = end;
    }
    builder.close();
}

}  // namespace

void add_html_block(PageBuilder& builder, std::string_view html, int line) {
    try {
        add_page(builder, read_html(html, "HTML"), line - 1);
    } catch (const Error&) {
        add_bare(builder, html, line);
    }
}

void InlineHtml::add(PageBuilder& builder, std::string_view tag) {
    static constexpr std::array<std::string_view, 6> kStress{"b", "strong", "i", "em", "u", "mark"};
    static constexpr std::array<std::string_view, 3> kHidden{"script", "style", "template"};
    bool closes = false;
    const std::string name = name_of_tag(tag, closes);
    const auto toggle = [&](int& open, auto begin, auto end) {
        if (!closes) {
            ++open;
            begin();
        } else if (open > 0) {
            --open;
            end();
        }
    };
    const auto nothing = [] {};
    if (name == "br") builder.line_break();
    if (name == "a")
        toggle(
            links_, [&] { builder.begin_link(); }, [&] { builder.end_link(); });
    if (is_one_of(name, kStress))
        toggle(
            emphases_, [&] { builder.begin_emphasis(); }, [&] { builder.end_emphasis(); });
    if (is_one_of(name, kHidden)) toggle(hidden_, nothing, nothing);
}

void InlineHtml::finish(PageBuilder& builder) {
    for (; emphases_ > 0; --emphases_) builder.end_emphasis();
    for (; links_ > 0; --links_) builder.end_link();
    hidden_ = 0;
}

}  // namespace declaim
