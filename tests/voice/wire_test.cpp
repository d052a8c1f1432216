#include "voice/wire.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace declaim;

namespace {

std::string as_bytes(const std::vector<std::int16_t>& samples) {
    return {reinterpret_cast<const char*>(samples.data()), samples.size() * sizeof(std::int16_t)};
}

}  // namespace

TEST_CASE("a job survives the wire") {
    const std::vector<JobItem> job{{0, "<s>one</s>"}, {7, ""}, {1, "<s>zwölf</s>"}};
    std::vector<Utterance> utterances(job.size());
    for (std::size_t i = 0; i < job.size(); ++i) {
        utterances[i].voice = job[i].voice;
        utterances[i].markup.ssml = job[i].ssml;
    }
    const std::string bytes = encode_job(utterances);
    CHECK(decode_job(bytes) == job);
    CHECK(decode_job(encode_job({})).empty());
    for (std::size_t cut = 0; cut < bytes.size(); ++cut)
        CHECK_THROWS_AS(decode_job(std::string_view(bytes).substr(0, cut)), Error);
}

TEST_CASE("records are cut from a stream whatever the pieces") {
    const std::string stream = encode_record(RecordKind::begin) +
                               encode_record(RecordKind::frames, "abcd") + encode_word(7, 9) +
                               encode_record(RecordKind::end);
    for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
        RecordParser parser;
        std::string seen;
        for (std::size_t at = 0; at < stream.size(); at += piece) {
            parser.feed(std::string_view(stream).substr(at, piece));
            for (Record record; parser.next(record);)
                seen += std::to_string(static_cast<int>(record.kind)) + ":" +
                        std::to_string(record.payload.size()) + " ";
        }
        CHECK(seen == "1:0 2:4 3:12 4:0 ");
    }
}

TEST_CASE("nonsense from a child is refused") {
    const std::string bad_streams[] = {std::string(8, '\0'), std::string(8, '\xff'),
                                       "\x05" + std::string(7, '\0')};
    for (const std::string& bad : bad_streams) {
        RecordParser parser;
        parser.feed(bad);
        Record record;
        CHECK_THROWS_AS(parser.next(record), Error);
    }
    SpokenBuilder builder;
    CHECK_THROWS_AS(builder.finish(), Error);
    CHECK_THROWS_AS(builder.add({RecordKind::frames, "ab"}, {}), Error);
    builder.begin();
    CHECK_THROWS_AS(builder.add({RecordKind::frames, "abc"}, {}), Error);
    CHECK_THROWS_AS(builder.add({RecordKind::word, "abc"}, {}), Error);
    for (const std::int64_t frame : {std::int64_t{-1}, INT64_MIN, INT64_MAX})
        CHECK_THROWS_AS(builder.add({RecordKind::word, encode_word(frame, 3).substr(8)}, {}),
                        Error);
    builder.add({RecordKind::frames, {}}, {});  // nothing is no nonsense
    CHECK_THROWS_AS(builder.begin(), Error);
}

TEST_CASE("silence around an utterance is cut off and its marks move") {
    struct Case {
        std::vector<std::int16_t> frames;
        std::vector<std::int16_t> trimmed;
        std::int64_t mark;  // of a mark that was at frame 3
    };
    const Case cases[] = {
        {{0, 0, 500, -500, 0, 0}, {500, -500}, 1},
        {{500, 0, 0, 500}, {500, 0, 0, 500}, 3},
        {{5, -5, 10, -10}, {}, 0},
        {{}, {}, 0},
        {{0, 0, 0, 0, 0, -32768}, {-32768}, 0},
        {{20, 0, 0, 0}, {20}, 1},
    };
    for (const Case& each : cases) {
        Spoken spoken;
        spoken.frames = each.frames;
        spoken.marks = {{3, 0}};
        trim_silence(spoken);
        CHECK(spoken.frames == each.trimmed);
        CHECK(spoken.marks.front().frame == each.mark);
    }
}

TEST_CASE("records become an utterance with its words placed in the text") {
    Utterance utterance;
    utterance.text = "Où là";
    utterance.markup = {"<speak>Où là</speak>", {{7, 0, 5}}};
    SpokenBuilder builder;
    builder.begin();
    const std::string words =
        encode_word(0, 7) + encode_word(2, 10) + encode_word(3, 12);  // 12: in a tag
    RecordParser parser;
    parser.feed(words);
    for (Record record; parser.next(record);) builder.add(record, utterance);
    builder.add({RecordKind::frames, as_bytes({99, 99, 99, 99})}, utterance);
    const Spoken spoken = builder.finish();
    CHECK(spoken.marks == std::vector<WordMark>{{0, 0}, {2, 4}});
}
