#pragma once

#include <string>

#include "text/page.hpp"

namespace declaim::test {

/// A page as text for comparison, a line a line: its number, the tags that hold it from the
/// outermost, its text with the marks in brackets, and what else is to be said of it:
/// "3 table/tr/td: Dear all[1] (linked 4, new page)".
inline std::string shown(const Page& page) {
    std::string all;
    for (const PageLine& line : page.lines) {
        std::string path;
        bool hidden = false;
        for (int at = line.element; at >= 0;) {
            const PageElement& element = page.elements.at(static_cast<std::size_t>(at));
            path = element.tag + (path.empty() ? "" : "/" + path);
            hidden = hidden || element.hidden;
            at = element.parent;
        }
        std::string text = line.text;
        for (auto mark = line.marks.rbegin(); mark != line.marks.rend(); ++mark) {
            text.insert(mark->end, "]");
            text.insert(mark->begin, "[");
        }
        std::string more;
        const auto add = [&](const std::string& what) {
            more += (more.empty() ? " (" : ", ") + what;
        };
        if (line.linked > 0) add("linked " + std::to_string(line.linked));
        if (line.emphasised > 0) add("emphasised " + std::to_string(line.emphasised));
        if (!line.starts_block) add("same block");
        if (line.starts_page) add("new page");
        if (hidden) add("hidden");
        all += std::to_string(line.line) + " " + path + ": " + text + more +
               (more.empty() ? "\n" : ")\n");
    }
    return all;
}

/// What a page declares: "core title: On Rivers".
inline std::string declared(const Page& page) {
    std::string all;
    for (const Declared& each : page.declared)
        all += each.from + " " + each.name + ": " + each.value + "\n";
    return all;
}

}  // namespace declaim::test
