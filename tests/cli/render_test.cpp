#include <catch2/catch.hpp>

#include "support/rendered.hpp"
#include "support/run_program.hpp"
#include "support/skipped.hpp"
#include "support/temp_folder.hpp"

using namespace declaim::test;
using Catch::Contains;
using Json = nlohmann::json;
using namespace std::string_literals;

namespace {

constexpr const char* kSample = DECLAIM_TEST_DATA "/sample-speech.txt";
constexpr int kRate = 22050;
constexpr double kSpeech = 300;  // RMS; the quietest sentence of the engine's voices has over 1000

double ms_of(std::int64_t frames) { return static_cast<double>(frames) * 1000 / kRate; }

/// A speech rendered once, with what `declaim` says of it.
struct Rendering {
    Samples samples;
    Json timeline;
    Json inspected;
    std::string text;

    explicit Rendering(const std::string& document) {
        const TempFolder folder;
        const std::string wav = folder / "speech.wav";
        const std::string json = folder / "speech.json";
        const Ended ended = run_declaim({"render", document, "-q", "-o", wav, "-o", json});
        INFO(ended.err);
        REQUIRE(ended.code == 0);
        CHECK(ended.err == "");
        CHECK(ended.out == "");
        CHECK(ended.left == 0);
        CHECK(folder.entries() == 2);
        samples = read_wav(wav);
        timeline = read_json(json);
        text = run_declaim({"text", document}).out;
        inspected = Json::parse(run_declaim({"inspect", "--json", document}).out);
    }
    [[nodiscard]] std::string kind_of(const Json& sentence) const {
        return inspected["blocks"][sentence["block"].get<std::size_t>()]["kind"];
    }
};

void check_same_samples_at_any_jobs(const std::string& document, const Samples& wanted) {
    for (const char* jobs : {"1", "2", "5"}) {
        INFO("-j " << jobs);
        const TempFolder folder;
        const std::string wav = folder / "speech.wav";
        REQUIRE(run_declaim({"render", document, "-q", "-j", jobs, "-o", wav}).code == 0);
        CHECK(compare(read_wav(wav), wanted) == "same");
    }
}

/// The silence between two sentences is nothing but silence, and as long as their places ask for.
void check_pauses(const Rendering& speech) {
    const Json& sentences = speech.timeline["sentences"];
    for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
        const Json& here = sentences[i];
        const Json& next = sentences[i + 1];
        INFO(here["text"] << " | " << next["text"]);
        const std::int64_t start = here["end"];
        const std::int64_t end = next["start"];
        const auto silence = part(speech.samples, start, end);
        CHECK(peak(silence) <= 10);
        const bool new_block = here["block"] != next["block"];
        if (speech.kind_of(here) == "address" && new_block) CHECK(ms_of(end - start) >= 600);
        if (new_block) CHECK(ms_of(end - start) >= 450);
        if (!new_block) CHECK(ms_of(end - start) >= 100);
        CHECK(ms_of(end - start) <= 2500);
    }
}

/// What is not a sentence's is silence, and every sentence is heard.
void check_sentences_are_heard(const Rendering& speech) {
    const Json& sentences = speech.timeline["sentences"];
    REQUIRE(!sentences.empty());
    CHECK(speech.timeline["schema"] == "declaim.timeline/1");
    CHECK(speech.timeline["sample_rate"] == kRate);
    CHECK(speech.timeline["frames"] == speech.samples.size());
    CHECK(peak(part(speech.samples, 0, sentences.front()["start"])) <= 10);
    CHECK(peak(part(speech.samples, sentences.back()["end"], speech.timeline["frames"])) <= 10);
    for (const Json& sentence : sentences) {
        INFO(sentence["text"]);
        CHECK(!sentence.contains("skipped"));
        const auto heard = part(speech.samples, sentence["start"], sentence["end"]);
        CHECK(loudness(heard) > kSpeech);
        CHECK(peak(heard.first(std::min<std::size_t>(heard.size(), kRate / 4))) > kSpeech);
    }
}

/// Every word of the body stands in the timeline once, in order, at a time within its sentence.
void check_words(const Rendering& speech) {
    std::vector<std::string> words;
    std::int64_t latest = 0;
    for (const Json& sentence : speech.timeline["sentences"]) {
        INFO(sentence["text"]);
        CHECK(sentence["start"] >= latest);
        latest = sentence["start"];
        for (const Json& word : sentence["words"]) {
            words.push_back(word["text"]);
            CHECK(word["start"] >= latest);
            CHECK(word["end"] >= word["start"]);
            latest = word["end"];
        }
        CHECK(sentence["end"] >= latest);
    }
    CHECK(words == words_of(speech.text));
}

