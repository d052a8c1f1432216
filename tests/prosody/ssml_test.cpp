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

TEST_CASE("a speech is a document of paragraphs, sentences and breaks") {
    Speech speech = speech_of({"One & all.", "Two."});
    speech.metadata.title = "\"Bread\" & <butter>";
    speech.metadata.speaker = "A. B.";
    speech.blocks.push_back({BlockKind::quote, "Oui.", "fr", {5, 5}, {{{0, 4}, {5, 5}}}});
    CHECK(ssml_document(make_plan(speech, {}, style(), {}), speech) ==
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

TEST_CASE("a document tells other engines what is said, and how") {
    Speech speech = speech_of({"It cost $5 \u2013 he said \u2013 in Caen & U."});
    speech.blocks.erase(speech.blocks.begin());
    const auto at = [&](const char* word) -> ByteRange {
        const std::size_t begin = speech.blocks[0].text.find(word);
        return {begin, begin + std::string(word).size()};
    };
    const Script script = {{{{at("$5"), "five dollars", "money"},
                             {at("Caen"), "Caen", "lexicon", "kA~", "k\u0251\u0303", "fr"},
                             {at("&"), "and", "sign"},
                             {at("U"), "U", "letter", "ju:"}}}};
    Plan plan = make_plan(speech, script, style(), {});
    // A phrase that ends within a stretch goes on to its end.
    const auto dash = static_cast<std::size_t>(at("$5").begin + 1);
    plan.utterances[0].phrases = {{{0, dash}, {1.1, 1.0, 1.0}, 200},
                                  {{dash, dash + 1}, {}, 70},
                                  {{dash + 1, plan.utterances[0].text.size()}, {}, 300}};
    const std::string document = ssml_document(plan, speech);
    CHECK(document.find(
              "<s><prosody rate=\"110%\">It cost <sub alias=\"five dollars\">$5</sub>"
              "</prosody><break time=\"200ms\"/><break time=\"70ms\"/> \u2013 he said "
              "\u2013 in <lang xml:lang=\"fr\"><phoneme alphabet=\"ipa\" ph=\"k\u0251\u0303\">"
              "Caen</phoneme></lang> <sub alias=\"and\">&amp;</sub> U.</s>") != std::string::npos);
    if (has_xmllint()) CHECK(ssml_faults(document) == "");
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
        const std::string document = ssml_document(make_plan(speech, {}, style(), {}), speech);
        CHECK(ssml_faults(document) == "");
        // What another engine reads there is what was said.
        CHECK(xmllint("--xpath \"string(//*[local-name()='p'][2]/*[local-name()='s'][1])\"",
                      document) == std::string(text) + "\n");
        CHECK(xmllint("--xpath \"string(//*[local-name()='meta'][1]/@content)\"", document) ==
              std::string(text) + "\n");
    }
}
