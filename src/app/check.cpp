#include "app/check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/script.hpp"
#include "base/unicode.hpp"
#include "say/lexicon_foreign.hpp"
#include "voice/phonemes.hpp"

namespace declaim {
namespace {

bool judges_shape(const SayRule& rule) {
    for (const ReadingPart& part : rule.spoken.parts)
        for (const ReadingFormat& format : part.formats)
            if (format.name == "acronym") return true;
    return false;
}

/// What the rules and the spelling of a language know of a word.
class Language {
  public:
    Language(const std::string& tag, const DataPath& data)
        : rules_(load_say_rules(tag, data)), spelling_(load_spelling(tag, data)) {
        for (const SayRule& rule : rules_.rules)
            if (judges_shape(rule)) guesses_.insert(rule.name);
    }

    [[nodiscard]] const Spelling& spelling() const noexcept { return spelling_; }

    /// Whether a span was read by its shape: a rule of that name does so, and none of that name
    /// that knows what it matches would have matched.
    [[nodiscard]] bool is_guess(const SpokenSpan& span, std::string_view written) {
        return guesses_.contains(span.rule) && !knows(written);
    }

    /// Whether a rule for such words matches the whole of one without judging its shape.
    [[nodiscard]] bool knows(std::string_view written) {
        const auto [known, fresh] = known_.emplace(written, false);
        if (!fresh) return known->second;
        for (const SayRule& rule : rules_.rules) {
            if (!guesses_.contains(rule.name) || judges_shape(rule)) continue;
            const auto match = pattern_of(rule, rules_).find(written, 0);
            if (match && match->where == ByteRange{0, written.size()}) return known->second = true;
        }
        return false;
    }

  private:
    SayRules rules_;
    Spelling spelling_;
    std::set<std::string> guesses_;  // names of rules that read by shape
    std::map<std::string, bool, std::less<>> known_;
};

/// What a lexicon has is looked at too: an engine that does not know a phoneme leaves out the rest of
/// the word. Its phonemes stand in Doubt::words until the engine has been asked.
constexpr const char* kLexicon = "phonemes of a lexicon";

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// Digits on both sides of small letters, or small letters on both sides of digits: "Qx7w3".
bool parts_small_letters(std::string_view word) {
    int changes = 0;
    for (std::size_t i = 1; i < word.size(); ++i) {
        const auto is_small = [&](std::size_t at) { return word[at] >= 'a' && word[at] <= 'z'; };
        const auto is_digit = [&](std::size_t at) { return word[at] >= '0' && word[at] <= '9'; };
        if ((is_small(i - 1) && is_digit(i)) || (is_digit(i - 1) && is_small(i))) ++changes;
    }
    return changes > 1;
}

/// Gathers the doubts of a speech.
class Gatherer {
  public:
    Gatherer(const Speech& speech, const Script& script, const DataPath& data)
        : speech_(speech), script_(script), data_(data) {}

    std::vector<Doubt> run(bool directions) {
        for (std::size_t i = 0; i < speech_.blocks.size(); ++i) {
            const Block& block = speech_.blocks[i];
            if (!is_spoken(block.kind) && !(block.kind == BlockKind::direction && directions))
                continue;
            for (std::size_t s = 0; s < block.sentences.size(); ++s)
                look_at(block, block.sentences[s], script_[i][s]);
        }
        std::erase_if(doubts_, [](const Doubt& doubt) { return doubt.why.empty(); });
        std::stable_sort(doubts_.begin(), doubts_.end(),
                         [](const Doubt& a, const Doubt& b) { return a.line < b.line; });
        return std::move(doubts_);
    }

  private:
    void look_at(const Block& block, const Sentence& sentence, const SpokenSentence& spans) {
        const std::string_view text = text_of(block, sentence);
        Language& language = of(block.language);
        for (const SpokenSpan& span : spans) {
            const std::string_view written = text.substr(span.written.begin, span.written.size());
            if (language.is_guess(span, written))
                add(block, sentence, std::string(written), "acronym", span.words);
            if (span.rule == "lexicon" && !span.phonemes.empty())
                add(block, sentence, std::string(written), kLexicon, span.phonemes);
        }
        bool first = true;
        auto span = spans.begin();
        for (const Word& word : words_of(text)) {
            while (span != spans.end() && span->written.end <= word.begin) ++span;
            const bool said = span != spans.end() && span->written.begin < word.end;
            look_at(block, sentence, text, word, said ? &*span : nullptr, first);
            first = false;
        }
    }

    void look_at(const Block& block, const Sentence& sentence, std::string_view text,
                 const Word& word, const SpokenSpan* span, bool first) {
        const std::string written(text.substr(word.begin, word.end - word.begin));
        // A number put into words within a word: no rule knew the whole. Small letters behind digits
        // make a code, which is read sign by sign and may be a name.
        if (word.letter && has_digit(written) && span != nullptr &&
            (span->written.size() < written.size() ||
             (span->written.size() == written.size() && parts_small_letters(written)))) {
            add(block, sentence, written, "letters and digits", said_of(block, written));
            return;
        }
        if (span != nullptr || !word.letter || has_digit(written)) return;
        if (word.caps && characters(written) > 1) {
            // None of the rules': the engine's guess.
            if (!of(block.language).knows(written)) add(block, sentence, written, "acronym", "");
            return;
        }
        const Spelling& spelling = of(block.language).spelling();
        if (has_foreign_letter(word.folded, spelling))
            add(block, sentence, written, "foreign letters", "");
        else if (word.capital && has_foreign_sequence(word.folded, spelling))
            // At the start of a sentence every word has a capital: that alone tells nothing.
            add(block, sentence, written, first ? "" : "foreign spelling", "");
    }

