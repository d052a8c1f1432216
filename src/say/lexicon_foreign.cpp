#include "say/lexicon_foreign.hpp"

#include <algorithm>

#include "base/toml_file.hpp"
#include "base/unicode.hpp"

namespace declaim {

Spelling load_spelling(const std::string& tag, const DataPath& data) {
    std::string folder = tag;
    auto path = data.find(folder + "/spelling.toml");
    for (auto cut = folder.rfind('-'); !path && cut != std::string::npos; cut = folder.rfind('-')) {
        folder.resize(cut);
        path = data.find(folder + "/spelling.toml");
    }
    Spelling spelling;
    if (!path) return spelling;
    TomlTable file = TomlTable::open(*path);
    spelling.letters = file.text("letters").value_or("");
    spelling.begin = file.texts("begin");
    spelling.within = file.texts("within");
    spelling.end = file.texts("end");
    file.finish();
    return spelling;
}

bool has_foreign_letter(std::string_view folded, const Spelling& spelling) {
    if (spelling.letters.empty()) return false;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        const char32_t c = next_char(folded, at);
        if (c >= '0' && c <= '9') continue;
        if (spelling.letters.find(folded.substr(begin, at - begin)) == std::string::npos)
            return true;
    }
    return false;
}

bool has_foreign_sequence(std::string_view folded, const Spelling& spelling) {
    const auto any = [](const std::vector<std::string>& list, auto test) {
        return std::any_of(list.begin(), list.end(), test);
    };
    return any(spelling.begin, [&](const std::string& s) { return folded.starts_with(s); }) ||
           any(spelling.end, [&](const std::string& s) { return folded.ends_with(s); }) ||
           any(spelling.within,
               [&](const std::string& s) { return folded.find(s) != std::string_view::npos; });
}

}  // namespace declaim
