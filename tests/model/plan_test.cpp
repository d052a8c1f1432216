#include "model/plan.hpp"

#include <catch2/catch.hpp>

using namespace declaim;

namespace {

/// "3=0 4=2 …": the characters of the markup below `end` that stand for a byte of the text.
std::string mapped(const Utterance& utterance, std::uint32_t end) {
    std::string out;
    for (std::uint32_t at = 0; at < end; ++at)
        if (const auto byte = text_byte_of(utterance, at))
            out += (out.empty() ? "" : " ") + std::to_string(at) + "=" + std::to_string(*byte);
    return out;
}

}  // namespace

TEST_CASE("a character of the markup is traced to the byte of the text") {
    struct Case {
        const char* text;
        std::vector<MarkupRun> runs;
        const char* expected;  // of the first 30 characters
    };
    const Case cases[] = {
        {"abc", {{3, 0, 3}}, "3=0 4=1 5=2"},
        {"abc", {{0, 0, 3}}, "0=0 1=1 2=2"},
        // Characters of two, three and four bytes.
        {"aé日𝄞b", {{3, 0, 5}}, "3=0 4=1 5=3 6=6 7=10"},
        // "<s>é&#60;b</s>": of the reference its first character stands for the '<'.
        {"é<b", {{3, 0, 2}, {9, 3, 1}}, "3=0 4=2 9=3"},
        // Two runs that touch, and one that begins within the text.
        {"abcd", {{5, 0, 2}, {7, 2, 2}}, "5=0 6=1 7=2 8=3"},
        {"abcd", {{5, 2, 2}}, "5=2 6=3"},
        {"", {}, ""},
        {"abc", {}, ""},
        {"", {{3, 0, 0}}, ""},
    };
    for (const Case& each : cases) {
        Utterance utterance;
        utterance.text = each.text;
        utterance.markup.runs = each.runs;
        CHECK(mapped(utterance, 30) == each.expected);
        CHECK(text_byte_of(utterance, 0xFFFFFFFF) == std::nullopt);
    }
}
