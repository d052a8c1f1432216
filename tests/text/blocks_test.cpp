#include "text/blocks.hpp"

#include <catch2/catch.hpp>

#include "model/dump.hpp"
#include "support.hpp"

using namespace declaim;

namespace {

/// The blocks of a speech whose first paragraph is prose, one a line; that paragraph is left out.
std::string blocks(const std::string& text, const char* language = "en") {
    std::string out = dump(test::read("It is late.\n\n" + text, language));
    return out.substr(out.find(".]\n") + 3);
}

}  // namespace

TEST_CASE("blocks: emphasis before a colon is spoken") {
    const std::vector<std::string> cases{
        "TO OUR ALLIES: we will stand by you.",
        "TO OUR ALLIES: We will stand by you.\n\nTO OUR FOES: We will not yield.",
        "ON TAXES: We will cut them.",
        "NEVER AGAIN: That is what we said.",
        "NEVER AGAIN: That is what we said.\n\nNEVER AGAIN: That is what we say.",
        "Our Goal: Peace.\n\nOur Goal: Bread.",
        "EDUCATION FIRST: It matters.",
        "EDUCATION FIRST: it matters.\n\nEDUCATION FIRST: it always did.",
        "Climate Action: We act.\n\nClimate Action: We must.\n\nHealth Care: Yes.\n\nHealth Care: "
        "Now.",
        "NOW: We march.\n\nNOW: We win.",
        "Question: Who pays?\n\nAnswer: We all do.",
        "A: That is the first letter.",
        "THE PRESIDENT: he is a good man.",
        "THE GOVERNOR: A man of few words.",
        "Climate Action: We act.\n\nClean Water: We need clean water.\n\nClimate Action: The "
        "climate is one thing, action another.",
        "A man came.\n\nA woman left.",
        "He met Mr. Smith. The house was cold.",
        "The USA. A great land.",
        "TAX REFORM: It is time.\n\nEUROPE: We need it.\n\nEUROPE: We want it.",
    };
    for (const std::string& text : cases) {
        CAPTURE(text);
        CHECK(blocks(text).find("speaker_label") == std::string::npos);
    }
}

TEST_CASE("blocks: who speaks is a label") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Q: Where were you?\n\nA: At home.", "Q:|A:"},
        {"MODERATOR: Good day.\n\nANNA MEIER (Minister of Health): Thank you.\n\n"
         "QUESTION (Latvian Radio): Why?\n\nANNA MEIER: Because.\n\nA: Yes.",
         "MODERATOR:|ANNA MEIER (Minister of Health):|QUESTION (Latvian Radio):|ANNA MEIER:|A:"},
        {"THE PRESIDENT (smiling): Thank you.\n\nTHE PRESIDENT (laughing): No.",
         "THE PRESIDENT (smiling):|THE PRESIDENT (laughing):"},
        {"Lord Marsh: Good day.\n\nQuestion: Why?\n\nLord Marsh: So.",
         "Lord Marsh:|Question:|Lord Marsh:"},
        {"Mr. DOE. Mr. Speaker, I yield.\n\nThe SPEAKER. The gentleman yields.\n\n"
         "Ms. ROE of Ruritania. I thank you.",
         "Mr. DOE.|The SPEAKER.|Ms. ROE of Ruritania."},
        {"Q Mr. President, why?\n\nTHE PRESIDENT: So.\n\nQ Is it?\n\nTHE PRESIDENT: Yes.",
         "Q|THE PRESIDENT:|Q|THE PRESIDENT:"},
        {"Ms. ROE (Chair): I thank the gentleman.\n\nMr. DOE: Yes.\n\nMs. ROE (Chair): So.",
         "Ms. ROE (Chair):|Mr. DOE:|Ms. ROE (Chair):"},
        {"Q. Why?\n\nA. So.\n\nQ. Is it?\n\nA. Yes.", "Q.|A.|Q.|A."},
        {"ANNA MEIER:\n\nGood day to you.\n\nBERT DE WITT:\n\nGood day.\n\nANNA MEIER:\n\n"
         "Well then.",
         "ANNA MEIER:|BERT DE WITT:|ANNA MEIER:"},
        {"ANNA MEIER\n\nGood day to you.\n\nBERT MARSH\n\nGood day.\n\nANNA MEIER\n\n"
         "Well then.\n\nBERT MARSH\n\nSo.",
         "ANNA MEIER|BERT MARSH|ANNA MEIER|BERT MARSH"},
        {"Anna Meier (00:01):\nGood day.\n\nBert Marsh (00:09):\nYes.\n\nAnna Meier (00:12):\n"
         "Well.",
         "Anna Meier:|Bert Marsh:|Anna Meier:"},
        {"SMITH: Yes.\n\nJANE DOE: No.\n\nSMITH: Yes.\n\nJANE DOE: No.",
         "SMITH:|JANE DOE:|SMITH:|JANE DOE:"},
    };
    for (const auto& [text, expected] : cases) {
        std::string labels;
        for (const Block& block : test::read("It is late.\n\n" + text).blocks)
            if (block.kind == BlockKind::speaker_label)
                labels += (labels.empty() ? "" : "|") + block.text;
        CHECK(labels == expected);
    }
}

