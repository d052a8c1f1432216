// Any bytes: the readers of office documents and books give a page, or throw an Error. The first
// byte chooses which; what follows is an archive when it looks like one, else the XML of the main
// part of one, which variants of an archive hardly ever get to.

#include "base/error.hpp"
#include "promises.hpp"
#include "reader/office.hpp"
#include "support/zip_file.hpp"

namespace {

using declaim::fuzz::check;
using declaim::test::zip_of;

void read(int which, std::string bytes) {
    const bool archive = bytes.rfind("PK", 0) == 0;
    if (which == 0)
        check(declaim::read_docx(archive ? bytes
                                         : zip_of({{"word/document.xml", bytes},
                                                   {"word/styles.xml", bytes},
                                                   {"word/footnotes.xml", bytes}}),
                                 "fuzz"));
    else if (which == 1)
        check(declaim::read_odt(
            archive ? bytes : zip_of({{"content.xml", bytes}, {"styles.xml", bytes}}), "fuzz"));
    else
        check(declaim::read_epub(
            archive ? bytes
                    : zip_of({{"META-INF/container.xml", "<rootfile full-path=\"a.opf\"/>"},
                              {"a.opf", bytes},
                              {"a.xhtml", bytes}}),
            "fuzz"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    try {
        read(bytes[0] % 3, {reinterpret_cast<const char*>(bytes) + 1, size - 1});
    } catch (const declaim::Error&) {
    }
    return 0;
}
