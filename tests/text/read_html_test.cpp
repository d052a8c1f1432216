#include <catch2/catch.hpp>
#include <string>

#include "page_dump.hpp"
#include "support.hpp"
#include "text/html_guard.hpp"
#include "text/page.hpp"

using namespace declaim;

namespace {

/// The lines of what stands in the body, without its path "html/body".
std::string lines_of(const std::string& body) {
    std::string out = test::dump_page(read_html("<html><body>" + body, "a.html"));
    for (std::size_t at = out.find("html/body"); at != std::string::npos;
         at = out.find("html/body", at))
        out.erase(at, out[at + 9] == '/' ? 10 : 9);
    return out;
}

struct Case {
    const char* html;
    const char* lines;
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        INFO(c.html);
        CHECK(lines_of(c.html) == c.lines);
    }
}

std::string many(const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("html: block elements and line breaks part lines") {
    check({
        {"<p>One.<p>Two.", "*1 p [One.]\n*1 p [Two.]\n"},
        {"<div>One.<br>Two.<br><br>Three.</div>", "*1 div [One.]\n1 div [Two.]\n*1 div [Three.]\n"},
        {"bare <b>bold</b> text", "*1  [bare bold text] emphasised=4\n"},
        {"<ul><li>a</li><li>b</li></ul>", "*1 ul/li [a]\n*1 ul/li [b]\n"},
        {"<table><tr><td>a<td>b</table>", "*1 table/tbody/tr/td [a]\n*1 table/tbody/tr/td [b]\n"},
        {"<FONT SIZE=2><P>Old</FONT> <CENTER>page</CENTER>", "*1 p [Old]\n*1 center [page]\n"},
        {"<p>a<hr>b", "*1 p [a]\n*1  [b]\n"},
        {"<span>in</span><span>side</span>", "*1  [inside]\n"},
        {"<span style='display: block'>a</span><span style='DISPLAY:BLOCK'>b</span>",
         "*1 span [a]\n*1 span [b]\n"},
        {"<o:p>Word</o:p> <st1:place>Oslo</st1:place>", "*1  [Word Oslo]\n"},
        {"<x-body><p>custom</x-body>", "*1 x-body/p [custom]\n"},
    });
}

TEST_CASE("html: white space is folded, except in pre") {
    check({
        {"<p>  a \t b&nbsp;c  </p>", "*1 p [a b c]\n"},
        {"<pre>  one\n\n    two  three\n</pre>", "*1 pre >2 [one]\n*3 pre >4 [two three]\n"},
        {"<div style='white-space: pre-wrap'>one\ntwo</div>", "*1 div [one]\n2 div [two]\n"},
    });
}

TEST_CASE("html: each line knows where in the source it stands") {
    check({
        {"\n<p>One\ntwo\n  three</p>\n<p>four", "*2 p [One two three] 3@4 4@8\n*5 p [four]\n"},
        {"<p>a<!-- x\n\n -->b", "*1 p [ab] 3@1\n"},
        {"<p>\xC3\xA9&eacute;\nx", "*1 p [éé x] 2@5\n"},
    });
}

TEST_CASE("html: links, emphasis and references to notes are marked") {
    check({
        {"<a href=x>Home</a> | <a href=y>News now</a>", "*1  [Home | News now] linked=12\n"},
        {"<a name=x>Anchor</a>", "*1  [Anchor]\n"},
        {"<p>word<sup>1</sup> next", "*1 p [word1 next] mark=1\n"},
        {"<p>word.<a href='#n1'>[1]</a> <a href='#fn2'><sup>2</sup></a>",
         "*1 p [word.[1] 2] linked=4 mark=[1] mark=2\n"},
        {"<p>the 19<sup>th</sup>, 10<sup>6</sup> km<sup>2</sup>, m<sup>3</sup>",
         "*1 p [the 19th, 106 km2, m3]\n"},
        {"<p>see <a href='#top'>the top of the page</a>",
         "*1 p [see the top of the page] linked=19\n"},
        {"<p><i>a</i> <em>b<b>c</b></em>", "*1 p [a bc] emphasised=3\n"},
    });
}

TEST_CASE("html: what is no text for a reader is left out") {
    check({
        {"<p>a<script>if (1<2) {}</script><style>p{}</style><svg><text>x</text></svg>b",
         "*1 p [ab]\n"},
        {"<template><p>x</template><iframe>y</iframe><video>no video</video>z", "*1  [z]\n"},
        {"<ruby>明日<rp>(</rp><rt>あした</rt><rp>)</rp></ruby>", "*1  [明日]\n"},
        {"a&shy;b\xE2\x80\x8B&zwj;&#65279;", "*1  [ab\xE2\x80\x8D]\n"},
        {"&#147;curly&#148; e&#769;", "*1  [“curly” é]\n"},
        {"<img alt='picture'>after", "*1  [after]\n"},
    });
}

TEST_CASE("html: elements keep what tells their purpose") {
    check({
        {"<nav class='a  b' id=c role=navigation>x</nav>", "*1 nav.a b c navigation [x]\n"},
        {"<div style='display:none'>x</div><div hidden>y</div>", "*1 div! [x]\n*1 div! [y]\n"},
        {"<p lang=fr>Bonjour</p><p xml:lang=de>Tag</p>", "*1 p@fr [Bonjour]\n*1 p@de [Tag]\n"},
        {"<button>Go</button><select><option>A</select>", "*1 button [Go]\n*1 select/option [A]\n"},
    });
}

TEST_CASE("html: what the page says of itself is kept beside its text") {
    const Page page = read_html(
        "<html lang=en><head><title> A\n Title </title><meta name=Author content='J. Doe'>"
        "<meta property='og:title' content='T'><link rel=canonical href=/x>"
        "<script type='application/ld+json'>{\"a\":\n 1}</script></head>"
        "<body><meta itemprop=datePublished content=2020><time datetime=2021-01-02>today</time>",
        "a.html");
    CHECK(test::dump_declared(page) ==
          "html|lang|en\ntitle||A Title\nmeta|author|J. Doe\nmeta|og:title|T\nlink|canonical|/x\n"
          "json-ld||{\"a\":\n 1}\nmeta|datepublished|2020\ntime||2021-01-02\n");
    CHECK(page.lines.at(0).text == "today");
}

TEST_CASE("html: XHTML may close elements in their start tag") {
    const std::string head = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>";
    CHECK(guarded_html(head + "<a id='x'/>b<br/><p class=\"a/\">c</p>") ==
          head + "<a id='x'></a>b<br/><p class=\"a/\">c</p>");
    CHECK(guarded_html("<a id='x'/>b") == "<a id='x'/>b");
    CHECK_FALSE(guard_html("<p class=\"a>b\">c</p>").has_value());
    CHECK(test::dump_page(read_html(head + "<body><a href='x'/><p>not linked</p>", "a")) ==
          "*1 html/body/p [not linked]\n");
}

TEST_CASE("html: tags deeper than any page for people are left out, their text and lines stay") {
    const Page page = read_html(many("<div\n>", 100000) + "deep" + many("</div>", 100000), "a");
    REQUIRE(page.lines.size() == 1);
    CHECK(page.lines[0].text == "deep");
    CHECK(page.lines[0].line == 100001);
    CHECK(page.elements.size() <= kDeepest + 2);
    for (const char* flat : {"<p>x", "<li>x", "<tr><td>x", "<p><span>x", "<dd>x", "<b>x</b>"})
        CHECK(guarded_html("<table><ul>" + many(flat, 3000)) == "<table><ul>" + many(flat, 3000));
}

TEST_CASE("html: hostile pages end, with a result or a clear error") {
    const std::string pages[] = {
        many("<b>", 50000) + "x",         many("<table><tr><td>", 20000) + "x",
        many("<ul><li>", 20000) + "x",    many("</div></p></span>", 50000) + "x",
        many("<a href=\"x", 50000),       "<svg>" + many("<g>", 50000) + "x",
        many("<p><b id=1>", 20000) + "x", many("<![CDATA[", 20000) + "x",
        many("&#x110000;&bogus;", 20000), "<" + many("!--", 20000),
        many("<select><option>", 20000),  "<plaintext>" + many("</p>", 20000),
    };
    for (const std::string& page : pages) {
        INFO(page.substr(0, 40));
        CHECK_NOTHROW(read_html(page, "a.html"));
    }
}

TEST_CASE("html: of an attribute beyond all measure the beginning is enough") {
    const Page page = read_html("<p class='menu " + many("x ", 50000) + "'>so", "a.html");
    REQUIRE(page.lines.size() == 1);
    const std::string& hints = page.elements.at(std::size_t(page.lines[0].element)).hints;
    CHECK(hints.rfind("menu x x", 0) == 0);
    CHECK(hints.size() <= 4096);
}

TEST_CASE("html: a page of frames names them") {
    const auto message = [](const char* html) {
        return test::error_of([&] { read_html(html, "a.html"); });
    };
    CHECK(message("<frameset cols=20%,*><frame src=menu.html><frame src=speech.html></frameset>") ==
          "a.html: the page only names its frames; open the one with the speech and save that "
          "(menu.html, speech.html)");
    CHECK(message("<html></html>").empty());
}
