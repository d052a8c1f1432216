#include "text/read.hpp"

#include <catch2/catch.hpp>

#include "model/dump.hpp"
#include "support.hpp"

using namespace declaim;

namespace {

void check(const char* text, const char* expected, const char* language = "en") {
    CHECK("\n" + dump(test::read(text, language)) == expected);
}

}  // namespace

TEST_CASE("read: a page saved from a press office") {
    check(R"(Updated: 12-Mar-1998 League Speeches

9 March 1998

by League Director General, Anna de Witt
during her visit to Ruritania

4/3/1998 - League
Director General to visit Ruritania - Monday, 9 March 1998
League Director General, Anna de Witt

Ladies and Gentlemen,

It is good to be here. I have long looked forward to it.

Ladies and Gentlemen,

There is much to do, in this valley and beyond.

Go to Homepage Go to Index)",
          R"(
speaker=Anna de Witt | role=League Director General | date=1998-03-09 | occasion=visit to Ruritania
dropped 1 site line [Updated: 12-Mar-1998 League Speeches]
dropped 3 date line [9 March 1998]
dropped 5 byline [by League Director General, Anna de Witt]
dropped 6 occasion [during her visit to Ruritania]
dropped 8 date line [4/3/1998 - League]
dropped 9 title [Director General to visit Ruritania - Monday, 9 March 1998]
dropped 10 title [League Director General, Anna de Witt]
address 12 [Ladies and Gentlemen,]
paragraph 14 [It is good to be here.][I have long looked forward to it.]
address 16 [Ladies and Gentlemen,]
paragraph 18 [There is much to do, in this valley and beyond.]
dropped 20 navigation [Go to Homepage Go to Index]
)");
}

TEST_CASE("read: a press page with place, title and genre above the byline") {
    check(R"(Updated: 02-May-2001 League Speeches

Strelsau,
Ruritania
30 April 2001

"Bridges over the River"

Speech
by the Director General, Lord Marsh
at the Ruritanian Academy

Rector, dear students,

Bridges are built from both sides. That is all I know.

Thank you.
)",
          R"(
title=Bridges over the River | speaker=Lord Marsh | role=Director General | date=2001-04-30 | occasion=Ruritanian Academy | place=Strelsau, Ruritania
dropped 1 site line [Updated: 02-May-2001 League Speeches]
dropped 3 title [Strelsau,]
dropped 4 title [Ruritania]
dropped 5 date line [30 April 2001]
dropped 7 title ["Bridges over the River"]
dropped 9 genre [Speech]
dropped 10 byline [by the Director General, Lord Marsh]
dropped 11 occasion [at the Ruritanian Academy]
address 13 [Rector, dear students,]
paragraph 15 [Bridges are built from both sides.][That is all I know.]
paragraph 17 [Thank you.]
)");
}

