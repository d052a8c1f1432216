#include "reader/pdf_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace declaim {
namespace {

/// Far beyond any sheet; ISO 32000 allows 14,400.
constexpr double kFarthest = 1e5;

double sane(double value) {
    return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}

Box sane(Box box) {
    box = {sane(box.left), sane(box.top), sane(box.right), sane(box.bottom)};
    if (box.right < box.left) std::swap(box.left, box.right);
    if (box.bottom < box.top) std::swap(box.top, box.bottom);
    return box;
}

/// The box as it is when the sheet is turned so that its words are upright.
Box upright(const Box& box, int turn, double width, double height) {
    switch (turn) {
        case 1:
            return {box.top, width - box.right, box.bottom, width - box.left};
        case 2:
            return {width - box.right, height - box.bottom, width - box.left, height - box.top};
        case 3:
            return {height - box.bottom, box.left, height - box.top, box.right};
        default:
            return box;
    }
}

void lay_out_words(std::vector<PrintWord> words, std::vector<Gutter>& known,
                   std::vector<PrintLine>& lines) {
    int column = lines.empty() ? 0 : lines.back().column + 1;
    for (const std::vector<std::size_t>& places : find_columns(words, known)) {
        std::vector<PrintWord> own;
        own.reserve(places.size());
        for (const std::size_t place : places) own.push_back(std::move(words[place]));
        for (PrintLine& line : make_lines(std::move(own))) {
            line.column = column;
            lines.push_back(std::move(line));
        }
        ++column;
    }
}

}  // namespace

SheetLines lay_out(Sheet sheet, std::vector<Gutter>& known) {
    SheetLines out{sane(sheet.width), sane(sheet.height), {}};
    std::vector<std::vector<PrintWord>> turned(4);
    for (PrintWord& word : sheet.words) {
        if (word.text.empty()) continue;
        const int turn = ((word.turn % 4) + 4) % 4;
        word.box = upright(sane(word.box), turn, out.width, out.height);
        word.size = sane(word.size);
        if (word.size <= 0) word.size = std::max(word.box.height(), 1.0);
        turned[static_cast<std::size_t>(turn)].push_back(std::move(word));
    }
    // The way most words run is the way the sheet is read.
    std::stable_sort(turned.begin(), turned.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (std::vector<PrintWord>& words : turned)
        if (!words.empty()) lay_out_words(std::move(words), known, out.lines);
    return out;
}

}  // namespace declaim
