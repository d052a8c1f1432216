// The engine is told to read [[phonemes]]; those of a document are words like any other.

#include <catch2/catch.hpp>

#include "base/signals.hpp"
#include "prosody/markup.hpp"
#include "voice/espeak.hpp"
#include "voice/workers.hpp"

using namespace declaim;

namespace {

/// The sound of sentences that are marked up already, one process each.
std::vector<std::vector<std::int16_t>> sounds(const std::vector<std::string>& markups) {
    Plan plan;
    for (const std::string& markup : markups) {
        Utterance utterance;
        utterance.block = plan.utterances.size();
        utterance.text = markup;
        utterance.markup.ssml = markup;
        plan.utterances.push_back(utterance);
    }
    VoiceSettings voice;
    voice.engine = "gmw/en";
    catch_stop_signals();
    Workers workers(espeak_engine(), voice, {}, {});
    std::vector<std::vector<std::int16_t>> out;
    workers.speak(plan, [&](Spoken&& spoken) {
        CHECK(spoken.failure.empty());
        out.push_back(std::move(spoken.frames));
    });
    return out;
}

}  // namespace

TEST_CASE("a document's double brackets are no phonemes", "[phonemes]") {
    const auto marked = [](const std::string& text) { return mark_up(text, {}).ssml; };
    const auto heard = sounds({
        "<s>He said [[h@l'oU ]] twice.</s>",
        "<s>He said hello twice.</s>",
        marked("He said [[h@l'oU ]] twice."),
        marked("He said   h@l'oU ]] twice."),
        marked("He said &#91;&#91;h@l'oU ]] twice."),
        marked("He said &amp;#91;&amp;#91;h@l'oU ]] twice."),
        marked("[[[[h@l'oU ]] ]] [[zzz"),
        marked("(((( h@l'oU ]] ]] ((zzz"),
    });
    REQUIRE(heard.size() == 8);
    CHECK(heard[0] == heard[1]);  // phonemes of ours are spoken
    CHECK(heard[2] == heard[3]);
    CHECK(heard[2].size() > heard[0].size());
    CHECK(heard[4].size() > heard[0].size());
    CHECK(heard[5].size() > heard[0].size());
    CHECK(heard[6].size() > heard[0].size() / 2);
}

TEST_CASE("phonemes sound like the word when spaces part them from what stands around",
          "[phonemes]") {
    // How SpokenSpan::phonemes is to be put into markup. A space before "[[", or a mark before it swallows them; one before "]]", or a full stop behind
    // them is read out; one before a tag, or the tag is read out.
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"<s>We saw [[h@l'oU ]].</s>", "<s>We saw hello.</s>"},
        {"<s>We saw [[h@l'oU ]] </s>", "<s>We saw hello</s>"},
        {"<s>We saw “ [[h@l'oU ]]”, then.</s>", "<s>We saw “hello”, then.</s>"},
        {"<s>[[h@l'oU ]], he said.</s>", "<s>Hello, he said.</s>"},
        {"<s>We saw [[h@l'oU ]]?</s>", "<s>We saw hello?</s>"},
        {"<s>We saw <prosody rate=\"80%\"> [[h@l'oU ]] </prosody> then.</s>",
         "<s>We saw <prosody rate=\"80%\">hello</prosody> then.</s>"},
    };
    std::vector<std::string> markups;
    for (const auto& [phonemes, word] : pairs) {
        markups.push_back(phonemes);
        markups.push_back(word);
    }
    const auto heard = sounds(markups);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        INFO(pairs[i].first);
        CHECK((heard.at(2 * i) == heard.at(2 * i + 1)));
    }
}