TEST_CASE("read: wrapped lines, page marks inside a sentence, a web address on every page") {
    check(R"(Statement by Minister Jane Doe at the Conference on Rivers,
5 June 2011, Strelsau

Mr President,
Distinguished delegates,

We meet at a time when the rivers of our continent carry less
water than in any year that our records know of, and when the

https://example.org/rivers/statement 1/2
Ministry of Rivers

people who live by them ask what is to become of their fields
and of their homes.

Mr President

The river does not wait for us, and neither do those who live
by it; they ask for co-
operation now.

I thank you.

https://example.org/rivers/statement 2/2
Ministry of Rivers
)",
          R"(
title=Statement by Minister Jane Doe at the Conference on Rivers, 5 June 2011, Strelsau | speaker=Jane Doe | role=Minister | date=2011-06-05 | occasion=Conference on Rivers | place=Strelsau
dropped 1 title [Statement by Minister Jane Doe at the Conference on Rivers,]
dropped 2 date line [5 June 2011, Strelsau]
address 4 [Mr President,]
address 5 [Distinguished delegates,]
paragraph 7-14 [We meet at a time when the rivers of our continent carry less water than in any year that our records know of, and when the people who live by them ask what is to become of their fields and of their homes.]
dropped 10 url [https://example.org/rivers/statement 1/2]
dropped 11 running head [Ministry of Rivers]
address 16 [Mr President]
paragraph 18-20 [The river does not wait for us, and neither do those who live by it; they ask for cooperation now.]
paragraph 22 [I thank you.]
dropped 24 url [https://example.org/rivers/statement 2/2]
dropped 25 running head [Ministry of Rivers]
)");
}

TEST_CASE("read: one line a paragraph, headings, labels, stage directions, lists, a note") {
    check(R"(THE BUDGET OF THE YEAR
JANE DOE: Good people, this is a budget. It is short.
(APPLAUSE)
What We Owe
We owe two things, and we shall pay them:
- Respect to the old.
- Bread to the young.
[At this point the lights went out.]
JOHN ROE: Where are the lamps?
(And I mean every lamp.)
NOW: let us go on.
Note: The speaker spoke at noon.)",
          R"(
title=THE BUDGET OF THE YEAR
dropped 1 title [THE BUDGET OF THE YEAR]
speaker_label 2 [JANE DOE:]
paragraph 2 [Good people, this is a budget.][It is short.]
direction 3 [(APPLAUSE)]
paragraph 4 [What We Owe]
paragraph 5 [We owe two things, and we shall pay them:]
list_item 6 [Respect to the old.]
list_item 7 [Bread to the young.]
direction 8 [[At this point the lights went out.]]
speaker_label 9 [JOHN ROE:]
paragraph 9 [Where are the lamps?]
paragraph 10 [(And I mean every lamp.)]
paragraph 11 [NOW: let us go on.]
note 12 [Note: The speaker spoke at noon.]
)");
}

TEST_CASE("read: what may be the speech is kept") {
    check("Thank you.", "\n\nparagraph 1 [Thank you.]\n");
    check("no marks at all\njust words",
          "\n\nparagraph 1 [no marks at all]\nparagraph 2 [just words]\n");
    check("We won.\n\nGod bless Ruritania",
          "\n\nparagraph 1 [We won.]\nparagraph 3 [God bless Ruritania]\n");
    check("I call on the parties:\n\nLay down your arms.",
          "\n\nparagraph 1 [I call on the parties:]\nparagraph 3 [Lay down your arms.]\n");
    check("We shall.\n\nWe shall.\n\nWe shall.",
          "\n\nparagraph 1 [We shall.]\nparagraph 3 [We shall.]\nparagraph 5 [We shall.]\n");
    check(
        "It is late.\n\nVideo games are no substitute for books.",
        "\n\nparagraph 1 [It is late.]\nparagraph 3 [Video games are no substitute for books.]\n");
    check("In short.\n\n1\n\nFirst things first.",
          "\n\nparagraph 1 [In short.]\nparagraph 3 [1]\nparagraph 5 [First things first.]\n");
}

TEST_CASE("read: an address that opens a paragraph, and the lines of its sentences") {
    check(R"(Mr President, I rise to speak for a motion that is not
my own. It is that of my
late friend.
)",
          R"(

address 1 [Mr President,]
paragraph 1-3 [I rise to speak for a motion that is not my own.][It is that of my late friend.]
)");
    const Speech speech = test::read(
        "One sentence that runs over from one line\nto the next line. And another one\nhere.");
    REQUIRE(speech.blocks.size() == 1);
    REQUIRE(speech.blocks[0].sentences.size() == 2);
    CHECK(speech.blocks[0].sentences[0].lines == LineRange{1, 2});
    CHECK(speech.blocks[0].sentences[1].lines == LineRange{2, 3});
}

TEST_CASE("read: other languages") {
    check(R"(Rede von Bundesminister Hans Muster zur Eröffnung der Brücke

3. Mai 2012

Sehr geehrte Frau Präsidentin,
meine Damen und Herren,

am 3. Oktober war hier nur Wasser. Heute ist es anders.)",
          R"(
title=Rede von Bundesminister Hans Muster zur Eröffnung der Brücke | speaker=Hans Muster | role=Bundesminister | date=2012-05-03 | occasion=Eröffnung der Brücke
dropped 1 title [Rede von Bundesminister Hans Muster zur Eröffnung der Brücke]
dropped 3 date line [3. Mai 2012]
address 5 [Sehr geehrte Frau Präsidentin,]
address 6 [meine Damen und Herren,]
paragraph 8 [am 3. Oktober war hier nur Wasser.][Heute ist es anders.]
)",
          "de");
}

