// Any text: read_html gives a page that keeps its promises, or throws an Error, in time.

#include "base/error.hpp"
#include "promises.hpp"
#include "text/decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (!declaim::valid_utf8(text)) return 0;
    try {
        declaim::fuzz::check(declaim::read_html(declaim::normalised(text), "fuzz"));
    } catch (const declaim::Error&) {
    }
    return 0;
}
