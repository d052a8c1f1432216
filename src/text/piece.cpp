#include "text/piece.hpp"

#include <algorithm>
#include <iterator>

namespace declaim {
namespace {

const LineStart& start_at(const std::vector<LineStart>& starts, std::size_t at) {
    const auto next = std::upper_bound(
        starts.begin(), starts.end(), at,
        [](std::size_t value, const LineStart& start) { return value < start.at; });
    return next == starts.begin() ? starts.front() : *std::prev(next);
}

std::size_t last_of(const ByteRange& range) {
    return range.end > range.begin ? range.end - 1 : range.end;
}

}  // namespace

LineRange Piece::lines(const ByteRange& range) const {
    return {start_at(starts, range.begin).line, start_at(starts, last_of(range)).line};
}

LineRange Piece::rows(const ByteRange& range) const {
    return {start_at(starts, range.begin).row, start_at(starts, last_of(range)).row};
}

Piece Piece::part(ByteRange range) const {
    while (range.begin < range.end && text[range.begin] == ' ') ++range.begin;
    while (range.begin < range.end && text[range.end - 1] == ' ') --range.end;
    Piece out;
    out.note = note;
    out.role = role;
    out.text = text.substr(range.begin, range.size());
    out.starts.push_back({0, lines(range).first, rows(range).first});
    out.element = element;
    out.language = language;
    for (const LineStart& start : starts)
        if (start.at > range.begin && start.at < range.end)
            out.starts.push_back({start.at - range.begin, start.line, start.row});
    return out;
}

}  // namespace declaim
