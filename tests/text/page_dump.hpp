#pragma once

#include <fmt/format.h>

#include <string>

#include "text/page.hpp"

namespace declaim::test {

/// The tags from the outermost element to the one that holds a line: "body/div/p".
inline std::string path_of(const Page& page, int element) {
    std::string path;
    for (; element >= 0; element = page.elements[static_cast<std::size_t>(element)].parent) {
        const PageElement& it = page.elements[static_cast<std::size_t>(element)];
        path = it.tag + (it.hints.empty() ? "" : "." + it.hints) + (it.hidden ? "!" : "") +
               (it.language.empty() ? "" : "@" + it.language) + (path.empty() ? "" : "/") + path;
    }
    return path;
}

/// One line of text per line of the page: its place, what holds it, its text, what is linked.
inline std::string dump_page(const Page& page) {
    std::string out;
    for (const PageLine& line : page.lines) {
        out += fmt::format("{}{}{} {}", line.starts_page ? "^" : "", line.starts_block ? "*" : "",
                           line.line, path_of(page, line.element));
        if (line.indent != 0) out += fmt::format(" >{}", line.indent);
        out += fmt::format(" [{}]", line.text);
        if (line.linked != 0) out += fmt::format(" linked={}", line.linked);
        if (line.emphasised != 0) out += fmt::format(" emphasised={}", line.emphasised);
        for (const ByteRange& mark : line.marks)
            out += fmt::format(" mark={}", line.text.substr(mark.begin, mark.size()));
        for (const LineStart& start : line.starts)
            out += fmt::format(" {}@{}", start.line, start.at);
        out += "\n";
    }
    return out;
}

inline std::string dump_declared(const Page& page) {
    std::string out;
    for (const Declared& fact : page.declared)
        out += fmt::format("{}|{}|{}\n", fact.from, fact.name, fact.value);
    return out;
}

}  // namespace declaim::test
