#include <catch2/catch.hpp>
#include <ctime>

#include "support.hpp"
#include "text/page.hpp"

using namespace declaim;

namespace {

/// One line of text for each of the page: its number, the elements around it, the outermost first,
/// the text with its marks in {}, then what else is known.
std::string shown(const std::string& text) {
    const Page page = read_markdown(text, "x.md");
    std::string out;
    for (const PageLine& line : page.lines) {
        std::string tags;
        for (int i = line.element; i >= 0;
             i = page.elements.at(static_cast<std::size_t>(i)).parent) {
            const PageElement& element = page.elements.at(static_cast<std::size_t>(i));
            tags = element.tag + (element.hints.empty() ? "" : "." + element.hints) +
                   (tags.empty() ? "" : " ") + tags;
        }
        std::string marked = line.text;
        for (auto mark = line.marks.rbegin(); mark != line.marks.rend(); ++mark) {
            marked.insert(mark->end, "}");
            marked.insert(mark->begin, "{");
        }
        out += std::to_string(line.line) + (line.starts_block ? " " : "+") + tags + ": " + marked;
        if (line.linked > 0) out += " L" + std::to_string(line.linked);
        if (line.emphasised > 0) out += " E" + std::to_string(line.emphasised);
        for (const LineStart& start : line.starts)
            out += " @" + std::to_string(start.at) + "=" + std::to_string(start.line);
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("markdown: blocks are lines, soft breaks are spaces") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"", ""},
        {"We meet\nagain.\n\nThank you.", "1 p: We meet again. @8=2\n4 p: Thank you.\n"},
        {"# Bread #\n\n###### Six\ntext", "1 h1: Bread\n3 h6: Six\n4 p: text\n"},
        {"Bread\n=====\n\nText", "1 h1: Bread\n4 p: Text\n"},
        {"One  \nTwo\\\nThree", "1 p: One\n2+p: Two\n3+p: Three\n"},
        {"> Quoted\nlazily\n> > twice",
         "1 blockquote p: Quoted lazily @7=2\n3 blockquote blockquote p: twice\n"},
        {"- a\n- b\n\n  c", "1 ul li p: a\n2 ul li p: b\n4 ul li p: c\n"},
        {"1. a\n2. b", "1 ol li p: a\n2 ol li p: b\n"},
        {"1914. The war began.\n\nText\n\n3) Third",
         "1 ol li p: 1914. The war began.\n3 p: Text\n5 ol li p: 3) Third\n"},
        {"One\n\n* * *\n\nTwo", "1 p: One\n5 p: Two\n"},
        {"Text *soft* and **loud**", "1 p: Text soft and loud E8\n"},
        {"See [our page](http://x.org \"t\") now", "1 p: See our page now L8\n"},
        {"![alt](a.png) ![b *c*](d.png)\n\n[![alt](a.png) Home](x)", "3 p: Home L4\n"},
        {"`a` &amp; \\* &eacute;", "1 p: a & * é\n"},
        {"```\none\n  two\n\nthree\n```", "2 pre: one\n3+pre: two\n5 pre: three\n"},
        {"Text\n\n    code\n    more", "1 p: Text\n3 pre: code\n4+pre: more\n"},
        {"    First of all\nwe meet\nagain.", "1 p: First of all we meet again. @13=2 @21=3\n"},
        {"#BreadForAll", "1 p: #BreadForAll\n"},
    };
    for (const auto& [text, expected] : cases) CHECK(shown(text) == expected);
}

TEST_CASE("markdown: line ends that are meant are kept") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"Jane Doe\nMinister of Bread\n3 May 2001",
         "1 p: Jane Doe\n2+p: Minister of Bread\n3+p: 3 May 2001\n"},
        {"| a | b |\n|---|---|\n| c | d |", "1 p: | a | b |\n2+p: |---|---|\n3+p: | c | d |\n"},
        {"I came.\nI saw.", "1 p: I came. I saw. @8=2\n"},
        {"I came\nand saw", "1 p: I came and saw @7=2\n"},
    };
    for (const auto& [text, expected] : cases) CHECK(shown(text) == expected);
    // A paragraph of prose is no heading for the dashes below it.
    const std::string prose(210, 'a');
    CHECK(shown(prose + "\n---\nText") == "1 p: " + prose + "\n3 p: Text\n");
}

