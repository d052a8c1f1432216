#include "cli/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/columns.hpp"

namespace declaim {
namespace {

/// The column of the rules is no wider; a longer one pushes its text to the right.
constexpr std::size_t kWidestRule = 24;

struct Sign {
    char sign;
    const char* colour;
};

Sign sign_of(Fate fate) {
    switch (fate) {
        case Fate::dropped:
            return {'-', kRed};
        case Fate::rewritten:
            return {'~', kYellow};
        case Fate::spoken:
            return {'=', kCyan};
        case Fate::kept:
            break;
    }
    return {'+', kGreen};
}

std::string text_of(const Explained& line) {
    if (line.fate != Fate::rewritten && line.fate != Fate::spoken) return line.text;
    return line.to.empty() ? line.text + " → (nothing)" : line.text + " → " + line.to;
}

}  // namespace

std::string explain_text(const std::vector<Explained>& lines, const Screen& screen) {
    std::size_t digits = 1;
    std::size_t rules = 1;
    for (const Explained& line : lines) {
        digits = std::max(digits, std::to_string(line.line).size());
        if (line.rule.size() <= kWidestRule) rules = std::max(rules, line.rule.size());
    }
    std::string out;
    for (const Explained& line : lines) {
        const Sign sign = sign_of(line.fate);
        const std::string head =
            fmt::format("{:>{}} {} {:{}}", line.line, digits, sign.sign, line.rule, rules);
        const std::size_t used = head.size() + 2;
        const std::size_t room =
            screen.columns == 0
                ? 0
                : std::max<std::size_t>(20, screen.columns - std::min(screen.columns, used));
        out += screen.paint(sign.colour, head) + "  " + shorten(text_of(line), room) + "\n";
    }
    return out;
}

}  // namespace declaim
