#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace declaim {
namespace {

std::string_view line_of(std::string_view text, int line) {
    std::size_t start = 0;
    for (int i = 1; i < line; ++i) {
        const std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos) return {};
        start = end + 1;
    }
    std::string_view found = text.substr(start, text.find('\n', start) - start);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

}  // namespace

std::string render(const Diagnostic& diagnostic, std::string_view file_text) {
    std::string out = fmt::format("{}:{}:{}: error: {}", diagnostic.file, diagnostic.line,
                                  diagnostic.column, diagnostic.message);
    const std::string_view line = line_of(file_text, diagnostic.line);
    if (line.empty()) return out;
    out += fmt::format("\n  {}\n  ", line);
    // Tabs are kept under the caret so that it stands right whatever their width.
    std::size_t byte = 0;
    for (int column = 1; column < diagnostic.column; ++column) {
        out += byte < line.size() && line[byte] == '\t' ? '\t' : ' ';
        do ++byte;
        while (byte < line.size() && is_continuation(line[byte]));
    }
    return out + "^";
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t kLongest = 64;  // the distance takes time and memory by the square
    if (word.size() > kLongest) return "";
    std::size_t best = word.size() / 3 + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > kLongest) continue;
        if (const std::size_t distance = edit_distance(word, candidate); distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

}  // namespace declaim
