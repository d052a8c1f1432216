#include <catch2/catch.hpp>

#include "reader/office.hpp"
#include "support/failure.hpp"
#include "support/page_text.hpp"
#include "support/zip_file.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

const char* const kContainer =
    "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>";

const char* const kPackage =
    R"(<package><metadata><dc:title>On Rivers</dc:title><dc:creator>Jane Doe</dc:creator>
<dc:language>en</dc:language><dc:date> </dc:date><meta name="cover"/></metadata><manifest>
<item id="c1" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="two.xhtml#start" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="scripted nav"/>
<item id="v" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="i" href="map.svg" media-type="image/svg+xml"/></manifest>
<spine><itemref idref="v"/><itemref idref="n"/><itemref idref="c2"/><itemref idref="i"/>
<itemref idref="gone"/><itemref idref="c1"/><itemref idref="c2"/></spine>
<guide><reference type="cover" href="cover.xhtml"/><reference type="toc" href="two.xhtml#toc"/>
</guide></package>)";

std::string chapter(const std::string& body) {
    return "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/>"
           "</head><body>" +
           body + "</body></html>";
}

Parts book() {
    return {{"mimetype", "application/epub+zip"},
            {"META-INF/container.xml", kContainer},
            {"OPS/book.opf", kPackage},
            {"OPS/cover.xhtml", chapter("<p>Cover</p>")},
            {"OPS/nav.xhtml", chapter("<nav><p>Contents</p></nav>")},
            {"OPS/text/one a.xhtml", chapter("<div><p>Second<a id='x'/> chapter</p></div>")},
            {"OPS/two.xhtml", chapter("<h1>First</h1><p>One<br/>two</p>")}};
}

std::string failure(const Parts& parts) {
    return failure_of([&] { read_epub(zip_of(parts), "a.epub"); });
}

}  // namespace

TEST_CASE("chapters come in the order of the spine, each once") {
    const Page page = read_epub(zip_of(book()), "a.epub");
    std::string text;
    for (const PageLine& line : page.lines) {
        text += std::to_string(line.line) + " " +
                page.elements.at(static_cast<std::size_t>(line.element)).tag + ": " + line.text +
                (line.starts_page ? " (new page)\n" : "\n");
        CHECK(line.linked == 0);
    }
    CHECK(text == "1 h1: First (new page)\n2 p: One\n2 p: two\n3 p: Second chapter (new page)\n");
    for (std::size_t i = 0; i < page.elements.size(); ++i)
        CHECK(page.elements[i].parent < static_cast<int>(i));
    CHECK(declared(page) == "opf title: On Rivers\nopf creator: Jane Doe\nopf language: en\n");
}

TEST_CASE("a book that is all navigation is read") {
    Parts parts = book();
    parts.at(2).second =
        "<package><manifest><item id='n' href='nav.xhtml' properties='nav' "
        "media-type='application/xhtml+xml'/></manifest><spine>"
        "<itemref idref='n'/></spine></package>";
    const Page page = read_epub(zip_of(parts), "a.epub");
    REQUIRE(page.lines.size() == 1);
    CHECK(page.lines[0].text == "Contents");
}

TEST_CASE("broken books are refused with a reason") {
    using Catch::Contains;
    CHECK_THAT(failure({{"mimetype", "application/epub+zip"}}),
               Contains("input: a.epub: no whole EPUB document: it has no part "
                        "META-INF/container.xml"));
    CHECK_THAT(failure({{"META-INF/container.xml", "<container/>"}}),
               Contains("META-INF/container.xml names no package"));
    CHECK_THAT(failure({{"META-INF/container.xml", kContainer}}),
               Contains("it has no part OPS/book.opf"));
    Parts parts = book();
    parts.pop_back();
    CHECK_THAT(failure(parts), Contains("its chapter OPS/two.xhtml is not in it"));
    parts = book();
    parts.emplace_back("META-INF/encryption.xml",
                       "<encryption><e:EncryptedData><e:CipherData><e:CipherReference "
                       "URI=\"OPS/text/one%20a.xhtml\"/></e:CipherData></e:EncryptedData>"
                       "</encryption>");
    CHECK_THAT(failure(parts), Contains("input: a.epub: locked (DRM)"));
}

TEST_CASE("an empty book is an empty page") {
    CHECK(
        read_epub(zip_of({{"META-INF/container.xml", kContainer}, {"OPS/book.opf", "<package/>"}}),
                  "a.epub")
            .lines.empty());
}