void check_rendering(const std::string& document, const Rendering& speech) {
    check_sentences_are_heard(speech);
    check_pauses(speech);
    check_words(speech);
    check_same_samples_at_any_jobs(document, speech.samples);
}

std::vector<std::string> blocks_of(const std::string& text) {
    std::vector<std::string> blocks;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        blocks.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return blocks;
}

}  // namespace

TEST_CASE("the sample speech sounds as its timeline says, the same at any number of jobs") {
    check_rendering(kSample, Rendering(kSample));
}

TEST_CASE("the speech of the corpus is understood and rendered whole") {
    const auto document = corpus_document("nato-2004-kazakhstan.txt");
    if (!document) return skipped("DECLAIM_CORPUS names no corpus");
    const Rendering speech(*document);
    check_rendering(*document, speech);
    const double minutes = static_cast<double>(speech.samples.size()) / kRate / 60;
    CHECK(minutes >= 8);
    CHECK(minutes <= 11);

    const auto blocks = blocks_of(speech.text);
    CHECK(blocks.front() == "Ladies and Gentlemen,");
    CHECK_THAT(speech.text, Catch::EndsWith("in this entire region and beyond.\n"));
    for (const char* furniture : {"Homepage", "Index", "Updated", "NATO Speeches", "Scheffer"})
        CHECK_THAT(speech.text, !Contains(furniture));
    const Json& known = speech.inspected["metadata"];
    CHECK(known["speaker"] == "Jaap de Hoop Scheffer");
    CHECK(known["date"] == "2004-10-19");
    CHECK_THAT(known["occasion"].get<std::string>(), Contains("visit to Kazakhstan"));
    std::size_t addresses = 0;
    for (const Json& block : speech.inspected["blocks"]) addresses += block["kind"] == "address";
    CHECK(addresses == 2);
    CHECK(!speech.inspected["dropped"].empty());
    for (const Json& line : speech.inspected["dropped"]) CHECK(line["reason"] != "");
}

TEST_CASE("standard output and a file hold the same sound") {
    const TempFolder folder;
    const std::string wav = folder / "speech.wav";
    REQUIRE(run_declaim({"render", kSample, "-q", "-o", wav}).code == 0);
    const Ended piped = run_declaim({"render", kSample, "-q", "-o", "-"});
    CHECK(piped.code == 0);
    constexpr std::size_t kHeader = 44;
    REQUIRE(piped.out.size() > kHeader);
    CHECK(piped.out.substr(0, 4) == "RIFF");
    const auto* first = reinterpret_cast<const std::int16_t*>(piped.out.data() + kHeader);
    const Samples samples(first, first + (piped.out.size() - kHeader) / sizeof(std::int16_t));
    CHECK(compare(samples, read_wav(wav)) == "same");
}

TEST_CASE("options change the sound") {
    const TempFolder folder;
    const std::string speech = folder.write("s.txt", "The tide came in, and nobody minded it.\n");
    const auto render = [&](std::vector<std::string> options) {
        const std::string wav = folder / "s.wav";
        options.insert(options.begin(), {"render", speech, "-q", "-o", wav});
        REQUIRE(run_declaim(std::move(options)).code == 0);
        return read_wav(wav);
    };
    const Samples plain = render({});
    CHECK(compare(render({}), plain) == "same");
    CHECK(render({"-s", "100"}).size() > plain.size() * 5 / 4);
    CHECK(render({"-s", "300"}).size() < plain.size() * 4 / 5);
    CHECK(render({"-p", "90"}) != plain);
    CHECK(render({"-v", "gmw/en-US"}) != plain);
}

TEST_CASE("every word takes its time, whatever marks stand around it") {
    struct Case {
        const char *language, *text;
    };
    const Case cases[] = {
        {"fr", "Vous avez gardé ces lettres : c'est un trésor."},
        {"en", "She said ‘the tide’ is out — nobody minds — and “that” is all: no more."},
    };
    for (const Case& c : cases) {
        const TempFolder folder;
        const std::string speech = folder.write("s.txt", c.text + "\n"s);
        const std::string json = folder / "s.json";
        REQUIRE(run_declaim({"render", "--raw", "-l", c.language, speech, "-q", "-o", json}).code ==
                0);
        const Json timeline = read_json(json);
        std::size_t words = 0;
        for (const Json& sentence : timeline["sentences"])
            for (const Json& word : sentence["words"]) {
                INFO(word);
                CHECK(word["end"].get<std::int64_t>() > word["start"].get<std::int64_t>());
                ++words;
            }
        CHECK(words >= 8);
    }
}
