#include "say/pattern.hpp"

#include <re2/re2.h>

#include <cctype>
#include <stdexcept>
#include <vector>

namespace declaim {
namespace {

/// What no word and no number goes on with. By blocks of scripts, since the exact classes of
/// letters make automata a hundred times as large.
constexpr const char* kEdge =
    "[^0-9A-Za-z\\x{AA}\\x{B5}\\x{BA}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{1FFF}"
    "\\x{2C00}-\\x{2DFF}\\x{2E80}-\\x{2FFF}\\x{3040}-\\x{D7FF}]";

std::string around(const std::string& expression) {
    return std::string("(?:^|") + kEdge + ")(" + expression + ")(?:" + kEdge + "|$)";
}

RE2::Options options_of(bool match_case) {
    RE2::Options options(RE2::Quiet);
    options.set_longest_match(true);
    options.set_case_sensitive(match_case);
    return options;
}

/// Whether the last sign of a text may belong to a match: "100 m²". At the very end a match with it
/// would be no longer than one that takes it for the edge.
bool may_belong(std::string_view text) {
    constexpr std::string_view kPunctuation = ".,;:!?)\" ";
    return !text.empty() && !std::isalnum(static_cast<unsigned char>(text.back())) &&
           kPunctuation.find(text.back()) == std::string_view::npos;
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
    std::vector<re2::StringPiece> groups(names.size());
    std::size_t start = from;
    if (start > 0) do
            --start;
        while (start > 0 && is_continuation(text[start]));
    std::string padded;
    if (may_belong(text)) padded = std::string(text) + " ";
    const std::string_view subject = padded.empty() ? text : padded;
    const re2::StringPiece piece(subject.data(), subject.size());
    if (!library_->expression.Match(piece, start, subject.size(), RE2::UNANCHORED, groups.data(),
                                    static_cast<int>(groups.size())))
        return std::nullopt;
    PatternMatch match;
    match.where.begin = static_cast<std::size_t>(groups[1].data() - subject.data());
    match.where.end = match.where.begin + groups[1].size();
    for (std::size_t i = 2; i < groups.size(); ++i)
        if (!names[i].empty() && groups[i].data() != nullptr && !groups[i].empty())
            match.slots[names[i]] = text.substr(
                static_cast<std::size_t>(groups[i].data() - subject.data()), groups[i].size());
    return match;
}

}  // namespace declaim
