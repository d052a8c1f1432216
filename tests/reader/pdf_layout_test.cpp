#include "reader/pdf_layout.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "base/unicode.hpp"
#include "reader/pdf_text.hpp"

using namespace declaim;

namespace {

/// A word whose letters are half as wide as they are high; `y` is the base line.
PrintWord word(const std::string& text, double x, double y, double size = 10) {
    PrintWord out;
    out.text = text;
    out.box = {x, y - size, x + static_cast<double>(characters(text)) * size / 2, y};
    out.size = size;
    return out;
}

std::vector<std::string> lines_of(std::vector<PrintWord> words) {
    std::vector<Gutter> known;
    std::vector<std::string> out;
    for (const PrintLine& line : lay_out({600, 800, std::move(words)}, known).lines)
        out.push_back(line.text);
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("words of print make lines by where they stand", "[pdf_layout]") {
    struct Row {
        const char* what;
        std::vector<PrintWord> words;
        Lines lines;
    };
    const Row rows[] = {
        {"nothing", {}, {}},
        {"any order",
         {word("two", 80, 50), word("three", 50, 62), word("one", 50, 50)},
         {"one two", "three"}},
        {"a word in two fonts", {word("spe", 50, 50), word("ech", 65.2, 50)}, {"speech"}},
        {"other fonts, other heights", {word("one", 50, 50), word("two", 70, 51, 12)}, {"one two"}},
        {"a raised number",
         {word("word", 50, 50), word("1", 70, 46, 6), word("on", 76, 50)},
         {"word1 on"}},
        {"spread letters",
         {word("S", 50, 50), word("P", 59, 50), word("E", 68, 50), word("O", 83, 50),
          word("F", 92, 50)},
         {"SPE OF"}},
        {"an initial of two lines",
         {word("W", 50, 62, 24), word("ords", 62, 50), word("go", 90, 50), word("on", 62, 62),
          word("here", 80, 62)},
         {"Words go", "on here"}},
        {"a stamp across lines",
         {word("DRAFT", 60, 90, 60), word("one", 50, 50), word("two", 50, 62),
          word("three", 50, 74), word("four", 50, 86), word("five", 50, 98)},
         {"one", "two", "three", "four", "five", "DRAFT"}},
        {"right to left, as seen", {word("2024", 50, 50), word("םולש", 80, 50)}, {"שלום 2024"}},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(lines_of(row.words) == row.lines);
    }
}

TEST_CASE("sheets of print that is turned are read upright", "[pdf_layout]") {
    struct Row {
        int turn;
        Box first, second;  // "one" and below it "two"
    };
    const Row rows[] = {{1, {500, 50, 510, 65}, {480, 50, 490, 65}},
                        {2, {400, 700, 415, 710}, {400, 680, 415, 690}},
                        {3, {50, 600, 60, 615}, {70, 600, 80, 615}}};
    for (const Row& row : rows) {
        PrintWord one = word("one", 0, 0);
        PrintWord two = word("two", 0, 0);
        one.turn = two.turn = row.turn;
        one.box = row.first;
        two.box = row.second;
        INFO(row.turn);
        CHECK(lines_of({two, one}) == Lines{"one", "two"});
    }
}

TEST_CASE("a short second column is known by the gutter of the sheet before", "[pdf_layout]") {
    const auto add = [](std::vector<PrintWord>& words, double x, int lines, const char* text) {
        for (int i = 0; i < lines; ++i) words.push_back(word(text, x, 100 + i * 12));
    };
    std::vector<PrintWord> full;
    add(full, 50, 8, "as_wide_as_the_left_column");
    add(full, 200, 8, "as_wide_as_the_other_column");
    std::vector<PrintWord> short_one;
    add(short_one, 50, 14, "as_wide_as_the_left_column");
    add(short_one, 200, 2, "the_end");
    std::vector<Gutter> known;
    CHECK(find_columns(short_one, known).size() == 1);
    CHECK(find_columns(full, known).size() == 2);
    CHECK(known.size() == 1);
    CHECK(find_columns(short_one, known).size() == 2);
}

TEST_CASE("boxes that make no sense lose no word", "[pdf_layout]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double far = std::numeric_limits<double>::infinity();
    std::vector<PrintWord> words;
    for (const double at : {nan, far, -far, 1e300, 0.0, -5.0})
        for (const double size : {nan, far, -1.0, 0.0}) {
            PrintWord odd = word("a", at, 10);
            odd.box.bottom = at;
            odd.size = size;
            words.push_back(odd);
        }
    std::string all;
    for (const std::string& line : lines_of(words)) all += line;
    CHECK(std::count(all.begin(), all.end(), 'a') == static_cast<std::ptrdiff_t>(words.size()));
}

TEST_CASE("headings are ranked by their size, long ones are text", "[pdf_layout]") {
    const auto line = [](const std::string& text, double size, double y) {
        PrintLine out;
        out.text = text;
        out.box = {50, y - size, 300, y};
        out.size = size;
        out.base = y;
        return out;
    };
    const std::string body = "What most of the text is set in, whatever else there may be on it.";
    SheetLines sheet{600, 800, {line("Great", 20, 100), line("Less", 15, 130)}};
    for (int i = 0; i < 9; ++i) sheet.lines.push_back(line(body, 10, 150 + i * 12));
    sheet.lines.push_back(line(std::string(500, 'x'), 15, 300));
    const Page page = page_of({sheet});
    CHECK(page.elements.at(0).tag == "h1");
    CHECK(page.elements.at(1).tag == "h2");
    CHECK(page.elements.at(2).tag == "p");
    CHECK(page.elements.back().tag == "p");
    CHECK(page_of({}).lines.empty());
}

TEST_CASE("words of a PDF are tidied", "[pdf_layout]") {
    const std::pair<const char*, const char*> rows[] = {
        {"o\xEF\xAC\x83"
         "ce",
         "office"},                        // ffi
        {"con\xC2\xAD", "con-"},           // a soft hyphen that is seen
        {"con\xC2\xADtinue", "continue"},  // and one that is not
        {"e\xCC\x81t\xC3\xA9", "été"},     // NFC
        {"a\x01\xE2\x80\x8B", "a"},        // control, zero width
        {"", ""},
    };
    for (const auto& [from, to] : rows) CHECK(tidy_word(from) == to);
}
