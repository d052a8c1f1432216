#include <catch2/catch.hpp>

#include "reader/office.hpp"
#include "support/failure.hpp"
#include "support/page_text.hpp"
#include "support/zip_file.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

const char* const kStyles =
    R"(<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Partie"><w:name w:val="Partie"/><w:basedOn w:val="Titre1"/>
</w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Z"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Puce"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cercle"><w:name w:val="A"/><w:basedOn w:val="Cercle"/>
</w:style>
<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>)";

const char* const kRelations =
    R"(<Relationships>
<Relationship Id="r1" Type="http://x/header" Target="header1.xml"/>
<Relationship Id="r2" Type="http://x/footer" Target="/word/foot.xml"/>
<Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/>
<Relationship Id="r4" Type="http://x/hyperlink" Target="http://a.example" TargetMode="External"/>
</Relationships>)";

const char* const kNotes =
    R"(<w:footnotes><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>no</w:t></w:r></w:p>
</w:footnote><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> See there.</w:t></w:r>
</w:p></w:footnote><w:footnote w:id="8"><w:p><w:r><w:t>Nobody refers to it</w:t></w:r></w:p>
</w:footnote></w:footnotes>)";

std::string p(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }
std::string t(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string raised(const std::string& text) {
    return "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>" + text + "</w:t></w:r>";
}
std::string styled(const std::string& style, const std::string& text) {
    return p("<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + t(text));
}

std::string lines_of(const std::string& body) {
    return shown(read_docx(
        docx_of(body, {{"word/styles.xml", kStyles}, {"word/footnotes.xml", kNotes}}), "a.docx"));
}

}  // namespace

TEST_CASE("paragraphs of Word documents and what their styles make of them") {
    struct Case {
        std::string body;
        std::string lines;
    };
    const Case cases[] = {
        {p(t("One")) + p("") + p(t("Two")), "1 p: One\n2 p: Two\n"},
        {styled("T", "Top") + styled("Titre1", "Part") + styled("Partie", "Own"),
         "1 title: Top\n2 h1: Part\n3 h1: Own\n"},
        {styled("Z", "Said") + styled("Puce", "Point") + styled("Cercle", "Round") +
             styled("gone", "Plain") + styled("Heading3", "H"),
         "1 blockquote: Said\n2 li: Point\n3 p: Round\n4 p: Plain\n5 h3: H\n"},
        {styled("TM1", "Part 3"), "1 nav: Part 3\n"},
        {p("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" + t("Two")), "1 h2: Two\n"},
        {p("<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>" + t("Body")), "1 p: Body\n"},
        {p("<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>" + t("Point")),
         "1 li: Point\n"},
        {p("<w:pPr><w:pStyle w:val=\"Puce\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" +
           t("No point")),
         "1 p: No point\n"},
        {"<w:tbl><w:tr><w:tc>" + p(t("a")) + "</w:tc><w:tc>" + p(t("b")) + "</w:tc></w:tr></w:tbl>",
         "1 table/tr/td/p: a\n2 table/tr/td/p: b\n"},
        {p(t("One")) + p("<w:pPr><w:pageBreakBefore/></w:pPr>" + t("Two")),
         "1 p: One\n2 p: Two (new page)\n"},
        {p(t("One") + "<w:r><w:br w:type=\"page\"/></w:r>") + p(t("Two")),
         "1 p: One\n2 p: Two (new page)\n"},
        {"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
         "</w:docPartObj></w:sdtPr><w:sdtContent>" +
             p(t("Contents")) + "</w:sdtContent></w:sdt>",
         "1 nav/p: Contents\n"},
    };
    for (const Case& each : cases) {
        INFO(each.body);
        CHECK(lines_of(each.body) == each.lines);
    }
}

TEST_CASE("words of Word documents") {
    struct Case {
        std::string runs;
        std::string lines;
    };
    const std::string link = "<w:hyperlink r:id=\"r4\">" + t("there") + "</w:hyperlink>";
    const auto field = [](const std::string& type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    };
    const std::string box = "<w:txbxContent>" + p(t("Boxed")) + "</w:txbxContent>";
    const Case cases[] = {
        {t("Good") + t(" ") + t("day") + t(" &amp; night"), "1 p: Good day & night\n"},
        {"<w:r><w:t>a\nb</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",
         "1 p: a b c-d\n"},
        {t("a") + "<w:r><w:br/></w:r>" + t("b"), "1 p: a\n1 p: b (same block)\n"},
        {"<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>"
         "<w:t> not</w:t></w:r>",
         "1 p: bold not (emphasised 4)\n"},
        {"<w:r><w:rPr><w:rStyle w:val=\"Fort\"/></w:rPr><w:t>bold</w:t></w:r>",
         "1 p: bold (emphasised 4)\n"},
        {t("streams") + raised("1") + t(" of 10") + raised("2") + t(" km") + raised("2") +
             t(" and more.") + raised("*"),
         "1 p: streams[1] of 102 km2 and more.[*]\n"},
        {t("see ") + link, "1 p: see there (linked 5)\n"},
        {field("begin") + "<w:r><w:instrText> HYPERLINK \"u\" </w:instrText></w:r>" +
             field("separate") + t("there") + field("end") + t(" not"),
         "1 p: there not (linked 5)\n"},
        {field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("separate") +
             t("12") + field("end"),
         "1 p: 12\n"},
        {field("end") + t("x") + field("begin"), "1 p: x\n"},
        {t("kept") + "<w:del><w:r><w:delText> lost</w:delText><w:t> lost</w:t></w:r></w:del>" +
             "<w:moveFrom>" + t(" lost") + "</w:moveFrom><w:ins>" + t(" new") + "</w:ins>",
         "1 p: kept new\n"},
        {t("seen") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>", "1 p: seen\n"},
        {"<w:r><w:ruby><w:rt>" + t("kana") + "</w:rt><w:rubyBase>" + t("kanji") +
             "</w:rubyBase></w:ruby></w:r>",
         "1 p: kanji\n"},
        {"<w:commentRangeStart/>" + t("x") + "<w:r><w:commentReference/></w:r>", "1 p: x\n"},
        {t("half ") + "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" +
             box + "</mc:Fallback></mc:AlternateContent></w:r>" + t("whole"),
         "1 p: half whole\n2 div/p: Boxed\n"},
        {"<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback>"
         "</mc:AlternateContent></w:r>",
         "1 p: old\n"},
        {t("word") + "<w:r><w:footnoteReference w:id=\"7\"/></w:r>" + t(" on") +
             "<w:r><w:footnoteReference w:id=\"99\"/></w:r>",
         "1 p: word[1] on[2]\n2 aside/p: [1] See there.\n"},
        {t("word") + "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"7\"/></w:r>",
         "1 p: word\n2 aside/p: See there.\n"},
    };
    for (const Case& each : cases) {
        INFO(each.runs);
        CHECK(lines_of(p(each.runs)) == each.lines);
    }
}

TEST_CASE("a field that is never ended swallows no paragraph and links none") {
    const std::string open =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
        "HYPERLINK</w:instrText></w:r>";
    CHECK(lines_of(p(open) + p(t("kept"))) == "1 p: kept\n");
    CHECK(lines_of(p(open + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + t("link")) +
                   p(t("kept"))) == "1 p: link (linked 4)\n2 p: kept\n");
}

TEST_CASE("headers, footers and what a Word document says of itself") {
    const std::string bytes = docx_of(
        p("<w:r><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr><w:t>Guten Tag</w:t></w:r>"),
        {{"word/_rels/document.xml.rels", kRelations},
         {"word/styles.xml", kStyles},
         {"word/header1.xml", "<w:hdr>" + p(t("Ministry")) + "</w:hdr>"},
         {"word/foot.xml", "<w:ftr>" + p(t("Page 1")) + "</w:ftr>"},
         {"docProps/core.xml",
          "<cp:coreProperties><dc:title> On\n Rivers</dc:title><dc:creator>Jane Doe</dc:creator>"
          "<dc:subject/><dcterms:created>2010-05-04T10:00:00Z</dcterms:created>"
          "</cp:coreProperties>"}});
    const Page page = read_docx(bytes, "a.docx");
    CHECK(shown(page) == "1 header/p: Ministry\n2 p: Guten Tag\n3 footer/p: Page 1\n");
    CHECK(page.elements.at(2).language == "de-DE");
    CHECK(page.elements.at(2).hints == "Normal");
    CHECK(declared(page) ==
          "core title: On Rivers\ncore creator: Jane Doe\n"
          "core created: 2010-05-04T10:00:00Z\nstyles lang: fr-FR\n");
}

TEST_CASE("text comes as NFC and without what cannot be seen") {
    CHECK(lines_of(p(t("e\u0301te\u0301 co\u00ADop \u200Bx"))) == "1 p: été coop x\n");
}

TEST_CASE("broken Word documents are refused with a reason") {
    const std::string good = docx_of(p(t("x")));
    const auto failure = [](const std::string& bytes) {
        return failure_of([&] { read_docx(bytes, "a.docx"); });
    };
    using Catch::Contains;
    CHECK(failure(good).empty());
    CHECK_THAT(failure(good.substr(0, good.size() / 2)),
               Contains("input: a.docx: the archive that the document is in is broken"));
    CHECK_THAT(failure(zip_of({{"word/document.xml", "x"}}, 1)),
               Contains("input: a.docx: locked with a password"));
    CHECK_THAT(failure(zip_of({{"word/other.xml", "x"}})),
               Contains("input: a.docx: no whole Word document: it has no part word/document.xml"));
    CHECK_THAT(failure(zip_of({{"word/document.xml", "<w:p><w:r></w:p>"}})),
               Contains("its part word/document.xml is broken at byte"));
    std::string changed = good;
    changed[changed.find("<w:body>") + 1] = 'v';
    CHECK_THAT(failure(changed), Contains("is broken (word/document.xml: CRC error"));
    std::string deep;
    for (int i = 0; i < 200000; ++i) deep += "<w:tbl>";
    for (int i = 0; i < 200000; ++i) deep += "</w:tbl>";
    CHECK_THAT(failure(docx_of(deep)), Contains("nests elements 200002 deep"));
}

TEST_CASE("an empty Word document is an empty page") {
    CHECK(lines_of("").empty());
    CHECK(lines_of(p("")).empty());
    CHECK(shown(read_docx(zip_of({{"word/document.xml", "<a/>"}}), "a.docx")).empty());
}

TEST_CASE("bad metadata does no harm, and markup out of place neither") {
    CHECK(shown(read_docx(docx_of(p(t("x")), {{"docProps/core.xml", "<a"}}), "a.docx")) ==
          "1 p: x\n");
    CHECK(lines_of("<w:txbxContent>" + p(t("x")) + "</w:txbxContent>") == "1 p: x\n");
    CHECK(lines_of(t("x")) == "1 : x\n");
    CHECK(lines_of("<w:footnoteReference w:id=\"7\"/><w:br/><w:hyperlink/><w:p><w:p>" + t("y") +
                   "</w:p></w:p>") == "1 : [1]\n2 p/p: y\n3 aside/p: [1] See there.\n");
}
