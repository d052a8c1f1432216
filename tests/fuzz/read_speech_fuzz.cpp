// Any bytes: read_speech gives a speech that keeps its promises, or throws an Error.

#include <cstdlib>

#include "base/error.hpp"
#include "text/read.hpp"

namespace {

void require(bool promise) {
    if (!promise) std::abort();
}

void check(const declaim::Block& block) {
    require(!block.text.empty());
    std::size_t at = 0;
    for (const declaim::Sentence& sentence : block.sentences) {
        require(sentence.where.begin >= at && sentence.where.end > sentence.where.begin);
        for (; at < sentence.where.begin; ++at)
            require(block.text[at] == ' ' || block.text[at] == '\n');
        at = sentence.where.end;
    }
    require(at <= block.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const declaim::DataPath data({DECLAIM_TEST_VOICES});
    declaim::ReadOptions options;
    options.path = "fuzz";
    try {
        const declaim::Speech speech =
            declaim::read_speech({reinterpret_cast<const char*>(bytes), size}, options, data);
        for (const declaim::Block& block : speech.blocks) check(block);
    } catch (const declaim::Error&) {
    }
    return 0;
}
