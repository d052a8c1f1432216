#include <catch2/catch.hpp>

#include "model/dump.hpp"
#include "support.hpp"

using namespace declaim;

namespace {

const std::string kBody =
    "We have come a long way since then, and we will go further still, because the road is "
    "long.\n\n";

/// What was dropped of a document, in order.
std::string dropped(const std::string& text, const char* language = "en") {
    std::string out;
    for (const Dropped& part : test::read(text, language).dropped)
        out += "[" + part.reason + ": " + part.text + "]";
    return out;
}

std::string addresses(const std::string& text, const char* language = "en") {
    std::string out;
    for (const Block& block : test::read(text, language).blocks)
        if (block.kind == BlockKind::address) out += (out.empty() ? "" : "|") + block.text;
    return out;
}

std::string facts(const std::string& text) { return dump(test::read(text).metadata); }

}  // namespace

TEST_CASE("edges: what stands below the close") {
    const std::pair<std::string, std::string> cases[] = {
        {"Jane Doe\nMinister of Health", "[signature: Jane Doe][signature: Minister of Health]"},
        {"About the author\nJane Doe lives in the valley with her family.",
         "[footer: About the author][footer: Jane Doe lives in the valley with her family.]"},
        {"This page was last modified on 3 May 2011.",
         "[site line: This page was last modified on 3 May 2011.]"},
        {"Previous: Bread\nTags: rivers, bridges",
         "[footer: Previous: Bread][footer: Tags: rivers, bridges]"},
        {"Long live Strelsau", ""},
        {"God Bless Ruritania", ""},
        {"We will win.", ""},
        {"About the author\nI have nothing to say.", ""},
        {"Tomorrow:\n\nSource of all joy", ""},
    };
    for (const auto& [foot, expected] : cases)
        CHECK(dropped(kBody + kBody + "Thank you.\n\n" + foot + "\n") == expected);
    CHECK(dropped("Remarks by Jane Doe\n\n" + kBody + "Thank you.\n\nJane Doe\n") ==
          "[title: Remarks by Jane Doe][signature: Jane Doe]");
    CHECK(dropped(kBody + "Merci.\n\nÀ propos de l’auteur\nJane Doe est membre du conseil.\n",
                  "fr") ==
          "[footer: À propos de l’auteur][footer: Jane Doe est membre du conseil.]");
    CHECK(dropped(kBody + "Danke.\n\nZur Person\nJane Doe lebt im Tal.\n", "de") ==
          "[footer: Zur Person][footer: Jane Doe lebt im Tal.]");
}

TEST_CASE("edges: what stands above the header") {
    CHECK(dropped("Abstract: The Minister sets out the policy of the Government.\n\n"
                  "Check against delivery\n\nRemarks by Jane Doe\n\nLadies and gentlemen,\n\n" +
                  kBody) ==
          "[abstract: Abstract: The Minister sets out the policy of the Government.]"
          "[notice: Check against delivery][title: Remarks by Jane Doe]");
    CHECK(dropped("This site uses cookies to improve your experience.\n\nRemarks by Jane Doe\n\n"
                  "3 May 2011\n\nDownload PDF\nPrint this page\n\n" +
                  kBody) ==
          "[abstract: This site uses cookies to improve your experience.]"
          "[title: Remarks by Jane Doe][date line: 3 May 2011][navigation: Download PDF]"
          "[navigation: Print this page]");
    CHECK(dropped("The river is deep.\n\nI know it.\n\nSpeech by the river\n\n" + kBody).empty());
    CHECK(facts("From: Press Office <press@example.org>\nTo: All media\nDate: Tue, 3 May 2011\n"
                "Subject: Remarks of Jane Doe on rivers\n\nLadies and gentlemen,\n\n" +
                kBody) ==
          "title=Remarks of Jane Doe on rivers | speaker=Jane Doe | "
          "date=2011-05-03");
    CHECK(
        facts("John Smith\nState Secretary\nA world without mines\n\nWorld Bread Forum, Strelsau\n"
              "3 May 2011\n\nExcellencies,\n\n" +
              kBody) ==
        "title=A world without mines | speaker=John Smith | date=2011-05-03 | "
        "occasion=World Bread Forum | place=Strelsau");
    CHECK(facts(kBody + "Thank you.\n\nStrelsau, 4 May 2011\n") == "date=2011-05-04");
}

TEST_CASE("edges: salutations one a line without marks, with dashes, below a greeting") {
    const std::string wrapped =
        "We have come a long way since then, and we will go further still, because\n"
        "the road is long and the work is hard, but nobody in this room has been\n"
        "afraid of work or of the hours it takes.\n\n";
    CHECK(addresses("Your Majesty\nHonourable Ministers\nMembers of Parliament\nMr. Mayor\n"
                    "Governors\nDistinguished guests\nLadies and gentlemen\n\n" +
                    kBody) ==
          "Your Majesty|Honourable Ministers|Members of Parliament|Mr. Mayor|Governors|"
          "Distinguished guests|Ladies and gentlemen");
    CHECK(addresses("Your Majesty\nHonourable Prime Minister\nDistinguished guests\n\n" +
                    wrapped) == "Your Majesty|Honourable Prime Minister|Distinguished guests");
    CHECK(addresses("- Mr. President,\n- Excellencies,\n\n" + kBody) ==
          "Mr. President,|Excellencies,");
    CHECK(addresses("Mr. President,\nExcellencies, Heads of State and of Government\n"
                    "and of delegations,\n\n" +
                    wrapped) ==
          "Mr. President,|Excellencies, Heads of State and of Government and of delegations,");
    CHECK(
        addresses("I call on the parties:\n\n" + kBody + "Dear reader letters came.\n\n").empty());
    CHECK(dropped("Remarks by Jane Doe\n\nWhat a night\nMr. President,\n\n" + kBody) ==
          "[title: Remarks by Jane Doe]");
}
