#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string_view>

#include "app/assemble.hpp"
#include "app/prepare.hpp"
#include "base/unicode.hpp"
#include "model/script.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;

namespace {

/// Keeps what would be handed to the engine, and says nothing but a sample a character.
class RecordingVoice : public Synthesiser {
  public:
    std::vector<std::string> heard;
    AudioFormat format() const override { return {8000}; }
    void speak(const Plan& plan, const std::function<void(Spoken&&)>& consume) override {
        for (std::size_t i = 0; i < plan.utterances.size(); ++i) {
            const Utterance& utterance = plan.utterances[i];
            heard.push_back(utterance.markup.ssml);
            Spoken spoken{i, {}, {}, ""};
            spoken.frames.assign(utterance.markup.ssml.size(), 1000);
            for (std::uint32_t at = 0; at < utterance.markup.ssml.size(); ++at)
                if (const auto byte = text_byte_of(utterance, at))
                    spoken.marks.push_back({at, *byte});
            consume(std::move(spoken));
        }
    }
};

bool take(std::string_view& rest, std::string_view part) {
    if (!rest.starts_with(part)) return false;
    rest.remove_prefix(part.size());
    return true;
}

/// Takes ` rate="90%"` or ` pitch="+4%"` where it stands; false for one that is begun but wrong.
bool take_percent(std::string_view& rest, const std::string& name, bool is_signed) {
    if (!take(rest, " " + name + "=\"")) return true;
    if (is_signed && !take(rest, "+") && !take(rest, "-")) return false;
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    rest.remove_prefix(digits);
    return digits > 0 && take(rest, "%\"");
}

bool is_known_tag(std::string_view tag) {
    if (tag == "<s>" || tag == "</s>" || tag == "</prosody>") return true;
    if (take(tag, "<break time=\"")) {
        const std::size_t digits = std::min(tag.find_first_not_of("0123456789"), tag.size());
        return digits > 0 && tag.substr(digits) == "ms\"/>";
    }
    return take(tag, "<prosody") && take_percent(tag, "rate", false) &&
           take_percent(tag, "pitch", true) && take_percent(tag, "range", true) && tag == ">";
}

/// The text of a piece of markup; "FAULT …" where it is not what prosody/markup.hpp promises.
std::string text_in(const std::string& markup) {
    std::string out;
    int depth = 0;
    for (std::size_t at = 0; at < markup.size();) {
        const bool tag = markup[at] == '<';
        const std::size_t end = markup.find(tag ? '>' : ';', at);
        if (!tag && markup[at] != '&') {
            if (markup[at] == '>' || static_cast<unsigned char>(markup[at]) < ' ')
                return "FAULT at " + markup.substr(at);
            out += markup[at++];
            continue;
        }
        const std::string whole = markup.substr(at, end + 1 - at);
        at = end + 1;
        if (!tag) {
            if (whole != "&amp;" && whole != "&#60;" && whole != "&#62;") return "FAULT " + whole;
            out += whole == "&amp;" ? '&' : whole == "&#60;" ? '<' : '>';
            continue;
        }
        if (!is_known_tag(whole)) return "FAULT " + whole;
        if (whole.starts_with("</")) --depth;
        if (whole.starts_with("<s") || whole.starts_with("<p")) ++depth;
        if (depth < 0 || depth > 2 || (depth == 0 && at != markup.size())) return "FAULT nesting";
    }
    return depth == 0 ? out : "FAULT open";
}

/// The words of a text, one after another without anything between them.
std::string letters_of(const std::string& text) {
    std::string out;
    for (const Word& word : words_of(text)) out += word.folded;
    return out;
}

/// Without the invisible characters that hold these tests' words together or part them.
std::string visible(std::string text) {
    for (const std::string_view each : {"\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u202e",
                                        "\u202c", "\u2066", "\u2069", "\ufeff"})
        for (std::size_t at = 0; (at = text.find(each, at)) != std::string::npos;)
            text.erase(at, each.size());
    return text;
}

/// Plays a document to the recording voice: every word once, and nothing else.
void check_document(const std::string& path, bool raw) {
    INFO(path);
    SpeechRequest request;
    request.input = path;
    request.language = "en";
    request.raw = raw;
    const Prepared ready = prepare(request, DataPath({DECLAIM_TEST_VOICES}));
    RecordingVoice voice;
    std::string written;
    assemble(ready.plan, voice, {}, [&](SentenceCue&& cue) {
        for (const WordCue& word : cue.words) written += word.text;
    });
    std::string body;
    for (const Block& block : ready.speech.blocks)
        if (is_spoken(block.kind)) body += block.text;
    std::erase_if(body, [](char byte) { return byte == ' ' || byte == '\n'; });
    CHECK(written == body);  // the cues have the words as they are written
    REQUIRE(voice.heard.size() == ready.plan.utterances.size());
    for (std::size_t i = 0; i < voice.heard.size(); ++i) {
        const Utterance& utterance = ready.plan.utterances[i];
        INFO(voice.heard[i].substr(0, 2000));
        const std::string said = text_in(voice.heard[i]);
        CHECK(said.find("FAULT") == std::string::npos);
        CHECK(said.find_first_of("[]") == std::string::npos);  // no lexicon, no phonemes
        CHECK(said == visible(said));
        CHECK(letters_of(said) ==
              letters_of(visible(spoken_text(utterance.text, utterance.spoken))));
    }
}

}  // namespace

TEST_CASE("the engine gets every word of a document once, and no markup of the document") {
    for (const auto& entry : std::filesystem::directory_iterator(DECLAIM_TEST_DATA))
        if (entry.is_regular_file())
            for (const bool raw : {false, true}) check_document(entry.path().string(), raw);
}

TEST_CASE("hostile texts reach the engine as words") {
    const std::string long_word(10000, 'x');
    const std::string texts[] = {
        "<voice name=\"de\">x</voice>",
        "</speak>",
        "</s></prosody></speak><speak><s>",
        "[[x]] and [[h@l'oU]] [ [y] ]",
        "one [\u200b[ two ]\u200d] [\u202e[x]\u202c]",
        "&#60;",
        "&lt;audio src=\"/etc/passwd\"&gt;",
        "<audio src=\"$(touch x)\"/>",
        "&#91;&#91;x&#93;&#93; &amp;#60;break/&amp;#62;",
        "control \x01s \x02\x03 \x1b[31m \x7f here\x0c",
        "bidi \u202e\u2066mark\u2069\u202c here",
        "zero\u200dwidth \u200bjoins and soft\u00adhyphens",
        "one " + long_word + " two",
        "<" + long_word + ">",
        std::string(5000, '['),
        "a " + std::string(3000, '<') + " b",
        "<![CDATA[x]]> <!-- y --> <?xml z?>",
        "\"\\\" ' attr=\"v\" ]]>",
    };
    const TempFolder folder;
    for (const std::string& text : texts)
        check_document(folder.write("a.txt", "Before it.\n\n" + text + "\n\nAfter it, $5.\n"),
                       true);
}
