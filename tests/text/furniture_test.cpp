#include "text/furniture.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support.hpp"

using namespace declaim;

namespace {

/// One line per dropped line: its reason and text.
std::string dropped(const std::string& text, const char* language = "en") {
    std::string out;
    for (const Dropped& line : test::read(text, language).dropped)
        out += "[" + line.reason + ": " + line.text + "]";
    return out;
}

const std::string kBody = "We have come a long way since then, and we will go further still.\n\n";
const std::string kWrapped =
    "The river that we live by has carried our boats and our bread for as long\n"
    "as any of us can remember, and it will carry them when we are gone.\n\n"
    "So be it. Thank you.\n";

struct Case {
    std::string text;
    std::string dropped;
    const char* language = "en";
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(dropped(c.text, c.language) == c.dropped);
    }
}

/// Sections under headings with a number.
std::string sections(const std::string& head, const std::vector<int>& numbers,
                     const std::string& tail = "") {
    std::string out;
    for (const int number : numbers)
        out.append(head).append(std::to_string(number)).append(tail + "\n\n").append(kBody);
    return out;
}

/// Pages of wrapped lines, numbered at their foot; each breaks off inside a sentence.
std::string pages(int count, const std::string& foot) {
    std::string out;
    for (int page = 1; page <= count; ++page) {
        for (char line = 'a'; line < 'y'; ++line)
            out += std::string("the river ") + line + static_cast<char>('a' + page) +
                   " carries what it carries, and we who live by it have carried" +
                   (line == 'm' ? ".\n" : "\n");
        out += "\n" + foot + std::to_string(page) + "\n\n";
    }
    return out + "and so be it.\n";
}

}  // namespace

TEST_CASE("furniture: salutations to a person open the speech") {
    check({
        {"Sehr geehrter Herr Müller,\n\nlieber Hans,\n\nich freue mich sehr, hier zu sein.", "",
         "de"},
        {"Cher Pierre,\nChère Anne,\n\nC'est un grand jour pour la ville.", "", "fr"},
        {"Dear John, dear Mary,\n\n" + kBody, ""},
        {"Mr. Smith,\n\n" + kBody, ""},
        {"Уважаемый Михаил Борисович,\n\nМы собрались здесь сегодня.", "", "ru"},
        {"Уважаемый Михаил Борисович!\n\nМы собрались здесь сегодня.", "", "ru"},
        {"Mr. John Smith,\nPresident of the Assembly,\nat the River Conference\n\n" + kBody,
         "[title: Mr. John Smith,][title: President of the Assembly,]"
         "[occasion: at the River Conference]"},
    });
}

TEST_CASE("furniture: sentences that begin like an occasion, a byline or a date") {
    check({
        {"To the families who lost their homes on the night of the flood I say this,\n"
         "that nobody here will rest until every roof is whole again.\n\n" +
             kWrapped,
         ""},
        {"For the first time in the history of this country a government has asked you\n"
         "what you think of the water.\n\n" +
             kWrapped,
         ""},
        {"At the end of the last war my grandfather walked home from the coast with\n"
         "nothing but a coat and a loaf of bread.\n\n" +
             kWrapped,
         ""},
        {"By Friday the Government of Canada will have signed the treaty that we have\n"
         "all been waiting for since the spring.\n\n" +
             kWrapped,
         ""},
        {"On 3 May 1998 in Warsaw, Poland,\na young man stood before the river and said that it\n"
         "was enough, that he would go no further.\n\n" +
             kWrapped,
         ""},
        {"To the people of Ireland I say:\n\n" + kBody, ""},
        {"At the Academy of J. I. Smith\n\n" + kBody, "[occasion: At the Academy of J. I. Smith]"},
    });
}

TEST_CASE("furniture: opening lines without a full stop") {
    const std::string head = "Remarks by Jane Doe\n\n";
    const std::string title = "[title: Remarks by Jane Doe]";
    for (const char* opening :
         {"Thank you\n\nThank you very much\n\n", "Good evening\n\nWhat a night\n\n",
          "Thank you, Mr. President\n\n", "So, where were we\n\n",
          "How many roads must a man walk down\n\n",
          "It was a dark night; the river rose -\n\nand nobody slept.\n\n",
          "- peace;\n- bread;\n- land.\n\n", "The sea is calm tonight\nThe tide is full\n\n"})
        check({{head + opening + kBody, title}});
    check({
        {head + "1. The economy\n\n" + kBody + "2. The schools\n\n" + kBody, title},
        {head + "The Crisis\n\n" + kBody + "The Answer\n\n" + kBody, title},
        {"The Town We Need\n\nThe Crisis\n\n" + kBody + "The Answer\n\n" + kBody,
         "[title: The Town We Need]"},
        {"Our common future\n\nMr. President,\n\n" + kBody, "[title: Our common future]"},
        {"Thank you\n\nMr. President,\n\n" + kBody, ""},
        {"Question:\n\nWhat is freedom?\n\n" + kBody, ""},
        {head + "The Crisis\n\n" + kBody, title + "[title: The Crisis]"},
        {"Thank you\n\nThank you very much\n\n" + kBody, ""},
        {"Thank you. Thank you very much. (Applause)\n\n" + kBody, ""},
        {"JANE DOE: Thank you, thank you (applause)\n\n" + kBody, ""},
        {"Who We Are\n\nby Jane Doe\n\nMayor of Strelsau\nVenue: our town\n\n" + kBody,
         "[title: Who We Are][byline: by Jane Doe][title: Mayor of Strelsau]"
         "[title: Venue: our town]"},
        {"Where we stand\n\nStatement by Jane Doe\n\n" + kBody,
         "[title: Where we stand][title: Statement by Jane Doe]"},
    });
}

