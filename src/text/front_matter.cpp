#include "text/front_matter.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/toml_file.hpp"
#include "base/unicode.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMost = 65536;
constexpr std::size_t kLongestKey = 64;
constexpr int kDeepest = 16;               // brackets, or dashes in a row
constexpr std::size_t kWidestIndent = 64;  // columns that still nest

using Fields = std::vector<std::pair<std::string, std::string>>;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

/// The line that begins at `at`, which is moved behind it.
std::string_view take_line(std::string_view text, std::size_t& at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    return line;
}

bool is_fence(std::string_view line, std::string_view fence) {
    const std::size_t end = line.find_last_not_of(" \t\r");
    return end != std::string_view::npos && line.substr(0, end + 1) == fence;
}

/// The bytes before the `mark` of "key: value" or "key = value"; npos for another line. A key is in
/// quotes, or a few words at most.
std::size_t key_size(std::string_view line, char mark, int words = 3) {
    std::size_t end = 0;
    if (!line.empty() && (line[0] == '"' || line[0] == '\'')) {
        end = line.find(line[0], 1);
        if (end == std::string_view::npos) return end;
        ++end;
    } else {
        while (end < line.size() && line[end] != mark && (line[end] != ' ' || --words > 0)) ++end;
        while (end > 0 && is_blank(line[end - 1])) --end;
    }
    const std::size_t at = line.find_first_not_of(" \t", end);
    if (end == 0 || end > kLongestKey || at == std::string_view::npos || line[at] != mark)
        return std::string_view::npos;
    if (mark == ':' && at + 1 < line.size() && !is_blank(line[at + 1]))
        return std::string_view::npos;  // "https://…"
    const std::string_view key = line.substr(0, end);
    return key.find_first_of("[]{}<>*#|") == std::string_view::npos ? end : std::string_view::npos;
}

struct Fenced {
    std::string_view body;  ///< without its fences
    std::size_t bytes = 0;
    char mark = ':';  ///< between key and value
};

/// Whether every line has its place in front matter, the first being a key.
bool has_shape(std::string_view body, char mark) {
    bool any = false;
    for (std::size_t at = 0; at < body.size();) {
        const std::string_view line = take_line(body, at);
        const std::string_view text = trimmed(line);
        if (text.empty() && !any) return false;
        if (text.empty() || text[0] == '#') continue;
        const bool inner = line[0] == ' ' || line[0] == '\t' || text[0] == '-' || text[0] == ']' ||
                           text[0] == '}' || (mark == '=' && text[0] == '[');
        const bool key = !inner && key_size(line, mark, any ? 3 : 1) != std::string_view::npos;
        if (!key && !(inner && (any || mark == '='))) return false;
        any = true;
    }
    return any;
}

Fenced find_fenced(std::string_view text) {
    Fenced found;
    text = text.substr(0, kMost);
    std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    const std::string_view first = take_line(text, at);
    const bool toml = is_fence(first, "+++");
    if (!toml && !is_fence(first, "---")) return found;
    found.mark = toml ? '=' : ':';
    const std::size_t begin = at;
    while (at < text.size()) {
        const std::size_t end = at;
        const std::string_view line = take_line(text, at);
        if (!is_fence(line, toml ? "+++" : "---") && (toml || !is_fence(line, "..."))) continue;
        found.body = text.substr(begin, end - begin);
        if (has_shape(found.body, found.mark)) found.bytes = at;
        break;
    }
    return found;
}

// --- line by line ------------------------------------------------------------------------------

std::string unquoted(std::string_view value) {
    value = trimmed(value);
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front())
        value = value.substr(1, value.size() - 2);
    return std::string(value);
}

void add_to(std::string& value, std::string_view more, std::string_view joint) {
    if (more.empty()) return;
    if (!value.empty()) value += joint;
    value += more;
}

/// Every line that has a key, with the lines below that go on.
Fields pairs_of(std::string_view body, char mark) {
    Fields fields;
    for (std::size_t at = 0; at < body.size();) {
        const std::string_view line = take_line(body, at);
        const std::string_view text = trimmed(line);
        const std::size_t key = key_size(line, mark);
        const bool inner = !text.empty() && (line[0] == ' ' || line[0] == '\t' || text[0] == '-');
        if (text.empty() || text[0] == '#') continue;
        if (inner && !fields.empty()) {
            const bool item = text[0] == '-';
            add_to(fields.back().second, unquoted(item ? text.substr(1) : text), item ? ", " : " ");
        } else if (key != std::string_view::npos) {
            std::string value = unquoted(line.substr(line.find(mark, key) + 1));
            if (value == "|" || value == ">") value.clear();
            fields.emplace_back(unquoted(line.substr(0, key)), std::move(value));
        }
    }
    return fields;
}

// --- YAML --------------------------------------------------------------------------------------

