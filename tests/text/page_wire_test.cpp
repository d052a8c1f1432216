#include "text/page_wire.hpp"

#include <catch2/catch.hpp>

#include "support/failure.hpp"

using namespace declaim;
using declaim::test::failure_of;

namespace {

Page full_page() {
    Page page;
    page.elements.push_back({-1, "div", "a b", "fr", true});
    page.elements.push_back({0, "p", "", "", false});
    PageLine line;
    line.text = "Où là1 et";
    line.line = 7;
    line.indent = 4;
    line.starts_block = true;
    line.starts_page = true;
    line.note = true;
    line.element = 1;
    line.linked = 3;
    line.linked_inside = 2;
    line.emphasised = 5;
    line.marks = {{7, 8}, {9, 11}};
    line.starts = {{4, 8}, {9, 9}};
    page.lines.push_back(line);
    PageLine bare;
    bare.text = std::string("\0\xff", 2);
    page.lines.push_back(bare);
    page.declared.push_back({"core", "title", "On \"Rivers\""});
    return page;
}

}  // namespace

TEST_CASE("a page survives the wire") {
    CHECK(decode_answer(encode_page(full_page())) == full_page());
    CHECK(decode_answer(encode_page({})) == Page{});
}

TEST_CASE("a failure survives the wire") {
    for (const ErrorKind kind : {ErrorKind::usage, ErrorKind::input, ErrorKind::passing}) {
        const Error error(kind, "a.docx: why\nnot");
        CHECK(failure_of([&] { decode_answer(encode_failure(error)); }) ==
              failure_of([&] { throw error; }));
    }
}

TEST_CASE("broken answers are refused") {
    const std::string good = encode_page(full_page());
    const auto refused = [](const std::string& bytes) {
        return failure_of([&] { decode_answer(bytes); }).rfind("data: declaim-reader", 0) == 0;
    };
    for (std::size_t cut = 0; cut < good.size(); ++cut) CHECK(refused(good.substr(0, cut)));
    CHECK(refused(good + "x"));
    CHECK(refused("hello"));
    CHECK(refused(std::string(1000000, '\x91')));  // arrays in arrays
    CHECK(refused(std::string(1000000, '\x81')));  // objects
    CHECK(refused("\xdd\xff\xff\xff\xff"));        // an array of four thousand million
    CHECK(refused(encode_failure(Error(static_cast<ErrorKind>(99), "x"))));

    const std::vector<void (*)(Page&)> lies{
        [](Page& page) { page.lines[0].element = 2; },
        [](Page& page) { page.lines[0].element = -2; },
        [](Page& page) { page.lines[0].text.clear(); },
        [](Page& page) { page.lines[0].line = -1; },
        [](Page& page) { page.lines[0].linked = 99; },
        [](Page& page) { page.lines[0].linked_inside = 4; },
        [](Page& page) { page.lines[0].emphasised = std::size_t(-1); },
        [](Page& page) {
            page.lines[0].marks = {{9, 8}};
        },
        [](Page& page) {
            page.lines[0].marks = {{7, 8}, {6, 9}};
        },
        [](Page& page) {
            page.lines[0].marks = {{7, 99}};
        },
        [](Page& page) {
            page.lines[0].starts = {{99, 1}};
        },
        [](Page& page) { page.elements[1].parent = 1; },
        [](Page& page) { page.elements[0].parent = -2; },
    };
    for (const auto lie : lies) {
        Page page = full_page();
        lie(page);
        CHECK(refused(encode_page(page)));
    }
}

TEST_CASE("any change of a byte gives a page or an error") {
    const std::string good = encode_page(full_page());
    for (std::size_t at = 0; at < good.size(); ++at)
        for (int value = 0; value < 256; value += 5) {
            std::string bytes = good;
            bytes[at] = static_cast<char>(value);
            failure_of([&] { decode_answer(bytes); });
        }
    SUCCEED();
}