TEST_CASE("markdown: lines are counted from the top of the file") {
    CHECK(shown("---\ntitle: X\n---\n\nOne\ntwo.\n\nThree") == "5 p: One two. @4=6\n8 p: Three\n");
    CHECK(shown("---\n\nOne.\n\n---\n\nTwo.") == "3 p: One.\n7 p: Two.\n");
    CHECK(shown("One\\\nTwo `b\nc` d\ne") == "1 p: One\n2+p: Two b c d e @8=3 @10=4\n");
    CHECK(shown("A `b\nc` d\ne") == "1 p: A b c d e @6=2 @8=3\n");
}

TEST_CASE("markdown: footnotes and references to them") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"Bread[^1] is dear[^b].\n\n[^1]: Note.\n[^b]: See *there*: now",
         "1 p: Bread{[^1]} is dear{[^b]}.\n3 aside.footnote: Note.\n4 aside.footnote: See there: "
         "now E5\n"},
        {"[^1]: One\n\n    goes on\n\nText [^x y]",
         "1 aside.footnote: One\n3 aside.footnote: goes on\n5 p: Text [^x y]\n"},
        {"Bread<sup>1</sup>, the 19<sup>th</sup>, m<sup>2</sup>, end.<sup>[4](#n)</sup>",
         "1 p: Bread{1}, the 19th, m2, end.{4} L1\n"},
        {"```\n[^1]: code\n```", "2 pre: [^1]: code\n"},
        {"[a]: http://x.org\n\nSee [a] and [b].", "3 p: See a and [b]. L1\n"},
    };
    for (const auto& [text, expected] : cases) CHECK(shown(text) == expected);
}

TEST_CASE("markdown: HTML among it") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"One<br>two <b>loud</b> <span class=\"x\">text</span>",
         "1 p: One\n1+p: two loud text E4\n"},
        {"An <i>open tag\n\nand text", "1 p: An open tag E8\n3 p: and text\n"},
        {"A <script>var x;</script>b<!-- no -->c", "1 p: A bc\n"},
        {"a < b & c > d", "1 p: a < b & c > d\n"},
    };
    for (const auto& [text, expected] : cases) CHECK(shown(text) == expected);
    const std::string block =
        shown("One\n\n<div>\nTwo <b>and</b>\n</div>\n<!-- hid\nden -->\n\nThree");
    CHECK(block.find("Two and") != std::string::npos);
    CHECK(block.find("den") == std::string::npos);
    CHECK(block.find("4 html body div: ") != std::string::npos);
    CHECK(block.find("9 p: Three") != std::string::npos);
}

TEST_CASE("markdown: front matter is declared") {
    const Page page =
        read_markdown("---\ntitle: Bread\nspeaker: Jane   Doe\nempty:\n---\nText", "x.md");
    REQUIRE(page.declared.size() == 2);
    CHECK(page.declared[0] == Declared{"front matter", "title", "Bread"});
    CHECK(page.declared[1] == Declared{"front matter", "speaker", "Jane Doe"});
}

TEST_CASE("markdown: hostile input takes linear time") {
    const auto times = [](const std::string& part, int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += part;
        return out;
    };
    std::vector<std::string> texts;
    for (const char* part :
         {">",    "[",    "*",         "> ",        "- ",   "1. ",        "a*b_",   "`",
          "![",   "<!--", "<",         "\n>",       "[a](", "- a\n\n",    "![[]()", "\\[",
          "&amp", "[^1]", "[^1]: a\n", "<div>\n\n", "***a", "    a\nb\n", "<sup>1"})
        texts.push_back(times(part, 100000));
    texts.push_back(times("- ", 30000) + times("\n", 200000) + "end");
    texts.push_back("[a]: <" + times("b", 200000) + ">\n\n" + times("[a]", 200000));
    std::string stairs;
    for (int i = 0; i < 2000; ++i) stairs += times(" ", 2 * i) + "- a\n";
    texts.push_back(stairs + times("\n", 200000) + "end");
    for (const std::string& text : texts) {
        const std::clock_t begin = std::clock();
        static_cast<void>(read_markdown(text, "x.md"));
        const auto taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        INFO(text.substr(0, 20));
        CHECK(taken < 15);  // a second at most, but for sanitizers; minutes were it quadratic
    }
    CHECK(test::error_of([] {
              static_cast<void>(read_markdown(std::string(20 << 20, 'a'), "x.md"));
          }).find("x.md: more than 16 MiB of Markdown") == 0);
}
