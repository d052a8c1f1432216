#include "reader/pdf.hpp"

#include <catch2/catch.hpp>

#include "support/tiny_pdf.hpp"
#include "text/support.hpp"

// fontconfig, which poppler asks for fonts, keeps what it found until the process ends.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

using namespace declaim;
using namespace declaim::test;

namespace {

Page read(const std::vector<TinySheet>& sheets, const std::string& info = "") {
    return read_pdf(tiny_pdf(sheets, info), "talk.pdf");
}

/// One line a line: "B" starts a block, "P" a sheet, then tag and text.
std::string seen(const Page& page) {
    std::string out;
    for (const PageLine& line : page.lines) {
        if (line.starts_page) out += "P ";
        if (line.starts_block) out += "B ";
        out +=
            page.elements.at(static_cast<std::size_t>(line.element)).tag + ": " + line.text + "\n";
    }
    return out;
}

const std::string kWide = "The words of this line go on to the right";

/// Lines of one column, 12 points apart.
TinySheet column(double x, double y, const std::vector<std::string>& lines) {
    TinySheet sheet;
    for (const std::string& line : lines) sheet.push_back({x, y, line}), y += 12;
    return sheet;
}

TinySheet operator+(TinySheet left, const TinySheet& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

}  // namespace

TEST_CASE("paragraphs of a PDF are told by the space between them", "[pdf]") {
    const Page page = read({{{50, 100, "We stand here today, as we have stood"},
                             {50, 112, "for a hundred years, and remember."},
                             {50, 134, "And we shall stand here again,"},
                             {50, 146, "whatever comes to be said of it."}}});
    CHECK(seen(page) ==
          "B p: We stand here today, as we have stood\n"
          "p: for a hundred years, and remember.\n"
          "B p: And we shall stand here again,\n"
          "p: whatever comes to be said of it.\n");
    CHECK(page.lines[3].line == 4);
    CHECK(layout_of(page).wrapped);
}

TEST_CASE("paragraphs of a PDF are told by the indent of their first lines", "[pdf]") {
    const Page page = read({{{50, 100, "We stand here today, as we have stood."},
                             {70, 112, "And we shall stand here again, as"},
                             {50, 124, "long as there is anybody to remember."},
                             {70, 136, "That is all."}}});
    CHECK(seen(page) ==
          "B p: We stand here today, as we have stood.\n"
          "B p: And we shall stand here again, as\n"
          "p: long as there is anybody to remember.\n"
          "B p: That is all.\n");
    CHECK(page.lines[1].indent == 4);
}

TEST_CASE("columns of a PDF are read one after the other, below what is above both", "[pdf]") {
    const std::vector<std::string> left{"Left one is as wide as", "the left two is, and so",
                                        "are the left three and", "the left four, the left",
                                        "five and the left sixth."};
    const std::vector<std::string> right{"Right one is as wide as", "the right two is, and so",
                                         "are the right three and", "the right four, the right",
                                         "five and the right sixth."};
    const TinySheet title{{50, 50, "A title that goes over both of these columns", 18, 2}};
    const Page page = read({title + column(50, 100, left) + column(200, 105, right)});
    CHECK(seen(page) ==
          "B h1: A title that goes over both of these columns\n"
          "B p: Left one is as wide as\np: the left two is, and so\np: are the left three and\n"
          "p: the left four, the left\np: five and the left sixth.\n"
          "p: Right one is as wide as\np: the right two is, and so\np: are the right three and\n"
          "p: the right four, the right\np: five and the right sixth.\n");
    CHECK(page.lines[0].emphasised > 30);
    CHECK(page.lines[1].emphasised == 0);
}

TEST_CASE("labels and tables in a PDF are no columns", "[pdf]") {
    std::vector<std::string> labels{"Q:", "A:", "Q:", "A:", "Q:", "A:"};
    std::vector<std::string> words{
        "Is it so, as we have been told it is?", "It is so, as you were.",
        "Is it so, as we have been told it is?", "It is so, as you were.",
        "Is it so, as we have been told it is?", "It is so, as you were."};
    const Page page = read({column(50, 100, labels) + column(90, 100, words)});
    CHECK(page.lines.at(0).text == "Q: Is it so, as we have been told it is?");
    CHECK(page.lines.at(5).text == "A: It is so, as you were.");
}

TEST_CASE("running heads, feet and page numbers of a PDF are marked", "[pdf]") {
    std::vector<TinySheet> sheets;
    for (int i = 1; i <= 3; ++i)
        sheets.push_back({{50, 40, "The House, volume 7"},
                          {50, 100, kWide + " as number " + std::string(1, "xabc"[i])},
                          {50, 112, "and end on another line."},
                          {290, 770, std::to_string(i)}});
    const Page page = read(sheets);
    const std::string text = "B p: " + kWide + " as number ";
    const std::string end = "\np: and end on another line.\nB footer: ";
    const std::string head = "B header: The House, volume 7\n";
    CHECK(seen(page) == head + text + "a" + end + "1\nP " + head + text + "b" + end + "2\nP " +
                            head + text + "c" + end + "3\n");
    CHECK(page.elements.at(0).hints == "running");
}

TEST_CASE("what is not the same on the sheets of a PDF is text", "[pdf]") {
    const Page page = read({{{50, 40, kWide}, {50, 52, "We go on."}},
                            {{50, 40, "Another beginning of a sheet"}, {50, 52, "to go on."}}});
    for (const PageElement& element : page.elements) CHECK(element.tag == "p");
    CHECK(page.lines.at(2).starts_page);
}

TEST_CASE("notes at the foot of a PDF stand behind the text, their references are marked",
          "[pdf]") {
    const Page page = read({{{50, 100, kWide},
                             {222.8, 96, "1", 6},
                             {50, 112, "and end below it, in words that are many."},
                             {50, 700, "1", 5},
                             {53, 702, "See what was said in the year before,", 8},
                             {50, 711, "and in the year before that.", 8}}});
    CHECK(seen(page) == "B p: " + kWide + "1\np: and end below it, in words that are many.\n" +
                            "B aside: 1See what was said in the year before,\n" +
                            "aside: and in the year before that.\n");
    REQUIRE(page.lines[0].marks.size() == 1);
    CHECK(page.lines[0].marks[0] == ByteRange{kWide.size(), kWide.size() + 1});
    CHECK(page.elements.at(1).hints == "footnote");
}

TEST_CASE("turned text of a PDF is read after the rest", "[pdf]") {
    const Page page = read({{{30, 700, "Set in the margin", 10, 1, true},
                             {50, 100, kWide},
                             {50, 112, "and end on another line."}}});
    CHECK(seen(page) ==
          "B p: " + kWide + "\np: and end on another line.\nB p: Set in the margin\n");
}

TEST_CASE("signs of a PDF are those of text", "[pdf]") {
    // A soft hyphen at the end of a line is seen; Windows-1252.
    const Page page = read({{{50, 100, "caf\xE9 \x93quoted\x94 con\xAD"}, {50, 112, "tinued"}}});
    CHECK(page.lines.at(0).text == "café “quoted” con-");
}

TEST_CASE("what a PDF says of itself is declared", "[pdf]") {
    const Page page = read({{{50, 100, kWide}}},
                           "/Title(On the state of things)/Author(A. Speaker)"
                           "/CreationDate(D:20110304050607+01'00')");
    CHECK(page.declared == std::vector<Declared>{{"pdf", "title", "On the state of things"},
                                                 {"pdf", "author", "A. Speaker"},
                                                 {"pdf", "created", "2011-03-04"}});
    CHECK(read({{{50, 100, kWide}}}, "/CreationDate(March)").declared.empty());
}

TEST_CASE("a PDF that cannot be read is refused with the remedy", "[pdf]") {
    const auto error = [](const std::string& bytes) {
        return error_of([&] { read_pdf(bytes, "talk.pdf"); });
    };
    const std::string whole = tiny_pdf({{{50, 100, kWide}}});
    CHECK(error("%PDF-1.4\nnothing") ==
          "talk.pdf: the PDF is broken; open it in a viewer and print it to a new PDF");
    CHECK(error("") == error("%PDF-1.4\nnothing"));
    CHECK(error(tiny_pdf({})) == "talk.pdf: the PDF has no pages; give one with text");
    CHECK(
        error(tiny_pdf({{}})) ==
        "talk.pdf: the PDF holds drawings or empty pages and no text; make text of it with an OCR "
        "program (such as ocrmypdf) and read that");
    CHECK(error(tiny_pdf({{{50, 100, "7"}}}, "/Subtype /Image")) ==
          "talk.pdf: the PDF holds pictures of pages and no text; make text of it with an OCR "
          "program (such as ocrmypdf) and read that");
    const std::string key(32, 'x');
    CHECK(error(tiny_pdf({{{50, 100, kWide}}}, "",
                         "/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + key + ")/U(" +
                             key + ")>>")) ==
          "talk.pdf: the PDF is locked with a password; save it without one");
    CHECK(error(whole).empty());
    // Without its table at the end it can still be read.
    CHECK(error(whole.substr(0, whole.find("xref")) + whole.substr(whole.find("trailer"))).empty());
}
