#include "text/paragraphs.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace declaim;

namespace {

/// Each paragraph in brackets, an address with its kind.
std::string paragraphs(std::string_view text, const char* language = "en") {
    std::string out;
    for (const Block& block : test::read(text, language).blocks)
        out += (block.kind == BlockKind::address ? "a[" : "[") + block.text + "]\n";
    return out;
}

/// A page whose lines are wrapped, with `text` as one of its blocks.
std::string wrapped(std::string_view text, const char* language = "en") {
    const std::string prose =
        "We have come a long way since then, and we will go further still, because\n"
        "the road is long and the work is hard, but nobody in this room has been\n"
        "afraid of work or of the hours it takes.\n";
    const std::string out = paragraphs(prose + "\n" + std::string(text) + "\n\n" + prose, language);
    const std::size_t begin = out.find('\n') + 1;
    return out.substr(begin, out.rfind('[') - begin);
}

}  // namespace

TEST_CASE("paragraphs: one line a paragraph is not taken for wrapped lines") {
    CHECK(paragraphs(R"(Mr Chairman
Ladies and gentlemen
Dear friends
I am glad to be here with you tonight.
The road is long and none of us is afraid of work.
Thank you.)") == R"(a[Mr Chairman]
a[Ladies and gentlemen]
a[Dear friends]
[I am glad to be here with you tonight.]
[The road is long and none of us is afraid of work.]
[Thank you.]
)");
    CHECK(paragraphs(R"(It is late.

I will read you the names:
Michael Hayes, aged four
Bridget Hayes, aged two, of the parish of Saint Munchin
Unknown, found at Thomondgate.)") == R"([It is late.]
[I will read you the names:]
[Michael Hayes, aged four]
[Bridget Hayes, aged two, of the parish of Saint Munchin]
[Unknown, found at Thomondgate.]
)");
}

TEST_CASE("paragraphs: a short line among wrapped ones ends a paragraph") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"I will read you the names:\nMichael Hayes, aged four\nUnknown, found at Thomondgate.",
         "[I will read you the names:]\n[Michael Hayes, aged four]\n"
         "[Unknown, found at Thomondgate.]\n"},
        {"   Come all you people near\n   And listen to my song,\n   The night is cold and clear\n"
         "   And will not last for long.",
         "[Come all you people near\nAnd listen to my song,\nThe night is cold and clear\n"
         "And will not last for long.]\n"},
        {"THE HARVEST\nThe harvest was the best in living memory, and I will say so once\nmore.",
         "[THE HARVEST]\n[The harvest was the best in living memory, and I will say so once "
         "more.]\n"},
        {"     The committee finds that the dikes\n     were not maintained, and that their\n"
         "     keepers were not paid.",
         "[The committee finds that the dikes were not maintained, and that their keepers were not "
         "paid.]\n"},
    };
    for (const auto& [text, expected] : cases) CHECK(wrapped(text) == expected);
}

TEST_CASE("paragraphs: lists inside wrapped paragraphs") {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"There are three things that I should like to say tonight to all of you:\n"
         "1. We must repair the dikes before the winter comes, for it comes early in\n"
         "this valley.\n"
         "2. We must pay the people who keep them, and pay them well and on the day\n"
         "3. We must thank them.",
         "[There are three things that I should like to say tonight to all of you:]\n"
         "[1. We must repair the dikes before the winter comes, for it comes early in this "
         "valley.]\n"
         "[2. We must pay the people who keep them, and pay them well and on the day]\n"
         "[3. We must thank them.]\n"},
        {"We ask of the council that it do at last what it has promised to do, namely\n"
         "(a) to repair what is broken and to keep what is whole in every village of\n"
         "the valley;\n(b) to pay.",
         "[We ask of the council that it do at last what it has promised to do, namely (a) to "
         "repair what is broken and to keep what is whole in every village of the valley;]\n"
         "[(b) to pay.]\n"},
        {"Nobody knew the answer then, and it was only much later that we all heard\n"
         "- as children do - what had become of them.",
         "[Nobody knew the answer then, and it was only much later that we all heard - as children "
         "do - what had become of them.]\n"},
    };
    for (const auto& [text, expected] : cases) CHECK(wrapped(text) == expected);
}
