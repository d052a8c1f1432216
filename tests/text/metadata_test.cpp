#include "text/metadata.hpp"

#include <catch2/catch.hpp>

#include "model/dump.hpp"
#include "support.hpp"

using namespace declaim;

namespace {

/// The metadata of a document with that header, in the words of the dump.
std::string metadata(const std::string& header, const char* language = "en") {
    const std::string body = std::string(language) == "en"
                                 ? "I am glad to be here with you all tonight."
                                 : "Сегодня мы собрались здесь, чтобы решить важный вопрос.";
    const std::string out = dump(test::read(header + "\n\n" + body + "\n", language));
    return out.substr(0, out.find('\n'));
}

}  // namespace

TEST_CASE("metadata: the speaker is a name, not what stands beside one") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"REMARKS BY THE PRESIDENT ON BROADBAND", "title=REMARKS BY THE PRESIDENT ON BROADBAND"},
        {"SPEECH BY THE HON. MINISTER OF EDUCATION, PROF. ANNA MARSH",
         "title=SPEECH BY THE HON. MINISTER OF EDUCATION, PROF. ANNA MARSH | speaker=ANNA MARSH | "
         "role=MINISTER OF EDUCATION"},
        {"JOHN SMITH\nPRESIDENT OF THE REPUBLIC\n\nADDRESS ON BREAD\n\n3 MAY 2001",
         "title=ADDRESS ON BREAD | speaker=JOHN SMITH | role=PRESIDENT OF THE REPUBLIC | "
         "date=2001-05-03"},
        {"JANE DOE\n\nMinister of Health", "speaker=JANE DOE | role=Minister of Health"},
        {"Jane Doe, Minister of Health\n\nThe Winter",
         "title=The Winter | speaker=Jane Doe | role=Minister of Health"},
        {"Minister for Trade\nThe Hon Jane Doe MP\n\nAddress on Bread",
         "title=Address on Bread | speaker=Jane Doe"},
        {"Transcript: Jane Doe, \"What the ice remembers\"",
         "title=Transcript: Jane Doe, \"What the ice remembers\" | speaker=Jane Doe"},
        {"Anna MARSH\n\nMember of the League\n\nBread Is Not a Luxury",
         "title=Bread Is Not a Luxury | speaker=Anna MARSH"},
        {"Remarks by Jane Doe\nLondon, 3 May 2001",
         "title=Remarks by Jane Doe | speaker=Jane Doe | date=2001-05-03 | place=London"},
        {"Remarks by Jane Doe\n\nat the Annual Conference\nof the Royal College of Nursing,\n"
         "Harrogate, 3 May 2001.",
         "title=Remarks by Jane Doe | speaker=Jane Doe | date=2001-05-03 | "
         "occasion=Annual Conference | place=Harrogate"},
        {"'The Courage to Wait': Jane Doe's Commencement address",
         "title='The Courage to Wait': Jane Doe's Commencement address | speaker=Jane Doe | "
         "occasion=Commencement address"},
    };
    for (const auto& [header, expected] : cases) CHECK(metadata(header) == expected);
    CHECK(metadata("Выступление Министра культуры Н.А.Вороновой на открытии конференции "
                   "\"Музей\", Санкт-Петербург, 19 июня 2008 года",
                   "ru")
              .find("speaker=Н.А.Вороновой") != std::string::npos);
}

TEST_CASE("metadata: the title is that of the speech") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"Jane Doe: The Next Ten Years\n\nLecture by Jane Doe, at the Academy, 3 May 2001",
         "title=The Next Ten Years | speaker=Jane Doe | date=2001-05-03 | occasion=Academy"},
        {"Ministry of Water\n\nHome > News > 2011\n\nLiving with the Water\n\n"
         "Speech by Jane Doe at the Academy",
         "title=Living with the Water | speaker=Jane Doe | occasion=Academy"},
        {"Ministry of Water\n\nSpeeches and Interviews\n\nAddress by Jane Doe",
         "title=Address by Jane Doe | speaker=Jane Doe"},
        {"Hill University\n\n'The Courage to Wait': Jane Doe's Commencement address",
         "title='The Courage to Wait': Jane Doe's Commencement address | speaker=Jane Doe | "
         "occasion=Commencement address"},
        {"Prime Minister\n\nSpeech by Jane Doe", "title=Speech by Jane Doe | speaker=Jane Doe"},
        {"SPEECH/08/118\n\nBread for All", "title=Bread for All"},
    };
    for (const auto& [header, expected] : cases) CHECK(metadata(header) == expected);
}

TEST_CASE("metadata: dates and occasions") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"For Immediate Release                    January 18, 2007\n\nREMARKS BY THE PRESIDENT",
         "title=REMARKS BY THE PRESIDENT | date=2007-01-18"},
        {"Published on 18 January 2007\n\nRemarks by Jane Doe",
         "title=Remarks by Jane Doe | speaker=Jane Doe"},
        {"Remarks by Jane Doe at the Guildhall on Monday",
         "title=Remarks by Jane Doe at the Guildhall on Monday | speaker=Jane Doe | "
         "occasion=Guildhall"},
        {"STATEMENT\nBY\nH.E. MR. JOHN DOE\nMINISTER OF WATER\nAT THE\nGENERAL DEBATE OF THE "
         "LEAGUE",
         "speaker=JOHN DOE | occasion=GENERAL DEBATE OF THE LEAGUE"},
    };
    for (const auto& [header, expected] : cases) CHECK(metadata(header) == expected);
}
