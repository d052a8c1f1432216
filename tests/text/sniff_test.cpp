#include "text/sniff.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

TEST_CASE("sniff: Markdown is known by its name or by signs beyond doubt") {
    struct Case {
        const char* bytes;
        const char* path;
        const char* format;
    };
    const Case cases[] = {
        {"Just a speech.", "a.md", "markdown"},
        {"Just a speech.", "A.MARKDOWN", "markdown"},
        {"Just a speech.", "-", "text"},
        {"---\ntitle: Bread\n---\nA speech.", "a.txt", "markdown"},
        {"+++\ntitle = \"Bread\"\n+++\nA speech.", "-", "markdown"},
        {"# Bread\n\nWe meet.\n\n## Salt\n\nWe part.", "-", "markdown"},
        {"# Bread\n\nSee [us](http://x.org).", "-", "markdown"},
        {"[a](http://a) [b](https://b)\n[c](http://c)", "-", "markdown"},
        {"# Bread\n\nWe meet.", "-", "text"},
        {"# a comment\n# that goes on\n\n# and on\n", "-", "text"},
        {"* * *\n\nOne\n\n- two\n- three\n\n*four*", "-", "text"},
        {"---\nLadies and gentlemen,\n---\n", "-", "text"},
        {"Title: Bread\nDate: today\n\nText", "-", "text"},
        {"<div align=\"center\">\n\n# Bread\n\n</div>", "a.md", "markdown"},
        {"<!DOCTYPE html><html><body>", "a.md", "html"},
        {"<div># Bread</div>", "-", "html"},
        {"", "a.md", "markdown"},
    };
    for (const Case& c : cases) {
        INFO(c.bytes);
        CHECK(sniff_format(c.bytes, c.path) == c.format);
    }
}
