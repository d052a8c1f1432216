#include <fmt/format.h>

#include <set>
#include <stdexcept>

#include "app/check.hpp"
#include "say/ipa.hpp"
#include "say/ipa_phonemes.hpp"
#include "say/pls.hpp"

namespace declaim {
namespace {

std::string escape(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    return out;
}

/// A comment may hold no "--" and not end in '-'.
std::string comment(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '-' && !out.empty() && out.back() == '-') out += ' ';
        out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return "<!-- " + out + " -->";
}

/// Without what parts words and sounds.
std::string bare(std::string_view phonemes) {
    std::string out;
    for (const char c : phonemes)
        if (std::string_view("|_!%, ").find(c) == std::string_view::npos) out += c;
    return out;
}

/// IPA if it means the phonemes that the engine speaks, else those.
std::string phoneme_element(const Doubt& doubt, const IpaTable& table) {
    try {
        if (!doubt.ipa.empty() && bare(table.phonemes(doubt.ipa)) == bare(doubt.phonemes))
            return "<phoneme>" + escape(doubt.ipa) + "</phoneme>";
    } catch (const std::invalid_argument&) {
    }
    return "<phoneme alphabet=\"x-espeak\">" + escape(doubt.phonemes) + "</phoneme>";
}

std::string lexeme(const Doubt& doubt, const IpaTable& table) {
    if (doubt.written.size() > kLongestGrapheme)
        return "  " + comment("a word too long for a lexicon") + "\n";
    // "(en)" in it: the engine has changed the language, which no phonemes can say.
    const bool sayable = !doubt.phonemes.empty() && well_formed_phonemes(doubt.phonemes) &&
                         doubt.phonemes.find('(') == std::string::npos;
    std::string said;
    if (doubt.words.empty() && sayable)
        said = phoneme_element(doubt, table);
    else
        said = "<alias>" + escape(doubt.words.empty() ? doubt.written : doubt.words) + "</alias>";
    return "  <lexeme><grapheme>" + escape(doubt.written) + "</grapheme>" + said + "</lexeme>\n";
}

}  // namespace

std::string lexicon_stub(const std::vector<Checked>& documents, const std::string& language,
                         const DataPath& data) {
    const IpaTable table = IpaTable::load(language, data);
    std::set<std::string> written;
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
        comment(
            "Correct what is wrong, delete what is right, and name this file with the option "
            "lexicon.") +
        "\n<lexicon version=\"1.0\" "
        "xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\"\n         alphabet=\"ipa\" "
        "xml:lang=\"" +
        escape(language) + "\">\n";
    for (const Checked& document : documents)
        for (const Doubt& doubt : document.doubts) {
            if (doubt.language != language || !written.insert(doubt.written).second) continue;
            out += "  " +
                   comment(fmt::format("{}:{}: {}{}", document.input, doubt.line, doubt.why,
                                       doubt.failure.empty() ? "" : "; " + doubt.failure)) +
                   "\n" + lexeme(doubt, table);
        }
    return out + "</lexicon>\n";
}

}  // namespace declaim
