#include "text/front_matter.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

namespace {

/// "bytes lines | key=value | …"; "none" for a text without front matter.
std::string read(const std::string& text) {
    const FrontMatter found = read_front_matter(text);
    CHECK(found.bytes == front_matter_size(text));
    if (found.bytes == 0) return "none";
    std::string out = std::to_string(found.lines);
    for (const auto& [key, value] : found.fields) {
        out += " | ";
        out += key;
        out += '=';
        out += value;
    }
    return out;
}

}  // namespace

TEST_CASE("front matter: YAML, TOML and title blocks give their keys") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"---\ntitle: Bread for All\ndate: 2004-10-19\n---\nText",
         "4 | title=Bread for All | date=2004-10-19"},
        {"---\r\ntitle: Bread\r\n---\r\nText", "3 | title=Bread"},
        {"---\ntitle: \"Bread\\_and: butter\"\n...\n", "3 | title=Bread and: butter"},
        {"---\ntags: [a, b]\ntopics:\n- bread\n- butter\n---\n",
         "6 | tags=a, b | topics=bread, butter"},
        {"---\nspeaker:\n  name: Jane Doe\n  role: Minister\n---\n",
         "5 | speaker.name=Jane Doe | speaker.role=Minister"},
        {"---\nauthors:\n  - name: Jane Doe\n  - name: John Roe\n---\n",
         "5 | authors.name=Jane Doe"},
        {"---\nsummary: >\n  Two\n  lines\n\ntitle: X\n---\n", "7 | summary=Two lines\n | title=X"},
        {"---\n# made by hand\ntitle: X\nheld at: Y\n---\n", "5 | title=X | held at=Y"},
        {"+++\ntitle = \"Bread\"\ndate = 2004-10-19\ntags = [\"a\", \"b\"]\n[extra]\nspeaker = "
         "\"Jane Doe\"\n+++\n",
         "7 | title=Bread | date=2004-10-19 | tags=a, b | extra.speaker=Jane Doe"},
        {"% Bread for All\n% Jane Doe\n% 3 May 2001\n\nText",
         "3 | title=Bread for All | author=Jane Doe | date=3 May 2001"},
        {"---\ntitle: X\n---", "2 | title=X"},
    };
    for (const auto& [text, expected] : cases) CHECK(read(text) == expected);
}

TEST_CASE("front matter: what the parser refuses is read line by line") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"---\ntitle: Bread: the story\nspeaker: Jane Doe\n---\n",
         "4 | title=Bread: the story | speaker=Jane Doe"},
        {"---\ntitle: \"Bread\ndate: 2004\n---\n", "4 | title=\"Bread | date=2004"},
        {"---\ntitle: @bread\nnotes:\n  - one\n  - two\n---\n",
         "6 | title=@bread | notes=one, two"},
        {"---\na: &x [1, 2]\nb: *x\n---\n", "4 | a=&x [1, 2] | b=*x"},
        {"+++\ntitle = Bread\ndate = 2004-10-19\n+++\n", "4 | title=Bread | date=2004-10-19"},
    };
    for (const auto& [text, expected] : cases) CHECK(read(text) == expected);
}

TEST_CASE("front matter: a line of dashes alone opens none") {
    for (const char* text :
         {"", "---", "---\n", "---\nLadies and Gentlemen,\n---\n", "---\n\ntitle: X\n---\n",
          "---\ntitle: X\nno end\n", "---\nWe meet again.\n\n---\n\nI am glad.\n",
          "title: X\ndate: Y\n\nText", "---\n---\n", "---\nTHE PRESIDENT: Good evening.\n---\n",
          "---\nhttps://example.org\n---\n", "+++\nplus\n+++\n", "% of us\nare here",
          "----\ntitle: X\n----\n"})
        CHECK(read(text) == "none");
}

TEST_CASE("front matter: hostile YAML is bounded") {
    const std::string deep(30000, '[');
    CHECK(read("---\na: " + deep + "\n---\n") == "3 | a=" + deep);
    std::string dashes;
    for (int i = 0; i < 10000; ++i) dashes += "- ";
    CHECK(read("---\na:\n" + dashes + "b\n---\n").substr(0, 5) == "4 | a");
    std::string bomb = "---\na0: &a0 x\n";
    for (int i = 1; i < 200; ++i) {
        const std::string last = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + ", " + last +
                "]\n";
    }
    CHECK(read(bomb + "---\n").substr(0, 5) == "202 |");
    std::string many = "---\n";
    while (many.size() < 65000) many += "k" + std::to_string(many.size()) + ": v\n";
    CHECK(read(many + "---\n").size() > 60000);
    CHECK(read(many + many.substr(4) + "---\n") == "none");
}
