#include "prosody/phrasing.hpp"

#include "base/toml_file.hpp"
#include "base/unicode.hpp"

namespace declaim {
namespace {

void add_words(TomlTable& table, const char* key, std::set<std::string, std::less<>>& words) {
    const std::vector<std::string> texts = table.texts(key);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::vector<Word> parts = words_of(texts[i]);
        if (parts.size() != 1)
            table.fail(key, "'" + texts[i] + "' is not one word", static_cast<int>(i));
        words.insert(parts.front().folded);
    }
}

void add_file(const std::string& name, const DataPath& data, Phrasing& phrasing) {
    const auto file = data.find(name + "/phrasing.toml");
    if (!file) return;
    TomlTable table = TomlTable::open(*file);
    add_words(table, "openers", phrasing.openers);
    add_words(table, "joiners", phrasing.joiners);
    add_words(table, "leaders", phrasing.leaders);
    add_words(table, "questioners", phrasing.questioners);
    phrasing.sounded = table.number("sounded", 0.2, 5.0).value_or(phrasing.sounded);
    for (const std::string& text : table.texts("thanks"))
        phrasing.thanks.push_back(fold_case(fold_spaces(text)));
    table.finish();
}

}  // namespace

std::map<std::string, Phrasing> load_phrasing(const std::set<std::string>& languages,
                                              const DataPath& data) {
    std::map<std::string, Phrasing> all;
    for (const std::string& tag : languages) {
        if (tag.empty()) continue;
        Phrasing& phrasing = all[tag];
        const std::string base = tag.substr(0, tag.find('-'));
        add_file(base, data, phrasing);
        if (base != tag) add_file(tag, data, phrasing);
    }
    return all;
}

}  // namespace declaim
