// Any bytes: read_speech gives a speech that keeps its promises, or throws an Error.

#include "base/error.hpp"
#include "promises.hpp"
#include "text/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const declaim::DataPath data({DECLAIM_TEST_VOICES});
    declaim::ReadOptions options;
    options.path = "fuzz";
    try {
        declaim::fuzz::check(
            declaim::read_speech({reinterpret_cast<const char*>(bytes), size}, options, data));
    } catch (const declaim::Error&) {
    }
    return 0;
}
