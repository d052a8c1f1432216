#include <catch2/catch.hpp>

#include "reader/office.hpp"
#include "support/failure.hpp"
#include "support/page_text.hpp"
#include "support/zip_file.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

const char* const kAutomatic =
    R"(<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="P4" style:family="paragraph" style:parent-style-name="P4"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:name="T3" style:family="text"><style:text-properties
style:text-position="super 58%"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/>
</style:style>)";

const char* const kStyles =
    R"(<office:document-styles><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="it"
fo:country="IT"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>
</office:styles><office:master-styles><style:master-page>
<style:header><text:p>Ministry</text:p></style:header>
<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles></office:document-styles>)";

std::string lines_of(const std::string& text) {
    return shown(read_odt(odt_of(text, kAutomatic), "a.odt"));
}

}  // namespace

TEST_CASE("paragraphs of OpenDocument texts and what their styles make of them") {
    struct Case {
        std::string text;
        std::string lines;
    };
    const Case cases[] = {
        {"<text:p>One</text:p>\n  <text:p/><text:p>Two</text:p>", "1 p: One\n2 p: Two\n"},
        {"<text:h text:outline-level=\"2\">Part</text:h><text:h>Part</text:h>",
         "1 h2: Part\n2 h1: Part\n"},
        {"<text:p text:style-name=\"P1\">q</text:p><text:p text:style-name=\"P2\">t</text:p>",
         "1 blockquote: q\n2 title: t\n"},
        {"<text:p text:style-name=\"Heading_20_2\">h</text:p>", "1 h2: h\n"},
        {"<text:p>a</text:p><text:p text:style-name=\"P3\">b</text:p>",
         "1 p: a\n2 p: b (new page)\n"},
        {"<text:p>a</text:p><text:soft-page-break/><text:p>b<text:soft-page-break/>c</text:p>",
         "1 p: a\n2 p: bc (new page)\n"},
        {"<text:p text:style-name=\"P4\">round</text:p>", "1 p: round\n"},
        {"<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b"
         "</text:p></text:list-item></text:list></text:list-item></text:list>",
         "1 li: a\n2 li: b\n"},
        {"<text:list><text:list-item><text:h text:outline-level=\"1\"><text:number>1."
         "</text:number>h</text:h></text:list-item></text:list>",
         "1 h1: h\n"},
        {"<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
         "<table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>"
         "</table:table-row></table:table>",
         "1 table/tr/td/p: a\n"},
        {"<text:section text:display=\"none\"><text:p>a</text:p></text:section>",
         "1 section/p: a (hidden)\n"},
        {"<text:table-of-content><text:table-of-content-source><text:index-title-template>x"
         "</text:index-title-template></text:table-of-content-source><text:index-body><text:p>"
         "Part 3</text:p></text:index-body></text:table-of-content>",
         "1 nav/p: Part 3\n"},
        {"<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion>"
         "</text:tracked-changes><text:p>a</text:p>",
         "1 p: a\n"},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(lines_of(each.text) == each.lines);
    }
}

TEST_CASE("words of OpenDocument texts") {
    struct Case {
        std::string inside;
        std::string lines;
    };
    const Case cases[] = {
        {"a<text:s text:c=\"3\"/>b<text:tab/>c\n d", "1 p: a b c d\n"},
        {"a<text:line-break/>b", "1 p: a\n1 p: b (same block)\n"},
        {"<text:span text:style-name=\"T1\">bold</text:span> not",
         "1 p: bold not (emphasised 4)\n"},
        {"seen<text:span text:style-name=\"T2\"> hidden</text:span>", "1 p: seen\n"},
        {"streams<text:span text:style-name=\"T3\">1</text:span>, km<text:span "
         "text:style-name=\"T3\">2</text:span>",
         "1 p: streams[1], km2\n"},
        {"see <text:a>there</text:a>", "1 p: see there (linked 5)\n"},
        {"a<office:annotation><dc:creator>N</dc:creator><text:p>no</text:p></office:annotation>b",
         "1 p: ab\n"},
        {"a<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
         "<text:note-body><text:p>See.</text:p></text:note-body></text:note> b",
         "1 p: a[1] b\n2 aside/p: [1] See.\n"},
        {"<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box><svg:title>A picture"
         "</svg:title></draw:frame>whole",
         "1 p: whole\n2 div/p: Boxed\n"},
        {"half <draw:custom-shape><text:p>Boxed</text:p></draw:custom-shape>whole",
         "1 p: half whole\n2 div/p: Boxed\n"},
        {"<text:ruby><text:ruby-base>kanji</text:ruby-base><text:ruby-text>kana</text:ruby-text>"
         "</text:ruby> <text:title>On Rivers</text:title>",
         "1 p: kanji On Rivers\n"},
    };
    for (const Case& each : cases) {
        INFO(each.inside);
        CHECK(lines_of("<text:p>" + each.inside + "</text:p>") == each.lines);
    }
}

TEST_CASE("headers, footers and what an OpenDocument says of itself") {
    const Page page = read_odt(
        odt_of("<text:p text:style-name=\"Heading_20_2\">Buongiorno</text:p>", "",
               {{"styles.xml", kStyles},
                {"meta.xml",
                 "<office:document-meta><office:meta><dc:title>Fiumi</dc:title><dc:date>2010-05-04"
                 "</dc:date></office:meta></office:document-meta>"}}),
        "a.odt");
    CHECK(shown(page) == "1 header/p: Ministry\n2 h2: Buongiorno\n3 footer/p: Page 1\n");
    CHECK(declared(page) ==
          "odf meta title: Fiumi\nodf meta date: 2010-05-04\nstyles lang: it-IT\n");
    CHECK(page.elements.at(2).language.empty());
}

TEST_CASE("broken OpenDocuments are refused with a reason") {
    const auto failure = [](const std::string& bytes) {
        return failure_of([&] { read_odt(bytes, "a.odt"); });
    };
    using Catch::Contains;
    const std::string good = odt_of("<text:p>x</text:p>");
    CHECK_THAT(failure(good.substr(0, 60)), Contains("input: a.odt: the archive that"));
    CHECK_THAT(failure(zip_of({{"mimetype", "x"}})), Contains("it has no part content.xml"));
    CHECK_THAT(failure(odt_of("", "",
                              {{"META-INF/manifest.xml",
                                "<m:manifest><m:file-entry><m:encryption-data/>"
                                "</m:file-entry></m:manifest>"}})),
               Contains("input: a.odt: locked with a password"));
    CHECK_THAT(failure(zip_of({{"content.xml",
                                "<a><office:body><office:spreadsheet/>"
                                "</office:body></a>"}})),
               Contains("input: a.odt: an OpenDocument, but no text"));
    CHECK_THAT(failure(odt_of("<text:p>&nbsp;</text:q>")), Contains("content.xml is broken at"));
}
