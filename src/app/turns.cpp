#include "app/turns.hpp"

#include <algorithm>
#include <map>

#include "base/toml_file.hpp"
#include "base/unicode.hpp"
#include "text/persons.hpp"

namespace declaim {
namespace {

// A person may go by two names among so many; behind them each name is a person.
constexpr std::size_t kMostCompared = 30;

/// voices/LANG/cast.toml.
struct CastWords {
    Phrases questions, answers, women, men;
};

void read_phrases(TomlTable& table, const char* key, Phrases& phrases) {
    for (const std::string& phrase : table.texts(key))
        if (!phrases.add(phrase)) table.fail(key, "a phrase without a word");
}

CastWords load_words(const std::string& language, const DataPath& data) {
    CastWords words;
    const auto file = data.find(language_subtag(language) + "/cast.toml");
    if (!file) return words;
    TomlTable table = TomlTable::open(*file);
    read_phrases(table, "questions", words.questions);
    read_phrases(table, "answers", words.answers);
    read_phrases(table, "women", words.women);
    read_phrases(table, "men", words.men);
    table.finish();
    return words;
}

/// "JANE DOE" of "JANE DOE (smiling):".
std::string without_mark(std::string_view label) {
    if (const auto aside = label.find(" ("); aside != std::string_view::npos)
        label = label.substr(0, aside);
    const std::vector<Word> words = words_of(label);
    return words.empty() ? std::string(label) : std::string(label.substr(0, words.back().end));
}

std::string joined(const std::vector<Word>& words, std::size_t from) {
    std::string out;
    for (std::size_t i = from; i < words.size(); ++i)
        out += (out.empty() ? "" : " ") + words[i].folded;
    return out;
}

/// Whether all words of `few` stand in `many`.
bool within(std::string_view few, std::string_view many) {
    const std::vector<Word> all = words_of(many);
    const std::vector<Word> wanted = words_of(few);
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const Word& word) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Word& each) { return each.folded == word.folded; });
    });
}

class Finder {
  public:
    Finder(const Speech& speech, const DataPath& data)
        : speech_(speech),
          hints_(load_language_hints(data)),
          rules_(load_rules(speech.source.language, hints_, data)),
          words_(load_words(speech.source.language, data)) {}

    Turns find() {
        std::size_t now = 0;
        for (const Block& block : speech_.blocks) {
            if (block.kind == BlockKind::speaker_label) now = speaker_of(block.text);
            turns_.of_block.push_back(block.kind == BlockKind::heading ? 0 : now);
            said_[turns_.of_block.back()] += is_spoken(block.kind) ? block.text.size() : 0;
        }
        if (std::all_of(turns_.speakers.begin(), turns_.speakers.end(),
                        [](const Speaker& speaker) { return speaker.asks; }))
            end_with_paragraphs();
        else
            choose_main();
        return std::move(turns_);
    }

  private:
    struct Look {
        bool answers = false;  // "A"
        bool office = false;   // "THE PRESIDENT"
    };

    /// Where the words begin that are no article, form of address or office before a name.
    std::size_t name_begin(const std::vector<Word>& words) const {
        std::size_t at = 0;
        while (at < words.size()) {
            std::size_t end = at + rules_.declared.styles.match(words, at);
            if (end == at) end += rules_.furniture.roles.match(words, at);
            if (end == at && at == 0) end += rules_.function_words.match(words, at);
            if (end == at || end == words.size() || rules_.function_words.match(words, end) != 0)
                break;
            at = end;
        }
        return at;
    }

    std::size_t speaker_of(const std::string& text) {
        Speaker speaker;
        speaker.label = without_mark(text);
        const std::vector<Word> words = words_of(speaker.label);
        speaker.asks = words_.questions.is(words);
        const std::size_t name = name_begin(words);
        const Look look{words_.answers.is(words),
                        name + rules_.furniture.roles.match(words, name) == words.size()};
        speaker.key = joined(words, name);
        const bool person = !speaker.asks && !look.answers && !look.office;
        speaker.gender = words_.women.occurs(words) ? "female"
                         : words_.men.occurs(words) ? "male"
                                                    : "";
        auto& known = turns_.speakers;
        if (const auto same = by_key_.find(speaker.key); same != by_key_.end()) return same->second;
        for (std::size_t i = 0; person && i < std::min(known.size(), kMostCompared); ++i)
            if (!known[i].asks && !looks_[i].answers && !looks_[i].office &&
                same_person(known[i].key, speaker.key, rules_))
                return by_key_[speaker.key] = i + 1;
        by_key_[speaker.key] = known.size() + 1;
        known.push_back(std::move(speaker));
        looks_.push_back(look);
        return known.size();
    }

    void end_with_paragraphs() {
        std::size_t left = 0;
        for (std::size_t i = 0; i < speech_.blocks.size(); ++i) {
            const BlockKind kind = speech_.blocks[i].kind;
            if (kind == BlockKind::speaker_label) left = 1;
            if (left == 0) turns_.of_block[i] = 0;
            if (kind != BlockKind::speaker_label && kind != BlockKind::address &&
                kind != BlockKind::direction)
                left = 0;
        }
    }

    bool is_main(std::size_t i) const {
        const Speaker& speaker = turns_.speakers[i];
        const Metadata& known = speech_.metadata;
        if (looks_[i].answers || speaker.asks) return looks_[i].answers;
        return looks_[i].office ? known.role && within(speaker.key, *known.role)
                                : known.speaker && same_person(*known.speaker, speaker.key, rules_);
    }

    void choose_main() {
        auto& speakers = turns_.speakers;
        bool known = false;
        std::size_t most = 0;
        for (std::size_t i = 0; i < speakers.size(); ++i) {
            speakers[i].main = is_main(i);
            known = known || speakers[i].main;
            if (!speakers[i].asks && (most == 0 || said_[i + 1] > said_[most])) most = i + 1;
        }
        if (!known && most != 0 && said_[most] > said_[0]) speakers[most - 1].main = true;
    }

    const Speech& speech_;
    std::vector<LanguageHint> hints_;
    Rules rules_;
    CastWords words_;
    Turns turns_;
    std::map<std::string, std::size_t> by_key_;
    std::vector<Look> looks_;                  // as Turns::speakers
    std::map<std::size_t, std::size_t> said_;  // bytes, by Turns::of_block
};

}  // namespace

std::size_t Turns::find(std::string_view label) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        const auto same = [&](std::string_view text) {
            return joined(words_of(text), 0) == joined(words_of(label), 0);
        };
        if (same(speakers[i].label) || same(speakers[i].key)) return i + 1;
    }
    for (std::size_t i = 0; i < speakers.size(); ++i)
        if (within(label, speakers[i].label) || within(speakers[i].key, label)) {
            if (found != 0) return 0;
            found = i + 1;
        }
    return found;
}

Turns find_turns(const Speech& speech, const DataPath& data) {
    if (std::none_of(speech.blocks.begin(), speech.blocks.end(),
                     [](const Block& block) { return block.kind == BlockKind::speaker_label; }))
        return {{}, std::vector<std::size_t>(speech.blocks.size(), 0)};
    return Finder(speech, data).find();
}

}  // namespace declaim
