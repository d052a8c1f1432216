#include <stdexcept>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "say/lexicon.hpp"
#include "say/pls.hpp"

namespace declaim {
namespace {

/// Whether what is laid down for `range` holds in `tag`: "en" in "en-GB". Source: RFC 4647, 3.3.1.
bool holds_in(const std::string& range, const std::string& tag) {
    const std::string wide = lower_ascii(range);
    const std::string narrow = lower_ascii(tag);
    return narrow == wide || narrow.starts_with(wide + "-");
}

void add_all(const PlsLexicon& file, const IpaTable& table, Lexicon& lexicon) {
    for (const PlsLexeme& lexeme : file.lexemes) {
        Pronunciation said{lexeme.alias, {}, {}};
        if (lexeme.alphabet == "x-espeak") said.phonemes = lexeme.phonemes;
        if (lexeme.alphabet == "ipa") try {
                said.ipa = lexeme.phonemes;
                said.phonemes = table.phonemes(lexeme.phonemes);
            } catch (const std::invalid_argument& error) {
                fail_at(file, lexeme.offset, error.what());
            }
        for (const std::string& grapheme : lexeme.graphemes) lexicon.add(grapheme, said);
    }
}

/// The wider tags of a tag, the narrowest first: "en-GB", "en".
std::vector<std::string> folders_of(std::string tag) {
    std::vector<std::string> out{tag};
    for (auto cut = tag.rfind('-'); cut != std::string::npos; cut = tag.rfind('-')) {
        tag.resize(cut);
        out.push_back(tag);
    }
    return out;
}

}  // namespace

Lexicon load_lexicon(const std::string& tag, const DataPath& data,
                     const std::vector<std::string>& files) {
    const IpaTable table = IpaTable::load(tag, data);
    Lexicon lexicon(table);
    for (const std::string& path : files) {
        const PlsLexicon file = read_pls(path);
        if (holds_in(file.language, tag)) add_all(file, table, lexicon);
    }
    for (const std::string& folder : folders_of(tag))
        for (const auto& path : data.list(folder, ".pls")) {
            const PlsLexicon file = read_pls(path);
            if (!holds_in(file.language, folder))
                fail_at(file, 0,
                        "a lexicon in the folder '" + folder + "' is for that language, not for '" +
                            file.language + "'");
            add_all(file, table, lexicon);
        }
    return lexicon;
}

}  // namespace declaim
