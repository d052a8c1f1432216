// Any text: read_markdown gives a page that keeps its promises, in time.

#include <cstdlib>

#include "text/page.hpp"
#include "text/unicode.hpp"

namespace {

void require(bool promise) {
    if (!promise) std::abort();
}

void check(const declaim::PageLine& line, int elements) {
    require(!line.text.empty() && line.line > 0 && line.element < elements);
    require(line.linked <= line.text.size() && line.emphasised <= line.text.size());
    std::size_t at = 0;
    for (const declaim::ByteRange& mark : line.marks) {
        require(mark.begin >= at && mark.end > mark.begin && mark.end <= line.text.size());
        at = mark.end;
    }
    at = 0;
    for (const declaim::LineStart& start : line.starts) {
        require(start.at > at && start.at < line.text.size());
        at = start.at;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (!declaim::valid_utf8(text)) return 0;
    const declaim::Page page = declaim::read_markdown(text, "fuzz");
    for (std::size_t i = 0; i < page.elements.size(); ++i)
        require(page.elements[i].parent < static_cast<int>(i));
    for (const declaim::PageLine& line : page.lines)
        check(line, static_cast<int>(page.elements.size()));
    for (const declaim::Declared& declared : page.declared)
        require(declaim::valid_utf8(declared.name) && declaim::valid_utf8(declared.value));
    return 0;
}
