#include "text/declared.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "model/dump.hpp"
#include "support.hpp"
#include "text/metadata_merge.hpp"
#include "text/page_builder.hpp"
#include "text/page_title.hpp"
#include "text/references.hpp"
#include "text/role_beside.hpp"

using namespace declaim;

namespace {

struct Fact {
    const char* from;
    const char* name;
    const char* value;
};
using Facts = std::vector<Fact>;

/// A page with a heading, other header lines and one line of the speech.
Page page_of(const Facts& facts, const std::string& heading = "",
             const std::vector<std::string>& header = {}) {
    PageBuilder builder;
    for (const Fact& fact : facts) builder.declare(fact.from, fact.name, fact.value);
    int line = 1;
    const auto add = [&](const char* tag, const std::string& text) {
        PageElement element;
        element.tag = tag;
        builder.open(std::move(element));
        builder.text(text, line++);
        builder.close();
    };
    if (!heading.empty()) add("h1", heading);
    for (const std::string& text : header) add("p", text);
    add("p", "I am glad to be here with you all tonight.");
    return builder.finish();
}

std::string merged(const Metadata& text, const Facts& facts, const std::string& heading = "",
                   const std::vector<std::string>& header = {}) {
    const Rules rules = test::rules_for("en");
    const Page page = page_of(facts, heading, header);
    std::vector<std::string_view> reasons(page.lines.size(), "title");
    reasons.back() = "";
    return dump(add_declared(text, page, reasons, rules, DateReader("en")));
}

std::string front(const Facts& keys) {
    Facts facts = keys;
    for (Fact& fact : facts) fact.from = "front matter";
    return merged({}, facts);
}

Metadata titled(const char* title) {
    Metadata text;
    text.title = title;
    return text;
}

Metadata dated(const char* date) {
    Metadata text;
    text.date = date;
    return text;
}

std::string titles_of(const Facts& facts) {
    const DeclaredFacts found =
        declared_facts(page_of(facts), test::rules_for("en"), DateReader("en"));
    return fmt::format("{}", fmt::join(found.titles, " / "));
}

}  // namespace

TEST_CASE("declared: front matter is believed") {
    const std::vector<std::pair<Facts, const char*>> cases{
        {{{"", "Title", "Bread for All"}, {"", "speaker", "Jane Doe"}, {"", "date", "2004-10-19"}},
         "title=Bread for All | speaker=Jane Doe | date=2004-10-19"},
        {{{"", "speaker", "Jane Doe, Minister of Health"}},
         "speaker=Jane Doe | role=Minister of Health"},
        {{{"", "author", "President Jane Doe"}}, "speaker=Jane Doe | role=President"},
        {{{"", "speaker.name", "Jane Doe"}, {"", "speaker.role", "Baker"}},
         "speaker=Jane Doe | role=Baker"},
        {{{"", "speaker", "Cicero"}, {"", "event", "Senate"}, {"", "location", "Rome"}},
         "speaker=Cicero | occasion=Senate | place=Rome"},
        {{{"", "author", "Press Office"}, {"", "published", "2004-10-19"}}, ""},
        {{{"", "date", "2004-10-20"}, {"", "date_delivered", "19 October 2004"}},
         "date=2004-10-19"},
        {{{"", "title", "Remarks by President Jane Doe at the Guildhall"}},
         "title=Remarks by President Jane Doe at the Guildhall | speaker=Jane Doe | "
         "role=President | occasion=Guildhall"},
        {{{"", "lastmod", "2020-01-01"}, {"", "layout", "post"}, {"", "tags", "a, b"}}, ""},
    };
    for (const auto& [keys, expected] : cases) CHECK(front(keys) == expected);
    Metadata text = titled("The Text's Own");
    text.speaker = "John Roe";
    CHECK(merged(text,
                 {{"front matter", "title", "Bread"}, {"front matter", "author", "Jane Doe"}}) ==
          "title=Bread | speaker=John Roe");
    CHECK(merged(text, {{"front matter", "speaker", "Jane Doe"}}) ==
          "title=The Text's Own | speaker=Jane Doe");
}

