#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "model/dump.hpp"
#include "support.hpp"
#include "text/decode.hpp"
#include "text/page.hpp"

using namespace declaim;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void own(std::set<int>& lines, const LineRange& range) {
    for (int line = range.first; line <= range.last; ++line) lines.insert(line);
}

/// Every line with text belongs to a block or was dropped with a reason.
void check_owned(const std::string& bytes, const Speech& speech) {
    std::set<int> owned;
    for (const Block& block : speech.blocks) own(owned, block.lines);
    for (const Dropped& dropped : speech.dropped) {
        CHECK(!dropped.reason.empty());
        own(owned, dropped.lines);
    }
    for (const PageLine& line : read_text(decode(bytes, "", "x").text).lines) {
        INFO(line.line << ": " << line.text);
        CHECK(owned.count(line.line) == 1);
    }
}

/// The sentences of a block ascend, are disjoint and cover every byte that is not a space.
void check_sentences(const Speech& speech) {
    for (const Block& block : speech.blocks) {
        std::size_t last = 0;
        std::size_t covered = 0;
        for (const Sentence& sentence : block.sentences) {
            CHECK(sentence.where.begin >= last);
            CHECK(sentence.where.end > sentence.where.begin);
            CHECK(sentence.lines.first >= block.lines.first);
            CHECK(sentence.lines.last <= block.lines.last);
            last = sentence.where.end;
            for (const char c : text_of(block, sentence)) covered += c != ' ' ? 1U : 0U;
        }
        std::size_t solid = 0;
        for (const char c : block.text) solid += c != ' ' ? 1U : 0U;
        INFO(dump(block));
        CHECK(covered == solid);
    }
}

}  // namespace

TEST_CASE("corpus: every line of a speech is owned") {
    const char* folder = std::getenv("DECLAIM_CORPUS");
    if (folder == nullptr || !std::filesystem::is_directory(folder)) {
        std::cout << "skipped: set DECLAIM_CORPUS to a folder of speeches in plain text\n";
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        INFO(entry.path());
        const std::string bytes = bytes_of(entry.path());
        ReadOptions options;
        options.path = entry.path().string();
        const Speech speech = read_speech(bytes, options, test::voices());
        check_owned(bytes, speech);
        check_sentences(speech);
    }
}

TEST_CASE("corpus: every line of made-up documents is owned") {
    const char* documents[] = {
        "Speech\nby Jane Doe\n\nMr. President,\n\nIt is so. And so it is.\n\nGo to Index\n",
        "A long line that was wrapped by some-\none at the margin of the page it\nstands on. So.\n"
        "\n- 1 -\n\fRunning Head\n\nIt goes on\n\n- 2 -\n\fRunning Head\n\nand ends here.\n",
        "• one\n• two\n\n(Laughter)\n\nA: b\n",
        "\xFF\xFE"
        "not valid at all",
    };
    for (const std::string document : documents) {
        ReadOptions options;
        options.path = "x";
        const Speech speech = read_speech(document, options, test::voices());
        check_owned(document, speech);
        check_sentences(speech);
    }
}
