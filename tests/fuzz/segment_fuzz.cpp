// Documents put together from what surrounds and makes up a speech: all that is visible on the page
// is in a block, dropped or rewritten, and nothing else is. The first byte chooses text or HTML and
// the language; then two bytes a fragment: which, and how it is set off.

#include <array>
#include <cstdio>

#include "base/error.hpp"
#include "promises.hpp"
#include "text/decode.hpp"
#include "text/segment.hpp"

namespace {

constexpr std::array<const char*, 64> kFragments{
    "Ladies and Gentlemen,",
    "Mr. President, Your Excellencies, dear friends,",
    "Thank you very much.",
    "We have come here to speak about rivers, and it is a long story that has no end in sight; it "
    "was told before us, and it will be told again when we are gone.",
    "a line that was wrapped by the margin of the page it stood on and goes on with",
    "the second half of the sentence, which ends here.",
    "and with a hy-",
    "phen at its end.",
    "MR. SMITH:",
    "Q: Where does it rise?",
    "A: In the hills, they say.",
    "THE PRESIDENT (to the House): Order.",
    "Mr Harald Finch (Minister for Water): I thank the House.",
    "(Applause)",
    "[Laughter.]",
    "(This is an aside that opens a bracket",
    "and closes it.)",
    "11 May 2019",
    "11/05/2019 - Larkmoor",
    "Monday, 3 February 2012, 10:30",
    "Speech by the Chair of the Library Trust, Ms Odile Marchbanks",
    "by Jane Doe",
    "at the reopening of the Harbour Street Reading Room",
    "Check against delivery",
    "Home | About | Speeches | Contact",
    "Go to Homepage Go to Index",
    "Share this page",
    "Read more",
    "Page 3 of 7",
    "- 4 -",
    "17",
    "Running Head of the Report",
    "© Library Trust 2019. All rights reserved.",
    "Updated: 14-May-2019",
    "Contact: press@example.org, +44 20 7946 0000",
    "1. The first of the notes, at the foot.",
    "2 The second.",
    "as was said before[1] and again.2",
    "* a remark",
    "• one thing",
    "– another",
    "1) a third",
    "iv. a fourth",
    "I. The Beginning",
    "CHAPTER ONE",
    "***",
    "________________",
    "“A quotation that is opened",
    "and closed,” he said.",
    "Tell me not, in mournful numbers,",
    "Life is but an empty dream!",
    "Tags: water, rivers, floods",
    "Related articles",
    "00:01:02,000 --> 00:01:05,000",
    "Meine Damen und Herren, liebe Freunde,",
    "Mesdames et Messieurs, chers amis,",
    "Es ist eine lange Geschichte, und sie hat kein Ende.",
    "Дамы и господа!",
    "女士们，先生们：",
    "סוף דבר",
    "http://example.org/speeches/2019/05/index.html",
    "x",
    "…",
    "Dr. A. B. Smith Jr. of the U.S. said no. 5 etc. And so on."};

constexpr std::array<const char*, 8> kBreaks{"\n", "\n\n",   " ",  "\n    ",
                                             "\f", "\n\n\n", "\t", "\n\n\t"};

constexpr std::array<const char*, 32> kTags{"p",
                                            "div",
                                            "br",
                                            "h1",
                                            "h2",
                                            "li",
                                            "ul",
                                            "nav",
                                            "a href=/x",
                                            "a href=#n1",
                                            "b",
                                            "em",
                                            "blockquote",
                                            "article",
                                            "header",
                                            "footer",
                                            "aside",
                                            "td",
                                            "tr",
                                            "table",
                                            "sup",
                                            "pre",
                                            "section",
                                            "div class=menu",
                                            "div class=speech",
                                            "p class=date",
                                            "figcaption",
                                            "form",
                                            "span",
                                            "div style=display:none",
                                            "div id=n1",
                                            "main"};

std::string text_of(const std::uint8_t* bytes, std::size_t size) {
    std::string text;
    for (std::size_t at = 0; at + 1 < size; at += 2) {
        text += kFragments.at(bytes[at] % kFragments.size());
        text += kBreaks.at(bytes[at + 1] % kBreaks.size());
    }
    return text;
}

/// Tags are closed at once, later or never.
std::string html_of(const std::uint8_t* bytes, std::size_t size) {
    std::string html = "<html><body>";
    for (std::size_t at = 0; at + 1 < size; at += 2) {
        const std::string tag = kTags.at(bytes[at + 1] % kTags.size());
        const std::string name = tag.substr(0, tag.find(' '));
        const int how = bytes[at + 1] / 32;
        if (how != 7) html += "<" + tag + ">";
        html += kFragments.at(bytes[at] % kFragments.size());
        html += how < 4 || how == 7 ? "</" + name + ">\n" : "\n";
    }
    return html;
}

struct Shelves {
    declaim::DataPath data{{DECLAIM_TEST_VOICES}};
    std::vector<declaim::LanguageHint> hints = declaim::load_language_hints(data);
    declaim::RuleShelf shelf{hints, data};
};

/// Out: what is on the page, less what is accounted for.
void check_owned(const declaim::Page& page, const declaim::Speech& speech) {
    declaim::fuzz::Characters invented;
    declaim::fuzz::Characters lost;
    const auto add = [&](std::string_view text, int lost_times, int invented_times) {
        if (lost_times != 0) lost.add(text, lost_times);
        if (invented_times != 0) invented.add(text, invented_times);
    };
    for (const declaim::PageLine& line : page.lines) add(line.text, -1, 1);
    for (const declaim::Block& block : speech.blocks) add(block.text, 1, -1);
    for (const declaim::Dropped& dropped : speech.dropped) add(dropped.text, 1, -1);
    for (const declaim::Rewritten& rewritten : speech.rewritten) {
        add(rewritten.from, 1, 0);
        add(rewritten.to, 0, 1);
    }
    for (const auto& [what, counts] : {std::pair{"lost", &lost}, {"invented", &invented}})
        if (const char32_t c = counts->lacking(); c != 0) {
            std::fprintf(stderr, "%s: U+%04X\n", what, static_cast<unsigned>(c));
            std::abort();
        }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 3 || size > 2000) return 0;
    static Shelves shelves;
    const bool html = bytes[0] % 2 == 1;
    const std::string document = html ? html_of(bytes + 1, size - 1) : text_of(bytes + 1, size - 1);
    if (std::getenv("DECLAIM_FUZZ_SHOW") != nullptr) std::fputs(document.c_str(), stderr);
    const declaim::Page page =
        html ? declaim::read_html(document, "fuzz") : declaim::read_text(document);
    if (page.lines.empty()) return 0;
    declaim::Page tidied = page;
    declaim::Speech speech;
    segment(tidied, declaim::find_languages(page, shelves.hints), shelves.shelf, shelves.data,
            speech);
    declaim::fuzz::check(speech);
    check_owned(page, speech);
    return 0;
}