TEST_CASE("declared: titles lose their site and are confirmed by headings") {
    const std::vector<std::string> none;
    CHECK(without_site("Bread for All", none, none) == "Bread for All");
    CHECK(without_site("Bread for All | Ministry of Bread", none, none) == "Bread for All");
    CHECK(without_site("Ministry | Speeches | Bread for All", none, none) == "Bread for All");
    CHECK(without_site("Bread - the staff of life", none, none) == "Bread - the staff of life");
    CHECK(without_site("Bread for All - Ministry of Bread", {"Ministry of Bread"}, none) ==
          "Bread for All");
    CHECK(without_site("Site - Bread for All", none, {"Bread for all"}) == "Bread for All");
    CHECK(without_site("My Site", {"my site"}, none).empty());

    const Facts facts{{"title", "", "Bread for All the People | Ministry of Bread"}};
    CHECK(merged({}, facts) == "title=Bread for All the People");
    CHECK(merged({}, facts, "Bread for all the people") == "title=Bread for all the people");
    CHECK(merged(titled("A Line of the Header"), facts) == "title=A Line of the Header");
    CHECK(merged(titled("A Line of the Header"), facts, "Bread for all the people") ==
          "title=Bread for all the people");
    CHECK(merged(titled("Ministry"), {{"meta", "og:title", "Bread and Salt"}}, "",
                 {"Bread and Salt"}) == "title=Bread and Salt");
    CHECK(
        merged({}, {{"meta", "og:title", "My Site"}, {"meta", "og:site_name", "My Site"}}).empty());
    CHECK(merged({}, {}, "Only one heading") == "title=Only one heading");
    CHECK(merged(titled("Speech by Jane Doe"), {}, "Bread for all of us") ==
          "title=Bread for all of us");
    CHECK(merged(titled("Speech on Bread"), {}, "Jane Doe") == "title=Speech on Bread");
}

TEST_CASE("declared: names of files and templates are no titles") {
    for (const char* title : {"Untitled Document", "speech_final2.doc", "Microsoft Word - x.doc",
                              "REC-2004-10", "http://example.org/a b", "12345", "Home"})
        CHECK(titles_of({{"title", "", title}}) == "");
    CHECK(titles_of({{"title", "", "Microsoft Word - Bread for All"}}) == "Bread for All");
    CHECK(merged({}, {{"pdf", "Title", "Bread for All"}, {"pdf", "Author", "Jane Doe"}}) ==
          "title=Bread for All");
    CHECK(merged({}, {{"opf", "dc:title", "Bread for All"}}) == "title=Bread for All");
}

TEST_CASE("declared: the webmaster is not the speaker") {
    const Facts facts{{"meta", "author", "Jane Doe"}, {"meta", "og:site_name", "Ministry"}};
    CHECK(merged({}, facts).empty());
    CHECK(merged({}, facts, "", {"A Talk by the sea with Jane Doe"}) == "speaker=Jane Doe");
    CHECK(merged(titled("Jane Doe on Bread"), facts) ==
          "title=Jane Doe on Bread | speaker=Jane Doe");
    CHECK(merged({},
                 {{"meta", "author", "Jane Doe"},
                  {"title", "", "Bread for All the People | Jane Doe"}},
                 "", {"Kept by Jane Doe"}) == "title=Bread for All the People");
    CHECK(merged({}, {{"meta", "author", "Press Office"}}, "", {"Press Office"}).empty());
}

TEST_CASE("declared: dates are those of the speech") {
    const std::vector<std::pair<Facts, const char*>> cases{
        {{{"meta", "article:published_time", "2004-10-19T12:00:00Z"}}, ""},
        {{{"time", "", "2004-10-19T12:00"}}, "date=2004-10-19"},
        {{{"time", "", "2004-10-19"}, {"time", "", "2004-10-20"}}, ""},
        {{{"time", "", "2004-10-19"}, {"meta", "article:published_time", "2004-10-19"}}, ""},
        {{{"meta", "dcterms.date", "2004-10-19"}}, ""},
        {{{"meta", "dcterms.date", "2004-10-19"}, {"front matter", "title", "Remarks on Bread"}},
         "title=Remarks on Bread | date=2004-10-19"},
    };
    for (const auto& [facts, expected] : cases) CHECK(merged({}, facts) == expected);
    CHECK(merged(dated("2004-10-19"), {{"front matter", "date", "2004-10-21"}}) ==
          "date=2004-10-19");
    CHECK(merged(dated("2004"), {{"time", "", "2004-05-04"}}) == "date=2004-05-04");
    CHECK(merged(dated("2004"), {{"time", "", "2005-05-04"}}) == "date=2004");
    CHECK(merged(dated("2004"), {{"front matter", "held", "2005-05-04"}}) == "date=2005-05-04");
}

