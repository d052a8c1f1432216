#include "prosody/markup.hpp"

#include <catch2/catch.hpp>

#include "support/xmllint.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

const char* const kHostile[] = {
    "<voice name=\"x\">loud</voice>",
    "</speak>",
    "</s></p></speak><speak>",
    "[[h@l'oU]]",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- x --> <?xml version=\"1.0\"?>",
    "<!DOCTYPE speak [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e;",
    "&amp; &lt; &#60; &#x3c; & &;",
    "\"double\" and 'single'",
    "AT&T, R&D, a < b > c",
    "<<<>>>&&&",
    "é日𝄞 & 日é",
    "a",
    "",
};

std::vector<std::string> characters_of(const std::string& text) {
    std::vector<std::string> out;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) out.emplace_back();
        out.back() += byte;
    }
    return out;
}

/// "$50" in "of $50 billion" as a span: what is written, and what is said for it.
struct Said {
    const char* written;
    const char* words;
    const char* phonemes = "";
};

Utterance utterance_of(const std::string& text, const std::vector<Said>& said) {
    Utterance utterance;
    utterance.text = text;
    std::size_t at = 0;
    for (const Said& each : said) {
        at = text.find(each.written, at);
        REQUIRE(at != std::string::npos);
        const std::size_t end = at + std::string(each.written).size();
        utterance.spoken.push_back({{at, end}, each.words, "rule", each.phonemes});
        at = end;
    }
    return utterance;
}

std::string marked_up(const std::string& text, const std::vector<Said>& said = {}) {
    return mark_up(utterance_of(text, said)).ssml;
}

}  // namespace

TEST_CASE("a sentence is marked up as its prosody asks") {
    struct Case {
        const char* text;
        Prosody prosody;
        const char* expected;
    };
    const Case cases[] = {
        {"One.", {}, "<s>One.</s>"},
        {"", {}, "<s></s>"},
        {"One.", {1.004, 0.996, 1.0}, "<s>One.</s>"},  // less than a per cent is neutral
        {"One.", {0.9, 1.0, 1.25}, "<s><prosody rate=\"90%\" range=\"+25%\">One.</prosody></s>"},
        {"One.", {1.0, 0.97, 1.0}, "<s><prosody pitch=\"-3%\">One.</prosody></s>"},
        {"One.",
         {2.0, 1.04, 0.0},
         "<s><prosody rate=\"200%\" pitch=\"+4%\" range=\"-100%\">One.</prosody></s>"},
        {"a < b & c > \"d\"", {}, "<s>a &#60; b &amp; c &#62; \"d\"</s>"},
        {"</s>]]>", {}, "<s>&#60;/s&#62;  &#62;</s>"},
    };
    for (const Case& each : cases) CHECK(mark_up(each.text, each.prosody).ssml == each.expected);
}

TEST_CASE("every character of the text stands once in the markup, in order") {
    for (const char* text : kHostile)
        for (const Prosody& prosody : {Prosody{}, Prosody{0.9, 1.1, 1.2}}) {
            INFO(text);
            Utterance utterance;
            utterance.text = text;
            utterance.markup = mark_up(text, prosody);
            const auto markup = characters_of(utterance.markup.ssml);
            const auto wanted = characters_of(text);
            std::size_t byte = 0;
            std::size_t next = 0;
            for (std::size_t at = 0; at < markup.size() + 3; ++at) {
                const auto found = text_byte_of(utterance, static_cast<std::uint32_t>(at));
                if (!found) continue;
                REQUIRE(next < wanted.size());
                CHECK(*found == byte);
                const std::string& shown = markup.at(at);
                const bool bracket = wanted[next] == "[" || wanted[next] == "]";
                if (shown != "&") CHECK(shown == (bracket ? " " : wanted[next]));
                byte += wanted[next++].size();
            }
            CHECK(next == wanted.size());
        }
}

TEST_CASE("what is said stands in the markup instead of what is written") {
    struct Case {
        const char* text;
        std::vector<Said> said;
        const char* expected;
    };
    const Case cases[] = {
        {"of $50 billion.",
         {{"$50 billion", "fifty billion dollars"}},
         "<s>of fifty billion dollars.</s>"},
        {"5 & 6", {{"5", "five"}, {"&", "and"}, {"6", "six"}}, "<s>five and six</s>"},
        {"so* it", {{"*", ""}}, "<s>so it</s>"},
        {"A<B", {{"A<B", "a < b [[x]]"}}, "<s>a &#60; b   x  </s>"},
        // Phonemes: apart from what stands beside them, and no full stop right behind them.
        {"The OSCE, and NATO.",
         {{"OSCE", "OSCE", "'oske:"}, {"NATO", "NATO", "n'eItoU"}},
         "<s>The [['oske:]] , and [[n'eItoU]] </s>"},
        {"(NATO) x-NATO-x",
         {{"NATO", "", "n'eI"}, {"NATO", "", "n'eI"}},
         "<s>( [[n'eI]] ) x- [[n'eI]] -x</s>"},
        {"NATO...", {{"NATO", "", "n'eI"}}, "<s>[[n'eI]] ..</s>"},
        // Not even a lexicon gets out of its brackets.
        {"X.", {{"X", "", "a]]</s>&[[b"}}, "<s>[[a  &#60;/s&#62;&amp;  b]] </s>"},
        {"[[x]] {y}", {}, "<s>  x   {y}</s>"},
    };
    for (const Case& each : cases) CHECK(marked_up(each.text, each.said) == each.expected);
}

