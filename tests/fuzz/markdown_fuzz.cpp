// Any text: read_markdown gives a page that keeps its promises, in time.

#include "promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (!declaim::valid_utf8(text)) return 0;
    declaim::fuzz::check(declaim::read_markdown(text, "fuzz"));
    return 0;
}