TEST_CASE("read: a conversation, stage directions between sentences, times around it") {
    check(R"(Remarks by the President on Rivers

Strelsau University
Strelsau, R.U.

1:45 P.M. EDT

Lord Marsh: Good afternoon. (Applause.) Thank you so much (and I mean it).

Question: What of the river?

Lord Marsh: It flows. [Laughter] It always did.

END 2:32 P.M. EDT

For further information contact:
The Press Office
press@example.org)",
          R"(
title=Remarks by the President on Rivers | speaker=Lord Marsh
dropped 1 title [Remarks by the President on Rivers]
dropped 3 title [Strelsau University]
dropped 4 title [Strelsau, R.U.]
dropped 6 date line [1:45 P.M. EDT]
speaker_label 8 [Lord Marsh:]
paragraph 8 [Good afternoon.]
direction 8 [(Applause.)]
paragraph 8 [Thank you so much (and I mean it).]
speaker_label 10 [Question:]
paragraph 10 [What of the river?]
speaker_label 12 [Lord Marsh:]
paragraph 12 [It flows.]
direction 12 [[Laughter]]
paragraph 12 [It always did.]
dropped 14 date line [END 2:32 P.M. EDT]
dropped 16 notice [For further information contact:]
dropped 17 footer [The Press Office]
dropped 18 url [press@example.org]
)");
}

TEST_CASE("read: raw keeps every line") {
    ReadOptions options;
    options.raw = true;
    options.language = "en";
    const Speech speech = read_speech("Updated: today\n\nLadies and Gentlemen,\nGo to Index\n",
                                      options, test::voices());
    CHECK(dump(speech) ==
          "\nparagraph 1 [Updated: today]\nparagraph 3 [Ladies and Gentlemen,]\nparagraph 4 [Go to "
          "Index]\n");
}

TEST_CASE("read: what cannot be read says why and what to do") {
    const auto message = [](std::string_view bytes, const char* format = "") {
        ReadOptions options;
        options.path = "a.txt";
        options.format = format;
        return test::error_of([&] { read_speech(bytes, options, test::voices()); });
    };
    CHECK(message("") == "a.txt: the document is empty; give one with text");
    CHECK(message(" \n\t\r\n\f ") == "a.txt: nothing but white space; give a document with text");
    CHECK(message("{\\rtf1").find("save it as DOCX") != std::string::npos);
    CHECK(message("x", "texd") == "unknown format 'texd'; did you mean 'text'?");
    CHECK(message("Go to Homepage").find("--raw") != std::string::npos);
    CHECK(message("<p>as text</p>", "text").empty());
}

TEST_CASE("read: a language is named by its tag") {
    const auto message = [](const char* language) {
        return test::error_of([&] { test::read("Hello there.", language); });
    };
    for (const char* tag : {"en", "fr", "pt-BR", "cmn", "sr-Latn-RS", "de-1996", "en_GB"})
        CHECK(message(tag).empty());
    for (const char* tag : {"french", "f", "1e", "en-", "-en", "en--GB", "fr FR", "en-abcdefghi"})
        CHECK(message(tag) ==
              std::string("'") + tag + "' is no language tag; give one such as fr or pt-BR");
}

TEST_CASE("read: hostile sizes are read in linear time") {
    const std::string newlines(200000, '\n');
    CHECK_THROWS_AS(test::read(newlines), Error);
    CHECK(test::read(newlines + "Hello there.").blocks.at(0).lines == LineRange{200001, 200001});
    CHECK(test::read(std::string(2000000, 'x')).blocks.size() == 1);
    std::string lines;
    for (int i = 0; i < 50000; ++i) lines += "Mr President,\n";
    CHECK(test::read(lines).blocks.size() == 50000);
    CHECK(test::read(std::string(300000, '(')).blocks.size() == 1);
}
