#include "reader/xhtml.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

TEST_CASE("XHTML as HTML") {
    struct Case {
        const char* xhtml;
        const char* html;
    };
    const Case cases[] = {
        {"<title/><p>a<br/>b</p>", "<title></title><p>a<br/>b</p>"},
        {"<a id=\"n/>\" />x", "<a id=\"n/>\" ></a>x"},
        {"<?xml version='1.0'\n?><p/>", "\n<p></p>"},
        {"<![CDATA[a < b & c]]><!-- <p/> -->", "a &lt; b &amp; c<!-- <p/> -->"},
        {"a < b <", "a < b <"},
        {"<![CDATA[open", "open"},
        {"<p", "<p"},
        {"</>", "</>"},
        {"", ""},
    };
    for (const Case& each : cases) CHECK(xhtml_as_html(each.xhtml) == each.html);
}