TEST_CASE("blocks: what a speaker says in brackets is spoken, what the stage does is not") {
    struct Case {
        const char* text;
        bool direction;
        const char* language = "en";
    };
    const Case cases[] = {
        {"(The music never stopped.)", false},
        {"(I see some of you in the audience remember it too.)", false},
        {"(The crowd was larger than we had feared.)", false},
        {"(Silence is also an answer.)", false},
        {"(The silence of the night.)", false},
        {"(Music saved lives.)", false},
        {"[We must never forget this.]", false},
        {"[We will not go back]", false},
        {"(WE WILL NOT GO BACK)", false},
        {"(FREEDOM FOREVER)", false},
        {"[I switch to French.]", false},
        {"(Applause.)", true},
        {"(Prolonged applause on the left)", true},
        {"(Laughter and applause.)", true},
        {"(The audience laughs.)", true},
        {"(The audience laughing)", true},
        {"[Video plays]", true},
        {"[At this point the lights went out.]", true},
        {"[At this point the Queen paused for applause. He then resumed.]", true},
        {"[At this point the Queen paused to greet a guest from the audience. He then resumed.]",
         true},
        {"[Pointing at a member of the audience.]", true},
        {"[Applause. We shall not go.]", false},
        {"[End of recording]", true},
        {"(Beifall bei der SPD)", true, "de"},
        {"(Lebhafter Beifall auf der Linken)", true, "de"},
        {"(Zuruf von der CDU/CSU: Das ist falsch!)", true, "de"},
        {"(Applaudissements sur les bancs du groupe socialiste.)", true, "fr"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const std::string alone = blocks(std::string(c.text) + "\n\nIt is so.", c.language);
        CHECK((alone.find("direction") == 0) == c.direction);
        const bool square = c.text[0] == '[';
        if (square) continue;
        const std::string inside = blocks("It is so. " + std::string(c.text) + " So.", c.language);
        CHECK((inside.find("direction") != std::string::npos) == c.direction);
    }
}

TEST_CASE("blocks: an editor's remark at the foot") {
    const std::vector<std::pair<std::string, std::size_t>> cases{
        // and the notes in it
        {"Note: I said we, not they.\n\nThank you.", 0},
        {"Note: Words matter.\n\nThank you.", 0},
        {"Note: Words matter.\n\nLadies and gentlemen,\n\nWords matter.", 0},
        {"Note: Words matter.", 0},
        {"Note: The President lied in 1974.", 0},
        {"Thank you.\n\nThe speech was delivered in Strelsau and broadcast by radio.", 1},
        {"Thank you.\n\nThe river will always be there for the people.", 0},
        {"Thank you.\n\nNote: Delivered from a balcony.", 1},
        {"Note: The President spoke at noon.", 1},
        {"Note: The President was introduced by John J. Roe at 9 p.m.", 1},
        {"Note: The President spoke at 10:01 a.m. in the hall.\n\nThe text is in the archive.", 2},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        std::size_t notes = 0;
        for (const Block& block : test::read("It is late.\n\n" + text).blocks)
            if (block.kind == BlockKind::note) ++notes;
        CHECK(notes == expected);
    }
}

namespace {

const char* const kProse =
    "We have come a long way since then, and we will go further still, because the road is long.";

/// The kinds of the blocks between two paragraphs of prose.
std::string kinds(const std::string& text, const std::string& prose = kProse) {
    std::string out;
    const Speech speech =
        test::read(std::string(prose) + "\n\n" + text + "\n\n" + std::string(prose));
    for (std::size_t i = 1; i + 1 < speech.blocks.size(); ++i)
        out += (out.empty() ? "" : " ") + std::string(name_of(speech.blocks[i].kind));
    return out;
}

const char* const kWrapped =
    "We have come a long way since then, and we will go further still, because\n"
    "the road is long and the work is hard, but nobody in this room has been\n"
    "afraid of work or of the hours it takes.";

}  // namespace

TEST_CASE("blocks: verse, quotations, lists and headings") {
    const std::string stanza =
        "The river comes down from the hill\nAnd nobody asks it to stay;\n"
        "It turns the old wheel of the mill\nAnd carries the summer away.";
    const std::pair<std::string, std::string> cases[] = {
        {stanza, "verse"},
        {stanza + "\n\n" + stanza, "verse verse"},
        {"We won.\nWe lost.\nWe came back.\nWe are here.",
         "paragraph paragraph paragraph paragraph"},
        {"Anna Meier\nBert de Witt\nCarl Marsh\nDora Doe",
         "paragraph paragraph paragraph paragraph"},
        {"Mr. President,\nExcellencies,\nDear friends,\nLadies and gentlemen,",
         "address address address address"},
        {"1. Bread\n2. Land\n3. Peace", "list_item list_item list_item"},
        {"a) Bread;\nb) Land;\nc) Peace.", "list_item list_item list_item"},
        {"(1) Bread.\n\n(2) Land.", "list_item list_item"},
        {"1. Bread alone.", "paragraph"},
        {"• Bread\n• Land", "list_item list_item"},
        {"1. The economy\n\n" + std::string(kProse) + "\n\n2. The schools",
         "heading paragraph heading"},
        {"My grandfather used to say:\n\n\"The road is long, and the one who walks it alone walks "
         "it twice.\"",
         "paragraph quote"},
        {"The Price of Bread", "heading"},
        {"Thank You All", "paragraph"},
        {"WHAT WE OWE", "heading"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(kinds(text) == expected);
    }
    CHECK(kinds(stanza, kWrapped) == "verse");
    CHECK(kinds("    The road is long, and the one who walks it alone has\n    to walk it twice, "
                "as my grandfather used to say.",
                kWrapped) == "quote");
    CHECK(kinds("    The road is long, and the one who walks it alone has\nto walk it twice, "
                "as my grandfather used to say.",
                kWrapped) == "paragraph");
    const Speech speech = test::read(std::string(kWrapped) + "\n\n" + stanza + "\n\n" + kWrapped);
    REQUIRE(speech.blocks.size() == 3);
    CHECK(speech.blocks[1].text == stanza);
    CHECK(speech.blocks[1].sentences.size() == 1);
}

TEST_CASE("blocks: stage directions in many brackets and languages") {
    struct Case {
        const char* text;
        bool direction;
        const char* language = "en";
    };
    const Case cases[] = {
        {"(Music, sweet music.)", false},
        {"(Silence in the valley, silence on the hill.)", false},
        {"(Cheers to the cooks.)", false},
        {"[Bread, land and peace]", false},
        {"[Music for the poor]", false},
        {"*very*", false},
        {"*never again*", false},
        {"(Applause from the gallery.)", true},
        {"[Laughter and cheers]", true},
        {"(Applause on the left and on the Government benches)", true},
        {"(Loud and prolonged applause.)", true},
        {"*applause*", true},
        {"{laughter}", true},
        {"<applause>", true},
        {"(Beifall bei der CDU/CSU)", true, "de"},
        {"(Beifall bei der SPD sowie bei Abgeordneten der FDP)", true, "de"},
        {"(Musik in der Nacht.)", false, "de"},
        {"(Applaudissements à droite)", true, "fr"},
        {"(Vifs applaudissements prolongés sur les bancs de la gauche.)", true, "fr"},
        {"(Silence dans la vallée.)", false, "fr"},
        {"(Aplausos prolongados.)", true, "es"},
        {"(Aplausos y risas en la sala)", true, "es"},
        {"(Música para los pobres)", false, "es"},
        {"(Applausi a sinistra)", true, "it"},
        {"(Palmas)", true, "pt"},
        {"(Applaus)", true, "nl"},
        {"(Oklaski na sali)", true, "pl"},
        {"(Бурные аплодисменты)", true, "ru"},
        {"(Смех в зале)", true, "ru"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const std::string alone = blocks(std::string(c.text) + "\n\nIt is so.", c.language);
        CHECK((alone.find("direction") == 0) == c.direction);
        const std::string inside = blocks("It is so. " + std::string(c.text) + " So.", c.language);
        CHECK((inside.find("direction") != std::string::npos) == c.direction);
    }
}

TEST_CASE("blocks: who speaks, in other languages") {
    const auto labels = [](const std::string& text, const char* language) {
        std::string out;
        for (const Block& block : test::read(text, language).blocks)
            if (block.kind == BlockKind::speaker_label)
                out += (out.empty() ? "" : "|") + block.text;
        return out;
    };
    CHECK(labels("M. Dupont. – Je vous remercie.\n\nLe président. – La parole est à Mme Roux.\n\n"
                 "Mme Roux. – Merci.",
                 "fr") == "M. Dupont. –|Le président. –|Mme Roux. –");
    CHECK(labels("Le Président : Bonsoir à tous.\n\nQuestion : Pourquoi ?\n\nLe Président : Parce "
                 "que.",
                 "fr") == "Le Président :|Question :|Le Président :");
    CHECK(labels("Präsident: Das Wort hat Frau Roe.\n\nFrau Roe: Danke schön.\n\nPräsident: Bitte.",
                 "de") == "Präsident:|Frau Roe:|Präsident:");
    CHECK(labels("Вопрос: Почему?\n\nОтвет: Потому.\n\nВопрос: Когда?\n\nОтвет: Сейчас.", "ru") ==
          "Вопрос:|Ответ:|Вопрос:|Ответ:");
}

TEST_CASE("blocks: stage directions stand between the sentences of list items too") {
    CHECK(blocks("• We won. (Laughter) Twice.\n\n• They lost. (Applause)\n") ==
          "list_item 3 [We won.]\ndirection 3 [(Laughter)]\nlist_item 3 [Twice.]\n"
          "list_item 5 [They lost.]\ndirection 5 [(Applause)]\n");
}
