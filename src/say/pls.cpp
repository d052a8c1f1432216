#include "say/pls.hpp"

#include <algorithm>
#include <pugixml.hpp>

#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/unicode.hpp"
#include "say/ipa.hpp"
#include "say/ipa_phonemes.hpp"

namespace declaim {
namespace {

constexpr std::string_view kNamespace = "http://www.w3.org/2005/01/pronunciation-lexicon";

bool letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "en", "en-GB", "zh-Hant-TW". Source: BCP 47, the shape of a tag, not its registry.
bool language_tag(std::string_view tag) {
    std::size_t begin = 0;
    while (begin <= tag.size()) {
        const std::size_t end = std::min(tag.find('-', begin), tag.size());
        const std::string_view part = tag.substr(begin, end - begin);
        if (part.empty() || part.size() > 8 ||
            !std::all_of(part.begin(), part.end(), letter_or_digit))
            return false;
        if (begin == 0 && (part.size() < 2 || part.size() > 3)) return false;
        begin = end + 1;
    }
    return true;
}

class PlsReader {
  public:
    PlsReader(std::string text, const std::string& name) { out_ = {name, std::move(text), {}, {}}; }

    PlsLexicon read() {
        if (!valid_utf8(out_.text)) fail(0, "a lexicon must be UTF-8; convert it");
        // Parsed from a copy of ours: offsets are then those of the file.
        const pugi::xml_parse_result result =
            document_.load_buffer(out_.text.data(), out_.text.size(),
                                  pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
        if (!result)
            fail(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                 std::string("this is not XML: ") + result.description());
        refuse_entities();
        const pugi::xml_node root = document_.document_element();
        read_root(root);
        for (const pugi::xml_node node : root.children())
            if (is(node, "lexeme")) read_lexeme(node);
        return std::move(out_);
    }

  private:
    /// pugixml would leave "&name;" of a document type as it stands, to be read aloud.
    void refuse_entities() const {
        for (const pugi::xml_node node : document_.children())
            if (node.type() == pugi::node_doctype &&
                std::string_view(node.value()).find("<!ENTITY") != std::string_view::npos)
                fail(place(node), "entities of a document type are not read; write their text");
    }

    [[noreturn]] void fail(std::size_t offset, const std::string& message) const {
        fail_at(out_, offset, message);
    }
    static std::size_t place(const pugi::xml_node& node) {
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    }
    [[nodiscard]] bool is(const pugi::xml_node& node, std::string_view name) const {
        return node.type() == pugi::node_element && node.name() == prefix_ + std::string(name);
    }

    void read_root(const pugi::xml_node& root) {
        const std::string name = root.name();
        const std::size_t colon = name.find(':');
        if (colon != std::string::npos) prefix_ = name.substr(0, colon + 1);
        if (!is(root, "lexicon"))
            fail(place(root), "the root of a lexicon is <lexicon>, not <" + name + ">");
        const std::string declared =
            prefix_.empty() ? "xmlns" : "xmlns:" + prefix_.substr(0, prefix_.size() - 1);
        if (root.attribute(declared.c_str()).value() != kNamespace)
            fail(place(root), "the namespace of <lexicon> must be " + std::string(kNamespace));
        out_.language = root.attribute("xml:lang").value();
        if (!language_tag(out_.language))
            fail(place(root), out_.language.empty()
                                  ? "<lexicon> needs xml:lang, such as xml:lang=\"en\""
                                  : "'" + out_.language + "' is no language tag");
        alphabet_ = root.attribute("alphabet").value();
        if (!alphabet_.empty()) check_alphabet(alphabet_, root);
    }

    void check_alphabet(const std::string& alphabet, const pugi::xml_node& node) const {
        if (alphabet != "ipa" && alphabet != "x-espeak")
            fail(place(node), "unknown alphabet '" + alphabet + "'; ipa and x-espeak are known");
    }

    void read_lexeme(const pugi::xml_node& node) {
        PlsLexeme lexeme;
        bool preferred_phoneme = false;
        bool preferred_alias = false;
        for (const pugi::xml_node child : node.children()) {
            const std::string text = composed(fold_spaces(child.text().get()));
            const bool prefer = child.attribute("prefer").as_bool();
            if (is(child, "grapheme")) {
                add_grapheme(lexeme, child, text);
            } else if (is(child, "alias")) {
                if (lexeme.alias.empty() || (prefer && !preferred_alias)) lexeme.alias = text;
                preferred_alias = preferred_alias || prefer;
            } else if (is(child, "phoneme")) {
                if (lexeme.phonemes.empty() || (prefer && !preferred_phoneme))
                    set_phonemes(lexeme, child, text);
                preferred_phoneme = preferred_phoneme || prefer;
            }
        }
        if (lexeme.graphemes.empty()) fail(place(node), "a <lexeme> needs a <grapheme>");
        if (lexeme.alias.empty() && lexeme.phonemes.empty())
            fail(place(node), "a <lexeme> needs a <phoneme> or an <alias>");
        out_.lexemes.push_back(std::move(lexeme));
    }

    void add_grapheme(PlsLexeme& lexeme, const pugi::xml_node& node, const std::string& text) {
        if (text.empty()) fail(place(node), "this <grapheme> is empty");
        if (text.size() > kLongestGrapheme) fail(place(node), "this <grapheme> is too long");
        lexeme.graphemes.push_back(text);
    }

    void set_phonemes(PlsLexeme& lexeme, const pugi::xml_node& node, const std::string& text) {
        const std::string own = node.attribute("alphabet").value();
        lexeme.alphabet = own.empty() ? alphabet_ : own;
        if (lexeme.alphabet.empty())
            fail(place(node), "say which alphabet: <lexicon alphabet=\"ipa\"> or \"x-espeak\"");
        check_alphabet(lexeme.alphabet, node);
        if (text.empty()) fail(place(node), "this <phoneme> is empty");
        if (lexeme.alphabet == "x-espeak" && !well_formed_phonemes(text))
            fail(place(node), "'" + text + "' cannot be phonemes of the engine");
        lexeme.phonemes = text;
        lexeme.offset = place(node);
    }

    PlsLexicon out_;
    pugi::xml_document document_;
    std::string prefix_;
    std::string alphabet_;
};

}  // namespace

void fail_at(const PlsLexicon& lexicon, std::size_t offset, const std::string& message) {
    const std::string_view before = std::string_view(lexicon.text).substr(0, offset);
    Diagnostic diagnostic{lexicon.name, 1, 1, message};
    diagnostic.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line = before.rfind('\n') + 1;  // npos + 1 is 0
    diagnostic.column += static_cast<int>(characters(before.substr(line)));
    throw Error(ErrorKind::data, render(diagnostic, lexicon.text));
}

PlsLexicon read_pls(const std::filesystem::path& path) {
    return parse_pls(read_data_file(path), path.string());
}

PlsLexicon parse_pls(std::string text, const std::string& name) {
    return PlsReader(std::move(text), name).read();
}

}  // namespace declaim
