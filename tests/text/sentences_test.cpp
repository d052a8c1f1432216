#include "text/sentences.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace declaim;

namespace {

std::string split(const std::string& text, const char* language) {
    const Rules rules = test::rules_for(language);
    std::string out;
    for (const ByteRange& range : SentenceSplitter(rules).split(text))
        out += "[" + text.substr(range.begin, range.size()) + "]";
    return out;
}

}  // namespace

TEST_CASE("sentences: where they end and where only an abbreviation does") {
    struct Case {
        const char* text;
        const char* language;
        const char* sentences;
    };
    const Case cases[] = {
        {"", "en", ""},
        {"One. Two! Three? Four", "en", "[One.][Two!][Three?][Four]"},
        {"Mr. Smith met Gen. Jones at St. Paul.", "en", "[Mr. Smith met Gen. Jones at St. Paul.]"},
        {"J. F. Kennedy spoke. We listened.", "en", "[J. F. Kennedy spoke.][We listened.]"},
        {"The U.S. Army came. It left the U.S. The end.", "en",
         "[The U.S. Army came.][It left the U.S.][The end.]"},
        {"See No. 5. No. Never.", "en", "[See No. 5.][No.][Never.]"},
        {"Many tools, e.g. Swiss knives. Good.", "en", "[Many tools, e.g. Swiss knives.][Good.]"},
        {"He said: “Go.” She went.", "en", "[He said: “Go.”][She went.]"},
        {"“Why?” he asked. (So did I.) Yes.", "en", "[“Why?” he asked.][(So did I.)][Yes.]"},
        {"Am 3. Oktober war es so. Heute nicht.", "de", "[Am 3. Oktober war es so.][Heute nicht.]"},
        {"Das ist z.B. Berlin. Und Bonn.", "de", "[Das ist z.B. Berlin.][Und Bonn.]"},
        {"1. Defence comes first. So.", "en", "[1. Defence comes first.][So.]"},
        {"Il dit : « Non ! » Puis il partit.", "fr", "[Il dit : « Non ! »][Puis il partit.]"},
        {"Er sagte: »Nein.« »Doch.« Gut.", "de", "[Er sagte: »Nein.«][»Doch.«][Gut.]"},
        {"Enough! ... !!! Now.", "en", "[Enough! ... !!!][Now.]"},
        {"— — Yes. No.", "en", "[— — Yes.][No.]"},
        {"...", "en", "[...]"},
        {"We went by the long road over the hills. 12 Men and their horses came back, and no more.",
         "en",
         "[We went by the long road over the hills.][12 Men and their horses came back, and no "
         "more.]"},
        {"“Is the bridge over the river open?” asked all of them there. 'It was not open!' Later.",
         "en",
         "[“Is the bridge over the river open?” asked all of them there.]['It was not "
         "open!'][Later.]"},
        {"M. Dupont parle. Il finit.", "fr", "[M. Dupont parle.][Il finit.]"},
        {"В 2000 г. Россия была иной. Мы помним.", "ru",
         "[В 2000 г. Россия была иной.][Мы помним.]"},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(split(c.text, c.language) == c.sentences);
    }
}

TEST_CASE("sentences: none is longer than the engine takes, and none loses a byte") {
    const Rules rules = test::rules_for("en");
    SentenceSplitter splitter(rules);
    std::string clauses;
    for (int i = 0; i < 300; ++i) clauses += "word and word, ";
    const std::string texts[] = {clauses, std::string(5000, 'x'), [] {
                                     std::string text;
                                     for (int i = 0; i < 1500; ++i) text += "é";
                                     return text;
                                 }()};
    for (const std::string& text : texts) {
        std::size_t covered = 0;
        std::size_t last = 0;
        for (const ByteRange& range : splitter.split(text)) {
            CHECK(range.size() > 0);
            CHECK(range.size() <= kLongestSentence);
            CHECK(range.begin >= last);
            CHECK((static_cast<unsigned char>(text[range.begin]) & 0xC0U) != 0x80U);
            last = range.end;
            for (std::size_t i = range.begin; i < range.end; ++i)
                covered += text[i] != ' ' ? 1U : 0U;
        }
        std::size_t solid = 0;
        for (const char c : text) solid += c != ' ' ? 1U : 0U;
        CHECK(covered == solid);
    }
    CHECK(text_of(Block{BlockKind::paragraph, clauses, "en", {}, {}},
                  Sentence{splitter.split(clauses)[0], {}})
              .back() == ',');
}
