#include "say/pattern.hpp"

#include <re2/re2.h>

#include <stdexcept>
#include <vector>

namespace declaim {
namespace {

/// What no word and no number goes on with. By blocks of scripts, since the exact classes of
/// letters make automata a hundred times as large.
constexpr const char* kEdge =
    "(?-i:[\\x00-/:-@\\[-`{-\\x{A9}\\x{AB}-\\x{B4}\\x{B6}-\\x{B9}\\x{BB}-\\x{BF}\\x{D7}\\x{F7}"
    "\\x{2000}-\\x{2BFF}\\x{2E00}-\\x{2E7F}\\x{3000}-\\x{303F}\\x{E000}-\\x{10FFFF}])";

std::string around(const std::string& expression) {
    return std::string("(?m)(?:^|") + kEdge + ")(" + expression + ")(?:" + kEdge + "|$)";
}

RE2::Options options_of(bool match_case) {
    RE2::Options options(RE2::Quiet);
    options.set_longest_match(true);
    options.set_case_sensitive(match_case);
    return options;
}

using Groups = std::vector<re2::StringPiece>;

bool match(const RE2& expression, const re2::StringPiece& text, std::size_t from,
           RE2::Anchor anchor, Groups& groups) {
    return expression.Match(text, from, text.size(), anchor, groups.data(),
                            static_cast<int>(groups.size()));
}

/// At the end of the text "50 km" with its edge "²" is no shorter than "50 km²": with something
/// behind it is. The tail is short, since the match reaches the end.
void prefer_longer_at_end(const RE2& expression, const re2::StringPiece& text, Groups& groups) {
    const char* const end = text.data() + text.size();
    if (groups[0].data() + groups[0].size() != end || groups[1].data() + groups[1].size() == end)
        return;
    const std::string tail = std::string(groups[0].data(), groups[0].size()) + "\n";
    Groups longer(groups.size());
    if (!match(expression, tail, 0, RE2::ANCHOR_START, longer)) return;
    const auto place = [&](const re2::StringPiece& group) { return group.data() - tail.data(); };
    const auto ends = static_cast<std::size_t>(place(longer[1])) + longer[1].size();
    if (place(longer[1]) != groups[1].data() - groups[0].data() ||
        longer[1].size() <= groups[1].size() || ends >= tail.size())
        return;
    for (std::size_t i = 1; i < groups.size(); ++i)
        groups[i] = longer[i].data() == nullptr
                        ? re2::StringPiece()
                        : re2::StringPiece(groups[0].data() + place(longer[i]), longer[i].size());
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

struct Pattern::Library {
    RE2 expression;
    std::vector<std::string> names;  // of the groups, "" for one without
};

Pattern::Pattern(const std::string& expression, bool match_case)
    : library_(new Library{{around(expression), options_of(match_case)}, {}}) {
    const RE2& re = library_->expression;
    if (!re.ok()) throw std::invalid_argument(re.error());
    library_->names.resize(static_cast<std::size_t>(re.NumberOfCapturingGroups()) + 1);
    for (const auto& [number, name] : re.CapturingGroupNames())
        library_->names[static_cast<std::size_t>(number)] = name;
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
    const auto& names = library_->names;
    Groups groups(names.size());
    std::size_t start = from;
    if (start > 0) do
            --start;
        while (start > 0 && is_continuation(text[start]));
    const re2::StringPiece piece(text.data(), text.size());
    if (!match(library_->expression, piece, start, RE2::UNANCHORED, groups)) return std::nullopt;
    prefer_longer_at_end(library_->expression, piece, groups);
    PatternMatch found;
    found.where.begin = static_cast<std::size_t>(groups[1].data() - text.data());
    found.where.end = found.where.begin + groups[1].size();
    for (std::size_t i = 2; i < groups.size(); ++i)
        if (!names[i].empty() && groups[i].data() != nullptr && !groups[i].empty())
            found.slots[names[i]] = std::string_view(groups[i].data(), groups[i].size());
    return found;
}

}  // namespace declaim