TEST_CASE("characters that cannot be said do not reach the engine") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"a\x01z\x7f.\tc\nd", "<s>a z . c d</s>"},
        {"a\u0085b\u2028c", "<s>a b c</s>"},
        {"a\u200bb\u200dc\u00add\ufeff\u2060\u034f", "<s>abcd</s>"},
        {"\u202ea\u202c \u2067b\u2069 \u200fc", "<s>a b c</s>"},
        {"a\ufffdb\ue000c\U000f0000d\ufdd0e\uffff", "<s>a b c d e </s>"},
        {"a\U000e0061\ufe0fb", "<s>ab</s>"},
        {"a\xff\xc3", "<s>a  </s>"},  // no UTF-8
    };
    for (const Case& each : cases) CHECK(marked_up(each.text) == each.expected);
    CHECK(marked_up(std::string("a\0b", 3)) == "<s>a b</s>");
}

TEST_CASE("a word too long for the engine is cut by spaces") {
    for (const std::string letter : {"x", "\u00e9", "&"}) {
        INFO(letter);
        std::string word;
        for (int i = 0; i < 10000; ++i) word += letter;
        const Utterance utterance = utterance_of("a " + word + " b $5", {{"$5", word.c_str()}});
        const Markup markup = mark_up(utterance);
        std::size_t length = 0;
        std::size_t longest = 0;
        for (const std::string& shown : characters_of(markup.ssml)) {
            length = shown == " " ? 0 : length + (letter == "&" ? shown == "&" : 1U);
            longest = std::max(longest, length);
        }
        CHECK(longest <= kLongestWord + 4);  // and "</s>"
        std::string joined;
        for (const char byte : markup.ssml)
            if (byte != ' ') joined += byte;
        CHECK(joined.size() == (letter == "&" ? 100000 : 20000 * letter.size()) + 9);
    }
}

TEST_CASE("a character of a rewrite is traced to where its stretch begins") {
    Utterance utterance =
        utterance_of("of $50\u200b & NATO.", {{"$50", "fifty"}, {"NATO", "", "n"}});
    utterance.markup = mark_up(utterance);
    CHECK(utterance.markup.ssml == "<s>of fifty &amp; [[n]] </s>");
    std::string seen;
    for (std::uint32_t at = 0; at < utterance.markup.ssml.size(); ++at)
        if (const auto byte = text_byte_of(utterance, at)) seen += std::to_string(*byte) + " ";
    //      o f   fifty          &  ' '  [[n]]         .
    CHECK(seen == "0 1 2 3 3 3 3 3 9 10 11 12 12 12 12 12 16 ");
}

TEST_CASE("phrases have their prosody, and pauses where the engine keeps them") {
    struct Case {
        const char* text;
        std::vector<Phrase> phrases;
        const char* expected;
    };
    const Prosody slow = {0.9, 1.0, 1.0};
    const Case cases[] = {
        {"One, two.",
         {{{0, 4}, {}, 250}, {{4, 9}, {}, 0}},
         "<s>One,<break time=\"250ms\"/> two.</s>"},
        // After a mark the pause is exact within the prosody, else behind its end.
        {"One, two.",
         {{{0, 4}, slow, 250}, {{4, 9}, slow, 900}},
         "<s><prosody rate=\"90%\">One,<break time=\"250ms\"/></prosody><prosody rate=\"90%\"> two."
         "</prosody></s>"},
        {"One two.",
         {{{0, 4}, slow, 250}, {{4, 8}, {}, 0}},
         "<s><prosody rate=\"90%\">One </prosody><break time=\"250ms\"/>two.</s>"},
        // Quotes and brackets beside a pause would add to it, a full stop would take it away.
        {"So \"one.\" (two)",
         {{{0, 9}, slow, 250}, {{9, 15}, {}, 0}},
         "<s><prosody rate=\"90%\">So \"one, <break time=\"250ms\"/></prosody>  two)</s>"},
        // What lies between phrases belongs to the next, what is left to the last.
        {"One two three",
         {{{0, 2}, slow, 0}, {{4, 6}, {}, 0}},
         "<s><prosody rate=\"90%\">On</prosody>e two three</s>"},
        {"One", {{{0, 9}, {}, 5}}, "<s>One</s>"},
    };
    for (const Case& each : cases) {
        Utterance utterance;
        utterance.text = each.text;
        utterance.phrases = each.phrases;
        CHECK(mark_up(utterance).ssml == each.expected);
    }
}

TEST_CASE("markup is well-formed, whatever stands in the text") {
    if (!has_xmllint()) {
        WARN("skipped: xmllint is not installed");
        return;
    }
    for (const char* text : kHostile) {
        INFO(text);
        CHECK(xmllint("--noout", mark_up(text, {0.9, 1.1, 1.2}).ssml) == "");
    }
}
