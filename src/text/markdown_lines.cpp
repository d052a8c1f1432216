#include "text/markdown_lines.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace declaim {
namespace {

constexpr int kDeepest = 32;          // containers in one line
constexpr std::size_t kWidest = 128;  // white space in a row, before the text of a line
constexpr int kMostBrackets = 64;     // open at a time
constexpr std::size_t kLongestLabel = 64;
constexpr std::size_t kMostCopied = std::size_t{256} << 20;  // bytes of links over all references

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// The bytes of the list marker or ">" at `at`; 0 for none.
std::size_t marker_size(std::string_view line, std::size_t at) {
    if (line[at] == '>') return 1;
    std::size_t end = at;
    while (end < line.size() && end < at + 9 && line[end] >= '0' && line[end] <= '9') ++end;
    const std::string_view wanted = end > at ? ".)" : "-+*";
    if (end >= line.size() || wanted.find(line[end]) == std::string_view::npos) return 0;
    ++end;
    return end == line.size() || is_blank(line[end]) ? end - at : 0;
}

/// Whether "[^label]:" begins at `at`.
bool defines_note(std::string_view line, std::size_t at) {
    if (line.substr(at, 2) != "[^") return false;
    const std::string_view label = line.substr(at + 2, kLongestLabel);
    const std::size_t end = label.find_first_of("] \t[");
    return end != std::string_view::npos && end > 0 && label.substr(end, 2) == "]:";
}

/// Whether a line is nothing but "***", "- - -" or "___".
bool is_thematic_break(std::string_view line) {
    char mark = '\0';
    int marks = 0;
    for (const char c : line) {
        if (is_blank(c)) continue;
        if ((c != '*' && c != '-' && c != '_') || (mark != '\0' && c != mark)) return false;
        mark = c;
        ++marks;
    }
    return marks >= 3;
}

class Tamer {
  public:
    explicit Tamer(std::string_view text) : text_(text) {
        const auto uses = static_cast<std::size_t>(std::count(text.begin(), text.end(), '['));
        longest_definition_ = uses == 0 ? kMostCopied : kMostCopied / uses;
    }

    std::string tame() {
        out_.reserve(text_.size() + text_.size() / 16);
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            add_line(text_.substr(at, end - at), at);
            if (end < text_.size()) out_.push_back('\n');
            at = end + 1;
        }
        return std::move(out_);
    }

  private:
    void add_line(std::string_view line, std::size_t place) {
        if (is_thematic_break(line)) {
            out_ += line;
            return;
        }
        std::size_t at = add_prefix(line);
        if (at == line.size()) open_ = 0;
        if (defines_note(line, at) || (at < line.size() && is_dear(line, at, place))) {
            out_ += kNoteBracket;
            ++at;
        }
        add_text(line.substr(at));
    }

    /// White space and the markers of containers. Out: the bytes of `line` done with.
    std::size_t add_prefix(std::string_view line) {
        std::size_t at = 0;
        for (int depth = 0;; ++depth) {
            const std::size_t begin = at;
            while (at < line.size() && is_blank(line[at])) ++at;
            out_ += line.substr(begin, std::min(at - begin, kWidest));
            const std::size_t size = at < line.size() ? marker_size(line, at) : 0;
            if (size == 0) return at;
            if (depth == kDeepest) {
                out_ += line.substr(at, size - 1);
                out_ += '\\';
                out_ += line[at + size - 1];
                return at + size;
            }
            out_ += line.substr(at, size);
            at += size;
        }
    }

    void add_text(std::string_view rest) {
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const bool escaped = i > 0 && rest[i - 1] == '\\';
            if (rest[i] == ']' && open_ > 0) --open_;
            if (rest[i] == '[' && !escaped && ++open_ > kMostBrackets) {
                out_ += '\\';
                --open_;
            }
            out_ += rest[i];
        }
    }

    /// Whether what may be the definition of a link is too long for the number of its uses.
    [[nodiscard]] bool is_dear(std::string_view line, std::size_t at, std::size_t place) const {
        if (line[at] != '[') return false;
        const std::size_t begin = place + at + 1;
        if (text_.size() - begin <= longest_definition_) return false;
        const std::string_view most = text_.substr(begin, longest_definition_);
        return most.find("\n\n") == std::string_view::npos;
    }

    std::string_view text_;
    std::string out_;
    std::size_t longest_definition_ = 0;
    int open_ = 0;  // brackets
};

}  // namespace

std::string tame_markdown(std::string_view text) { return Tamer(text).tame(); }

SourceLines::SourceLines(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size();) {
        begins_.push_back(at);
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    }
}

std::string_view SourceLines::line(int number) const {
    const auto i = static_cast<std::size_t>(number) - 1;
    if (number < 1 || i >= begins_.size()) return {};
    const std::size_t end = i + 1 < begins_.size() ? begins_[i + 1] : text_.size();
    const std::string_view line = text_.substr(begins_[i], end - begins_[i]);
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\r\n") + 1 - first);
}

bool keeps_lines(const SourceLines& source, int first, int last) {
    constexpr std::size_t kShort = 50;
    if (last <= first) return false;
    if (source.line(first).substr(0, 1) == "|") return true;
    for (int i = first; i <= last; ++i) {
        const std::string_view line = source.line(i);
        if (characters(line) > kShort || (i > first && starts_lower(line))) return false;
        if (i < last && ends_sentence(line)) return false;
    }
    return true;
}

bool is_note_sign(std::string_view before, std::string_view raised) {
    constexpr std::size_t kMostSigns = 8;  // bytes
    constexpr std::size_t kUnit = 2;       // letters
    constexpr std::size_t kLook = 100;
    const std::vector<Word> signs = words_of(raised.substr(0, kMostSigns + 1));
    if (raised.empty() || raised.size() > kMostSigns || signs.size() > 1) return false;
    if (!signs.empty() && signs[0].letter) return false;
    if (ends_sentence(before) || last_visible(before) == U',') return true;
    const std::vector<Word> words =
        words_of(before.substr(before.size() - std::min(before.size(), kLook)));
    return !words.empty() && words.back().letter && characters(words.back().folded) > kUnit;
}

}  // namespace declaim
