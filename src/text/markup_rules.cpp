#include "text/markup_rules.hpp"

#include <fmt/format.h>

#include "base/toml_file.hpp"

namespace declaim {
namespace {

MarkupRules::Kind read_kind(TomlTable& table) {
    MarkupRules::Kind kind;
    kind.reason = table.text("reason").value_or("");
    kind.sure = table.flag("sure").value_or(false);
    for (const std::string& tag : table.texts("tags")) kind.tags.insert(tag);
    int element = 0;
    for (const std::string& words : table.texts("words")) {
        if (!kind.words.add(words))
            table.fail("words", fmt::format("'{}' has no word in it", words), element);
        ++element;
    }
    return kind;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_byte(char c) {
    return is_lower(c) || is_upper(c) || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

MarkupRules load_markup_rules(const DataPath& data) {
    TomlTable table = TomlTable::open(data.require("und/markup.toml"));
    MarkupRules rules;
    for (TomlTable& entry : table.tables("furniture")) {
        rules.furniture.push_back(read_kind(entry));
        if (rules.furniture.back().reason.empty())
            entry.fail("reason", "a kind of furniture needs the reason that is given for it");
    }
    if (auto body = table.table("body")) rules.body = read_kind(*body);
    table.finish();
    return rules;
}

std::vector<Word> hint_words(std::string_view hints) {
    std::vector<Word> words;
    words.reserve(hints.size() / 6 + 1);
    for (std::size_t at = 0; at < hints.size();) {
        if (!is_word_byte(hints[at])) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < hints.size() && is_word_byte(hints[end]) &&
               !(is_upper(hints[end]) && is_lower(hints[end - 1])))
            ++end;
        Word word;
        word.folded = fold_case(hints.substr(at, end - at));
        word.begin = at;
        word.end = end;
        word.hash = hash_of(word.folded);
        words.push_back(std::move(word));
        at = end;
    }
    return words;
}

}  // namespace declaim