/// Whether it nests too deeply, or has the anchors and aliases that make much of little. Quotes are
/// not looked at: what is refused wrongly is still read line by line.
bool is_hostile(std::string_view body) {
    int depth = 0;
    for (const char c : body) {
        if (c == '[' || c == '{') ++depth;
        if ((c == ']' || c == '}') && depth > 0) --depth;
        if (depth > kDeepest) return true;
    }
    for (std::size_t at = 0; at < body.size();) {
        const std::string_view line = take_line(body, at);
        const std::size_t begin = line.find_first_not_of(" \t-?:");
        if (std::min(begin, line.size()) > kWidestIndent) return true;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const bool opens =
                i == 0 || std::string_view(" \t,[{:").find(line[i - 1]) != std::string_view::npos;
            if (opens && (line[i] == '&' || line[i] == '*') && line[i + 1] != ' ') return true;
        }
    }
    return false;
}

/// yaml-cpp 0.7 makes one byte of the escapes \_ and \N, which is no UTF-8.
std::string scalar_of(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (valid_utf8(text)) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_char(text, at);
        const bool lost = c == U'\uFFFD' && at == begin + 1;
        append_char(out, lost && (text[begin] == '\xA0' || text[begin] == '\x85') ? U' ' : c);
    }
    return out;
}

std::string scalars_of(const YAML::Node& node) {
    if (node.IsScalar()) return scalar_of(node);
    std::string list;
    if (node.IsSequence())
        for (const YAML::Node& element : node)
            if (element.IsScalar()) add_to(list, scalar_of(element), ", ");
    return list;
}

/// The keys of a map and those one below; of a list of maps those of the first.
void add_yaml(Fields& fields, const YAML::Node& map) {
    for (const auto& entry : map) {
        const YAML::Node& key = entry.first;
        const YAML::Node& value = entry.second;
        if (!key.IsScalar()) continue;
        const YAML::Node inner = value.IsSequence() && value.size() > 0 ? value[0] : value;
        if (!inner.IsMap()) {
            fields.emplace_back(scalar_of(key), scalars_of(value));
            continue;
        }
        for (const auto& below : inner)
            if (below.first.IsScalar())
                fields.emplace_back(scalar_of(key) + "." + scalar_of(below.first),
                                    scalars_of(below.second));
    }
}

/// Nothing where a quote that is not closed has swallowed a key.
Fields yaml_fields(std::string_view body, const Fields& written) {
    Fields fields;
    if (is_hostile(body)) return fields;
    try {
        const YAML::Node root = YAML::Load(std::string(body));
        if (root.IsMap() && root.size() >= written.size()) add_yaml(fields, root);
    } catch (const YAML::Exception&) {
        fields.clear();
    }
    return fields;
}

// --- TOML --------------------------------------------------------------------------------------

/// A text or list of texts; anything else, such as a date, as it is written.
std::string toml_value(TomlTable& table, const std::string& key, const Fields& written) {
    try {
        return table.text(key).value_or("");
    } catch (const Error&) {
    }
    try {
        std::string list;
        for (const std::string& text : table.texts(key)) add_to(list, text, ", ");
        return list;
    } catch (const Error&) {
    }
    const auto found = std::find_if(written.begin(), written.end(),
                                    [&](const auto& field) { return field.first == key; });
    return found == written.end() ? std::string() : found->second;
}

Fields toml_fields(std::string_view body, const Fields& written) {
    Fields fields;
    try {
        TomlTable root = TomlTable::parse(std::string(body), "front matter");
        for (const std::string& key : root.keys()) {
            std::optional<TomlTable> inner;
            try {
                inner = root.table(key);
            } catch (const Error&) {
            }
            if (!inner) fields.emplace_back(key, toml_value(root, key, written));
            if (inner)
                for (const std::string& below : inner->keys())
                    fields.emplace_back(key + "." + below, toml_value(*inner, below, written));
        }
    } catch (const Error&) {
        fields.clear();
    }
    return fields;
}

// --- the title block of pandoc -----------------------------------------------------------------

/// "% Title", "% Author", "% Date" on the first lines. Source: pandoc's manual, pandoc_title_block.
FrontMatter title_block(std::string_view text) {
    FrontMatter found;
    for (const char* key : {"title", "author", "date"}) {
        std::size_t at = found.bytes;
        const std::string_view line = take_line(text, at);
        if (line.substr(0, 2) != "% ") break;
        found.fields.emplace_back(key, std::string(trimmed(line.substr(1))));
        found.bytes = at;
        ++found.lines;
    }
    if (found.bytes < text.size()) {
        std::size_t at = found.bytes;
        if (!trimmed(take_line(text, at)).empty()) return {};
    }
    return found;
}

}  // namespace

std::size_t front_matter_size(std::string_view text) {
    const std::size_t fenced = find_fenced(text).bytes;
    return fenced != 0 ? fenced : title_block(text.substr(0, kMost)).bytes;
}

FrontMatter read_front_matter(std::string_view text) {
    const Fenced fenced = find_fenced(text);
    if (fenced.bytes == 0) return title_block(text);
    FrontMatter found;
    found.bytes = fenced.bytes;
    const std::string_view all = text.substr(0, fenced.bytes);
    found.lines = static_cast<int>(std::count(all.begin(), all.end(), '\n'));
    Fields written = pairs_of(fenced.body, fenced.mark);
    if (valid_utf8(fenced.body))
        found.fields = fenced.mark == '=' ? toml_fields(fenced.body, written)
                                          : yaml_fields(fenced.body, written);
    if (found.fields.empty()) found.fields = std::move(written);
    return found;
}

}  // namespace declaim