TEST_CASE("furniture: numbers alone are no evidence of pages") {
    check({
        {sections("Priority ", {1, 2, 3}), ""},
        {sections("Article ", {1, 2, 3}, ":"), ""},
        {kBody + sections("Price list ", {2011, 2012, 2013}), ""},
        {sections("", {1914, 1915, 1916}), ""},
        {sections("(", {1, 2}, ")"), ""},
        {kBody + "On day 1 we marched\n\nOn day 2 we marched\n\nOn day 3 we marched\n\n" + kBody,
         ""},
        {kBody + "Priority 1\nPriority 2\nPriority 3\n\n" + kBody, ""},
        {kBody + "2 of 3\n\n" + kBody, ""},
    });
}

TEST_CASE("furniture: running heads and page marks inside sentences, far apart, at page breaks") {
    check({
        {pages(3, "River Papers "),
         "[running head: River Papers 1][running head: River Papers 2]"
         "[running head: River Papers 3]"},
        {pages(3, ""), "[page mark: 1][page mark: 2][page mark: 3]"},
        {kBody + "7\n\f" + kBody, "[page mark: 7]"},
        {kBody + "- 1 -\n\nwe say no more,\n\n- 2 -\n\nwe say no more,\n\n" + kBody,
         "[page mark: - 1 -][page mark: - 2 -]"},
        {kBody + "- 3 -\n\n" + kBody, "[page mark: - 3 -]"},
        {"1/4\n" + kBody + "29\n" + kBody + "3/4\n" + kBody + "4/4",
         "[page mark: 1/4][page mark: 3/4][page mark: 4/4]"},
        {kBody + "* * *\n\n" + kBody + "-----\n" + kBody, "[separator: * * *][separator: -----]"},
        {"00:01\n" + kBody + kBody + kBody + kBody + "00:09\n" + kBody + kBody + kBody + kBody +
             "00:17\n" + kBody + kBody + kBody,
         "[time: 00:01][time: 00:09][time: 00:17]"},
    });
}

TEST_CASE("furniture: an end without full stops is no foot") {
    check({
        {kBody + "What do they need?\n\nVideo lessons for every child\nPhones for every nurse\n"
                 "Contact with their own government",
         ""},
        {kBody + "Back to the land\nHome to the village\nMore news from the fields", ""},
        {kBody + "- 3 May 1998\n- 11 September 2001\n- 24 June 2016", ""},
        {kBody + "When was it?\n\n3 May 1998", ""},
        {kBody + "Video\n\nGo to Homepage | Site of the League",
         "[notice: Video][navigation: Go to Homepage | Site of the League]"},
        {kBody + "Media inquiries\nJane Doe: (02) 6277 7420",
         "[footer: Media inquiries][footer: Jane Doe: (02) 6277 7420]"},
    });
}

TEST_CASE("furniture: a sentence at the edge is no menu") {
    check({
        {kBody + "Follow us.\n", ""},
        {kBody + "Weiter so!\n", "", "de"},
        {kBody + "Вперёд!\n", "", "ru"},
    });
}

TEST_CASE("furniture: contacts and marks of sheets") {
    check({
        {kBody + "Veterans may call 1-800-555-0100.\n",
         "[footer: Veterans may call 1-800-555-0100.]"},
        {kBody + "I call you on 1-800-555-0100.\n", ""},
        {kBody + "- more -\n\nDOE/Bread, page 2\n\n" + kBody,
         "[page mark: - more -][running head: DOE/Bread, page 2]"},
    });
}

TEST_CASE("furniture: lines that frame transcripts") {
    const std::string begin = "[frame: [Begin transcript]]";
    const std::string end = "[frame: [End transcript]]";
    const std::string framed = "[Begin transcript]\n\n" + kBody + "[End transcript]\n\n";
    check({
        {framed + framed, begin + end + begin + end},
        {kBody + "[Transcript begins]\n\n" + kBody, "[frame: [Transcript begins]]"},
        {kBody + "ENDS\n\nFigures are rounded.\n", "[frame: ENDS][frame: Figures are rounded.]"},
        {kBody + "# # #\n\nI go on below.\n", "[frame: # # #]"},
        {kBody + "Ends and means\n\nI go on below.\n", ""},
        {framed + "The Press Office\n", begin + end + "[frame: The Press Office]"},
        {framed + "It is late. I go home.\n", begin + end},
        {framed + "Notes to editors: the figures are of 2004.\n",
         begin + end + "[frame: Notes to editors: the figures are of 2004.]"},
    });
}