TEST_CASE("declared: dates as programs write them") {
    const DateReader dates("en");
    const std::vector<std::pair<const char*, const char*>> cases{
        {"2004-10-19", "2004-10-19"},
        {"2004-10-19T12:00:00+02:00", "2004-10-19"},
        {"20041019", "2004-10-19"},
        {"20041019T1200Z", "2004-10-19"},
        {"2004-10", "2004-10"},
        {"2004", "2004"},
        {"Tue, 19 Oct 2004 10:00", "2004-10-19"},
        {"19 October 2004", "2004-10-19"},
        {"2004-13", ""},
        {"2004-02-31", ""},
        {"12345678", ""},
        {"soon", ""},
        {"1 May 2004 to 2 May 2004", ""},
        {"", ""}};
    for (const auto& [value, expected] : cases)
        CHECK(iso_date(value, dates).value_or("") == expected);
}

TEST_CASE("declared: JSON-LD, whole or broken") {
    const Facts article{{"json-ld", "",
                         R"({"@graph": [{"@type": "WebSite", "name": "Ministry"},
        {"@type": ["NewsArticle"], "headline": "Bread &amp; Salt", "datePublished": "2004-10-20",
         "author": [{"@type": "Person", "name": "Jane Doe"}], "publisher": {"name": "Ministry"},
         "about": {"@type": "Event", "name": "Bread Day", "startDate": "2004-10-19T10:00",
                   "location": {"@type": "Place", "name": "Leeds"}}}]})"}};
    CHECK(merged({}, article) ==
          "title=Bread & Salt | date=2004-10-19 | occasion=Bread Day | place=Leeds");
    CHECK(merged({}, article, "", {"Talk of Jane Doe"}) ==
          "title=Bread & Salt | speaker=Jane Doe | date=2004-10-19 | occasion=Bread Day | "
          "place=Leeds");
    std::string deep = R"({"@type": "Article", "headline": )";
    for (int i = 0; i < 100000; ++i) deep += '[';
    for (const std::string& text :
         {std::string("{"), std::string("null"), std::string("[1, \"x\"]"),
          std::string("{\"@type\": 3}"), std::string("\xFF"), deep,
          deep + std::string(100000, ']') + "}"})
        CHECK(merged({}, {{"json-ld", "", text.c_str()}}).empty());
}

TEST_CASE("declared: the office beside the speaker") {
    const Rules rules = test::rules_for("en");
    const std::vector<std::pair<const char*, const char*>> cases{
        {"by NATO Secretary General, Jane Doe", "NATO Secretary General"},
        {"Speech by Prime Minister Jane Doe at the Guildhall", "Prime Minister"},
        {"Remarks by the Minister of Health, the Hon. Jane Doe", "Minister of Health"},
        {"Speech by Jane Doe, Minister of Health, at the Guildhall", "Minister of Health"},
        {"Speech by Jane Doe, President of the League at the Guildhall", "President of the League"},
        {"Speech by Dr. Jane Doe", ""},
        {"Speech by Mrs Jane Doe at the Guildhall", ""},
        {"Jane Doe, Leeds, 3 May", ""},
        {"The Minister met Jane Doe", ""},
        {"John Roe", ""},
    };
    for (const auto& [line, expected] : cases)
        CHECK(role_beside(line, "Jane Doe", rules).value_or("") == expected);
}

TEST_CASE("references: what was escaped once too often") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"Bread &amp; Salt", "Bread & Salt"},
        {"Jane&#8217;s", "Jane’s"},
        {"&#x201c;A", "“A"},
        {"&unknown; & &#xD800; &#0; &#99999999; &", "&unknown; & &#xD800; &#0; &#99999999; &"}};
    for (const auto& [text, expected] : cases) CHECK(resolve_references(text) == expected);
}
