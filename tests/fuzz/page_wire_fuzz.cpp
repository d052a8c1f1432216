// What declaim-reader answers, whole or broken. The first byte chooses: any bytes; the answer for
// the page that HTML gives; that answer with one byte changed.

#include "base/error.hpp"
#include "promises.hpp"
#include "text/decode.hpp"
#include "text/page_wire.hpp"

namespace {

using declaim::fuzz::require;

bool same(const declaim::Page& a, const declaim::Page& b) {
    return a.lines == b.lines && a.elements == b.elements && a.declared == b.declared;
}

void check_answer(std::string_view answer) {
    try {
        const declaim::Page page = declaim::decode_answer(answer);
        for (const declaim::PageLine& line : page.lines)
            declaim::fuzz::check(line, static_cast<int>(page.elements.size()));
        require(same(declaim::decode_answer(declaim::encode_page(page)), page));
    } catch (const declaim::Error&) {
    }
}

std::string survives(const std::string& html) {
    const declaim::Page page = declaim::read_html(html, "fuzz");
    std::string answer = declaim::encode_page(page);
    require(same(declaim::decode_answer(answer), page));
    return answer;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 5) return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 4, size - 4);
    if (bytes[0] % 3 == 0) return check_answer(text), 0;
    if (!declaim::valid_utf8(text)) return 0;
    try {
        std::string answer = survives(declaim::normalised(text));
        if (bytes[0] % 3 == 1) return 0;
        answer[(bytes[1] * 256U + bytes[2]) % answer.size()] = static_cast<char>(bytes[3]);
        check_answer(answer);
    } catch (const declaim::Error&) {
    }
    return 0;
}
