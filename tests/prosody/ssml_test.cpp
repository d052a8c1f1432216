#include "prosody/ssml.hpp"

#include <catch2/catch.hpp>

#include "prosody/planner.hpp"
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

/// A speech of one paragraph of one sentence for each text, and a heading before it.
Speech speech_of(const std::vector<std::string>& texts) {
    Speech speech;
    speech.source.language = "en";
    speech.blocks.push_back({BlockKind::heading, "Title", "en", {1, 1}, {{{0, 5}, {1, 1}}}});
    Block block{BlockKind::paragraph, "", "en", {2, 2}, {}};
    for (const std::string& text : texts) {
        const std::size_t begin = block.text.size();
        block.text += text;
        block.sentences.push_back({{begin, block.text.size()}, {2, 2}});
    }
    speech.blocks.push_back(block);
    return speech;
}

Style style() {
    Style made;
    made.lead_in_ms = 100;
    made.lead_out_ms = 500;
    made.roles.fill({{}, 40, 0, 80});
    made.roles[static_cast<std::size_t>(BlockKind::heading)] = {{0.92, 1.04, 1.1}, 0, 0, 0};
    return made;
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
        {"</s>]]>", {}, "<s>&#60;/s&#62;]]&#62;</s>"},
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
                if (shown != "&" && wanted[next] != "[") CHECK(shown == wanted[next]);
                byte += wanted[next++].size();
            }
            CHECK(next == wanted.size());
        }
}

TEST_CASE("a speech is a document of paragraphs, sentences and breaks") {
    Speech speech = speech_of({"One & all.", "Two."});
    speech.metadata.title = "\"Bread\" & <butter>";
    speech.metadata.speaker = "A. B.";
    speech.blocks.push_back({BlockKind::quote, "Oui.", "fr", {5, 5}, {{{0, 4}, {5, 5}}}});
    CHECK(ssml_document(make_plan(speech, style(), {}), speech) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"en\">\n"
          "<meta name=\"title\" content=\"&#34;Bread&#34; &amp; &#60;butter&#62;\"/>\n"
          "<meta name=\"author\" content=\"A. B.\"/>\n"
          "<p>\n"
          "<s><prosody rate=\"92%\" pitch=\"+4%\" range=\"+10%\">Title</prosody></s>\n"
          "</p>\n"
          "<p>\n"
          "<s>One &amp; all.</s>\n"
          "<break time=\"40ms\"/>\n"
          "<s>Two.</s>\n"
          "</p>\n"
          "<break time=\"80ms\"/>\n"
          "<p xml:lang=\"fr\">\n"
          "<s>Oui.</s>\n"
          "</p>\n"
          "</speak>\n");
}

TEST_CASE("a document is valid SSML 1.1, whatever stands in the speech") {
    if (!has_xmllint()) {
        WARN("skipped: xmllint is not installed");
        return;
    }
    REQUIRE(ssml_faults("<speak/>") != "");  // the schema does refuse
    CHECK(ssml_faults(ssml_document({}, speech_of({}))) == "");
    for (const char* text : kHostile) {
        INFO(text);
        Speech speech = speech_of({text, "Two."});
        speech.metadata.title = text;
        speech.metadata.speaker = text;
        const std::string document = ssml_document(make_plan(speech, style(), {}), speech);
        CHECK(ssml_faults(document) == "");
        // What another engine reads there is what was said.
        CHECK(xmllint("--xpath \"string(//*[local-name()='p'][2]/*[local-name()='s'][1])\"",
                      document) == std::string(text) + "\n");
        CHECK(xmllint("--xpath \"string(//*[local-name()='meta'][1]/@content)\"", document) ==
              std::string(text) + "\n");
        CHECK(xmllint("--noout", mark_up(text, {0.9, 1.1, 1.2}).ssml) == "");
    }
}
