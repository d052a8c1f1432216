// The tables voices/LANG/ipa.toml held against the engine: what it does not know eats the rest of
// the word.

#include <catch2/catch.hpp>
#include <filesystem>

#include "say/ipa.hpp"
#include "voice/phonemes.hpp"

using namespace declaim;

namespace {

const DataPath kData({DECLAIM_TEST_VOICES});

struct Language {
    std::string tag;
    std::vector<std::string> voices;
};

/// The voices in which phonemes of each language's table are spoken.
const std::vector<Language> kLanguages{
    {"en", {"gmw/en", "gmw/en-US", "gmw/en-GB-scotland", "gmw/en-029", "gmw/en-GB-x-rp"}},
    {"fr", {"roa/fr", "roa/fr-BE", "roa/fr-CH"}},
    {"de", {"gmw/de"}},
    {"es", {"roa/es", "roa/es-419"}},
    {"it", {"roa/it"}},
    {"pt", {"roa/pt", "roa/pt-BR"}},
    {"nl", {"gmw/nl"}},
    {"pl", {"zlw/pl"}},
    {"ru", {"zle/ru"}},
    {"und", {"gmq/sv", "ine/sq", "trk/tr", "urj/fi", "zlw/cs"}}};

std::vector<Transcription> spoken(const std::vector<std::string>& phonemes,
                                  const std::string& name) {
    std::vector<std::string> texts;
    for (const std::string& each : phonemes) texts.push_back("[[" + each + " ]]");
    VoiceSettings voice;
    voice.engine = name;
    return transcribe(texts, voice, espeak_transcriber(true));
}

struct Word {
    std::string tag, voice, ipa;
};

}  // namespace

TEST_CASE("the engine has every phoneme of the tables", "[ipa]") {
    for (const Language& language : kLanguages) {
        // A palatal nasal, which every voice has, must still be there behind each.
        std::vector<std::string> signs;
        std::vector<std::string> probes;
        for (const auto& [sign, phonemes] : IpaTable::load(language.tag, kData).signs()) {
            signs.push_back(sign);
            probes.push_back("b" + phonemes + "|n^");
        }
        for (const std::string& voice : language.voices) {
            const auto said = spoken(probes, voice);
            for (std::size_t i = 0; i < said.size(); ++i) {
                INFO(voice << ": " << signs[i] << " = " << probes[i] << " is spoken "
                           << said[i].phonemes);
                CHECK(said[i].phonemes.ends_with("n^"));
            }
        }
    }
}

TEST_CASE("what the engine says in IPA comes back as the same phonemes", "[ipa]") {
    const std::vector<Word> words{
        {"en", "gmw/en", "həlˈəʊ"},    {"en", "gmw/en", "ʃˈɑːdʒ"},  {"en", "gmw/en", "θˈɔːt"},
        {"fr", "roa/fr", "ʁepyblˈik"}, {"fr", "roa/fr", "bjɛ̃vnˈy"}, {"fr", "roa/fr", "ˈœ̃"},
        {"de", "gmw/de", "ɡəzˈɛtsə"},  {"de", "gmw/de", "ʃˈøːn"},   {"es", "roa/es", "espˈaɲa"},
        {"es", "roa/es", "xˈente"},    {"it", "roa/it", "fˈiʎo"},   {"it", "roa/it", "dʒˈente"},
        {"pt", "roa/pt", "nˈɐ̃ʊ̃"},      {"nl", "gmw/nl", "hˈœys"},   {"nl", "gmw/nl", "nˈøːs"},
        {"pl", "zlw/pl", "dʑɛŋkˈujɛ"}, {"ru", "zle/ru", "pʲˈɑtʲ"}};
    for (const Word& word : words) {
        const std::string phonemes = IpaTable::load(word.tag, kData).phonemes(word.ipa);
        INFO(word.ipa << " as " << phonemes);
        CHECK(spoken({phonemes}, word.voice)[0].ipa == word.ipa);
    }
}