    void add(const Block& block, const Sentence& sentence, const std::string& written,
             const std::string& why, const std::string& words) {
        const auto [known, fresh] =
            places_.emplace(std::make_pair(block.language, written), doubts_.size());
        if (fresh)
            doubts_.push_back(
                {written, why, block.language, words, sentence.lines.first, 0, {}, {}, {}});
        Doubt& doubt = doubts_[known->second];
        if (doubt.why.empty()) doubt.why = why;
        ++doubt.times;
    }

    /// A word as the rules say it by itself.
    std::string said_of(const Block& block, const std::string& written) {
        Speech alone;
        alone.blocks.push_back(
            {BlockKind::paragraph, written, block.language, {}, {{{0, written.size()}, {}}}, {}});
        return spoken_text(written, make_script(alone, data_)[0][0]);
    }

    Language& of(const std::string& tag) {
        auto known = languages_.find(tag);
        if (known == languages_.end()) known = languages_.try_emplace(tag, tag, data_).first;
        return known->second;
    }

    const Speech& speech_;
    const Script& script_;
    const DataPath& data_;
    std::map<std::string, Language> languages_;
    std::map<std::pair<std::string, std::string>, std::size_t> places_;
    std::vector<Doubt> doubts_;
};

using Doubts = std::vector<Doubt*>;

/// Asks the engine for the phonemes of the words.
void ask_for_phonemes(const Doubts& doubts, const VoiceSettings& voice) {
    std::vector<std::string> texts;
    for (const Doubt* doubt : doubts)
        texts.push_back(doubt->words.empty() ? doubt->written : doubt->words);
    const auto said = transcribe(texts, voice, espeak_transcriber());
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        doubts[i]->phonemes = said[i].phonemes;
        doubts[i]->ipa = said[i].ipa;
        doubts[i]->failure = said[i].failure;
    }
}

/// Asks the engine whether it knows phonemes: a palatal nasal, which every voice has, must still be
/// there behind them. What it knows is no doubt.
void ask_for_knowledge(const Doubts& doubts, const VoiceSettings& voice) {
    constexpr std::string_view kProbe = "n^";
    std::vector<std::string> texts;
    for (const Doubt* doubt : doubts)
        texts.push_back("[[" + doubt->words + "|" + std::string(kProbe) + " ]]");
    const auto said = transcribe(texts, voice, espeak_transcriber(true));
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        doubts[i]->failure = said[i].failure;
        if (!said[i].phonemes.ends_with(kProbe) && said[i].failure.empty())
            doubts[i]->failure = "the voice does not know all of " + doubts[i]->words;
        doubts[i]->words.clear();
    }
}

/// Asks the engine about what was found, a voice for each language.
void ask_engine(const SpeechRequest& request, const DataPath& data, Checked& checked) {
    std::map<std::string, std::pair<Doubts, Doubts>> by_language;
    for (Doubt& doubt : checked.doubts) {
        auto& [words, phonemes] = by_language[doubt.language];
        (doubt.why == kLexicon ? phonemes : words).push_back(&doubt);
    }
    for (const auto& [language, doubts] : by_language) {
        const bool main = language == checked.language;
        const Profile profile = choose_profile({main ? request.voice : "", language}, data);
        ask_for_phonemes(doubts.first, profile.voice);
        ask_for_knowledge(doubts.second, profile.voice);
    }
    std::erase_if(checked.doubts, [](const Doubt& doubt) {
        return doubt.why == kLexicon && doubt.failure.empty();
    });
}

}  // namespace

Checked check_document(const SpeechRequest& request, const DataPath& data,
                       const Observer& observer) {
    const Speech speech = read_request(request, data, observer);
    const Script script = make_script(speech, data, request.lexicons);
    Checked checked{document_name(request.input), speech.source.language, {}};
    checked.doubts = Gatherer(speech, script, data).run(request.speak_directions);
    ask_engine(request, data, checked);
    return checked;
}

std::vector<std::string> languages_of(const std::vector<Checked>& documents) {
    std::map<std::string, std::size_t> counts;
    for (const Checked& document : documents)
        for (const Doubt& doubt : document.doubts) ++counts[doubt.language];
    std::vector<std::string> out;
    for (const auto& [language, count] : counts) out.push_back(language);
    std::stable_sort(out.begin(), out.end(), [&](const std::string& a, const std::string& b) {
        return counts[a] > counts[b];
    });
    if (out.empty() && !documents.empty()) out.push_back(documents.front().language);
    return out;
}

}  // namespace declaim
