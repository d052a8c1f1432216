#include "app/script.hpp"

#include <algorithm>

#include "say/lexicon_spans.hpp"

namespace declaim {
namespace {

/// The rules of the languages of a speech, each with what the speech's text in it tells.
class Shelf {
  public:
    struct Entry {
        SayRules rules;
        SayContext context;
        Lexicon lexicon;
    };
    Shelf(const Speech& speech, const DataPath& data, const std::vector<std::string>& lexicons)
        : speech_(speech), data_(data), lexicons_(lexicons) {}

    const Entry& of(const std::string& language) {
        if (const auto known = entries_.find(language); known != entries_.end())
            return *known->second;
        auto entry = std::make_unique<Entry>(
            Entry{load_say_rules(language, data_), {}, load_lexicon(language, data_, lexicons_)});
        std::vector<std::string_view> texts;
        for (const Block& block : speech_.blocks)
            if (block.language == language) texts.push_back(block.text);
        entry->context = say_context(texts, entry->rules);
        return *(entries_[language] = std::move(entry));
    }

  private:
    const Speech& speech_;
    const DataPath& data_;
    const std::vector<std::string>& lexicons_;
    std::map<std::string, std::unique_ptr<Entry>> entries_;
};

SpokenSentence say_with(const Shelf::Entry& entry, std::string_view sentence) {
    return say_sentence(sentence, entry.lexicon, entry.rules, entry.context);
}

}  // namespace

Script make_script(const Speech& speech, const DataPath& data,
                   const std::vector<std::string>& lexicons) {
    Shelf shelf(speech, data, lexicons);
    Script script(speech.blocks.size());
    for (std::size_t i = 0; i < speech.blocks.size(); ++i) {
        const Block& block = speech.blocks[i];
        const Shelf::Entry& entry = shelf.of(block.language);
        for (const Sentence& sentence : block.sentences)
            script[i].push_back(say_with(entry, text_of(block, sentence)));
    }
    return script;
}

std::string spoken_words(const Speech& speech, const Script& script, bool directions) {
    std::string out;
    for (std::size_t i = 0; i < speech.blocks.size(); ++i) {
        const Block& block = speech.blocks[i];
        if (!is_spoken(block.kind) && !(block.kind == BlockKind::direction && directions)) continue;
        std::string text;
        for (std::size_t s = 0; s < block.sentences.size(); ++s)
            text += (text.empty() ? "" : " ") +
                    spoken_text(text_of(block, block.sentences[s]), script[i][s]);
        out += (out.empty() ? "" : "\n") + text + "\n";
    }
    return out;
}

std::string spoken_lines(const Speech& speech, const DataPath& data,
                         const std::vector<std::string>& lexicons) {
    Shelf shelf(speech, data, lexicons);
    const Shelf::Entry& entry = shelf.of(speech.source.language);
    std::string out;
    int line = 1;
    for (const SourceRow& row : speech.rows) {
        for (; line < row.line; ++line) out += '\n';
        out += spoken_text(row.text, say_with(entry, row.text)) + "\n";
        line = row.line + 1;
    }
    return out;
}

}  // namespace declaim
