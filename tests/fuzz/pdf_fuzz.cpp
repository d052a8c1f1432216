// Any words anywhere on any sheets: every character of theirs is on the page, once.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "promises.hpp"
#include "reader/pdf_layout.hpp"

namespace {

constexpr std::array<const char*, 16> kWords{"a",     "the",   "speech.", "1",     "*",    "Page",
                                             "über",  "(and)", "שלום",    "2024",  "con-", "WORDS",
                                             "مرحبا", "…",     "iv",      "people"};

/// A sheet ends at a byte of 255, or with the input. Six bytes a word.
std::vector<declaim::Sheet> sheets_of(const std::uint8_t* bytes, std::size_t size) {
    std::vector<declaim::Sheet> sheets(1);
    for (std::size_t at = 0; at + 6 <= size; at += 6) {
        const std::uint8_t* b = bytes + at;
        if (b[0] == 255) sheets.emplace_back();
        declaim::Sheet& sheet = sheets.back();
        sheet.width = sheet.height = 600;
        declaim::PrintWord word;
        word.text = kWords[b[4] % kWords.size()];
        const double height = b[3] % 32;
        const double width = height / 2 * static_cast<double>(declaim::characters(word.text));
        const double left = b[0] * 2.5;
        const double top = b[1] * 2.5 + b[2] / 100.0;
        word.box = {left, top, left + width, top + height};
        word.size = height;
        word.turn = b[5] < 240 ? 0 : b[5];
        word.space_after = b[5] % 2 == 0;
        word.emphasised = b[5] % 4 == 0;
        sheet.words.push_back(word);
    }
    return sheets;
}

using Counts = std::array<std::size_t, 0x3000>;

void count(const std::string& text, Counts& counts) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = declaim::next_char(text, at);
        if (!declaim::is_space(c)) ++counts[c % counts.size()];
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    Counts given{};
    Counts got{};
    std::vector<declaim::Gutter> known;
    std::vector<declaim::SheetLines> sheets;
    for (declaim::Sheet& sheet : sheets_of(bytes, size)) {
        for (const declaim::PrintWord& word : sheet.words) count(word.text, given);
        sheets.push_back(declaim::lay_out(std::move(sheet), known));
    }
    const declaim::Page page = declaim::page_of(std::move(sheets));
    declaim::fuzz::check(page);
    for (const declaim::PageLine& line : page.lines) count(line.text, got);
    declaim::fuzz::require(given == got);
    return 0;
}
