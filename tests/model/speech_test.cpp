#include "model/speech.hpp"

#include <catch2/catch.hpp>

#include "model/audio.hpp"

using namespace declaim;

TEST_CASE("kinds of blocks have their names, and some are not spoken") {
    struct Case {
        BlockKind kind;
        const char* name;
        bool spoken;
    };
    const Case cases[] = {
        {BlockKind::address, "address", true},
        {BlockKind::paragraph, "paragraph", true},
        {BlockKind::heading, "heading", true},
        {BlockKind::quote, "quote", true},
        {BlockKind::list_item, "list_item", true},
        {BlockKind::verse, "verse", true},
        {BlockKind::direction, "direction", false},
        {BlockKind::speaker_label, "speaker_label", false},
        {BlockKind::note, "note", false},
    };
    CHECK(std::size(cases) == kBlockKinds);
    for (const Case& each : cases) {
        CHECK(name_of(each.kind) == each.name);
        CHECK(is_spoken(each.kind) == each.spoken);
    }
}

TEST_CASE("a sentence is a range of its block's bytes") {
    Block block;
    block.text = "Één. Två ord.";
    const auto text = [&](std::size_t begin, std::size_t end) {
        return std::string(text_of(block, {{begin, end}, {}}));
    };
    CHECK(text(0, 6) == "Één.");
    CHECK(text(7, 16) == "Två ord.");
    CHECK(text(0, block.text.size()) == block.text);
    CHECK(text(3, 3).empty());
    CHECK(text(16, 16).empty());
}

TEST_CASE("milliseconds are frames, rounded down") {
    CHECK(frames_of_ms(1000, 22050) == 22050);
    CHECK(frames_of_ms(1, 22050) == 22);
    CHECK(frames_of_ms(421, 22050) == 9283);
    CHECK(frames_of_ms(0, 48000) == 0);
    CHECK(frames_of_ms(std::int64_t{100} * 3600 * 1000, 48000) == std::int64_t{100} * 3600 * 48000);
}
