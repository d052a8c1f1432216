#include "app/announce.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "app/script.hpp"
#include "app/written_date.hpp"
#include "base/toml_file.hpp"
#include "base/unicode.hpp"
#include "prosody/planner.hpp"

namespace declaim {
namespace {

constexpr int kLongestPause = 10000;

/// A file LANG/announce.toml.
struct Templates {
    std::vector<std::vector<std::string>> sentences;  ///< of each, the first that can be said is
    std::string date, month, year;                    ///< patterns of ICU
    int pause_ms = 0;
};

Templates load_templates(const std::string& language, const DataPath& data) {
    const std::string base = language.substr(0, language.find('-'));
    auto file = base.empty() ? std::nullopt : data.find(language + "/announce.toml");
    if (!file && !base.empty()) file = data.find(base + "/announce.toml");
    TomlTable table = TomlTable::open(file ? *file : data.require("und/announce.toml"));
    Templates templates;
    for (TomlTable& sentence : table.tables("sentence"))
        templates.sentences.push_back(sentence.texts("say"));
    templates.date = table.text("date").value_or("y-MM-dd");
    templates.month = table.text("month").value_or("y-MM");
    templates.year = table.text("year").value_or("y");
    templates.pause_ms = static_cast<int>(table.number("pause_ms", 0, kLongestPause).value_or(0));
    table.finish();
    return templates;
}

std::string folded(std::string_view text) {
    std::string out = " ";
    for (const Word& word : words_of(text)) out += word.folded + " ";
    return out;
}

/// Whether the words of `part` stand in `whole` in their order.
bool says(std::string_view whole, std::string_view part) {
    return folded(whole).find(folded(part)) != std::string::npos;
}

/// "Speech by President Doe" names Jane Doe, with an office of hers before the surname.
bool says_person(std::string_view whole, const std::string& name, const std::string& role) {
    if (says(whole, name)) return true;
    const std::vector<Word> names = words_of(name);
    const std::vector<Word> words = words_of(whole);
    if (names.empty()) return true;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i].folded == names.back().folded &&
            (folded(role).find(" " + words[i - 1].folded + " ") != std::string::npos ||
             words[i - 1].folded == names.front().folded))
            return true;
    return false;
}

/// A title with the day and the year in it tells the date, in whatever order.
bool says_date(std::string_view whole, const std::string& iso, const std::string& written) {
    if (iso.size() < 10) return says(whole, written);
    const std::string day = iso.substr(iso[8] == '0' ? 9 : 8);
    const std::string words = folded(whole);
    return words.find(" " + iso.substr(0, 4) + " ") != std::string::npos &&
           words.find(" " + day) != std::string::npos;
}

using Slots = std::map<std::string, std::string, std::less<>>;

/// A template with its slots filled; "" where one outside of brackets is not known.
std::string filled(std::string_view text, const Slots& slots) {
    std::string out;
    std::size_t optional = std::string::npos;  // where the bracket began in `out`
    bool known = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[') {
            optional = out.size();
        } else if (text[i] == ']') {
            if (!known) out.resize(optional);
            optional = std::string::npos;
            known = true;
        } else if (text[i] == '{') {
            const std::size_t end = std::min(text.find('}', i), text.size());
            const auto slot = slots.find(text.substr(i + 1, end - i - 1));
            if (slot == slots.end() && optional == std::string::npos) return "";
            known = known && slot != slots.end();
            if (slot != slots.end()) out += slot->second;
            i = end;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// A sentence begins with a capital and ends with one mark: "What now?." is "What now?".
std::string tidy(std::string text) {
    if (text.ends_with('.') && ends_sentence(text.substr(0, text.size() - 1))) text.pop_back();
    std::string out;
    std::size_t rest = 0;
    if (!text.empty())
        append_char(out,
                    static_cast<char32_t>(u_toupper(static_cast<UChar32>(next_char(text, rest)))));
    return out + text.substr(rest);
}

class Introduction {
  public:
    Introduction(const Metadata& metadata, const std::string& language, const std::string& heading,
                 const Templates& templates) {
        const auto known = [](const std::optional<std::string>& text) {
            return fold_spaces(text.value_or(""));
        };
        const std::string title = known(metadata.title);
        const std::string occasion = known(metadata.occasion);
        if (!title.empty() && !says(occasion, title) && folded(heading) != folded(title))
            slots_["title"] = title;
        const std::string told = title + " · " + heading;
        const std::string speaker = known(metadata.speaker);
        const std::string role = known(metadata.role);
        if (!speaker.empty() && !says_person(told, speaker, role)) slots_["speaker"] = speaker;
        add("role", role, told);
        add("occasion", occasion, told);
        add("place", known(metadata.place), told + " · " + occasion);
        if (const std::string date = known(metadata.date); !date.empty()) {
            const std::string written = written_date(date, pattern(date, templates), language);
            if (!says_date(told + " · " + occasion, date, written)) slots_["date"] = written;
        }
    }

    [[nodiscard]] const Slots& slots() const noexcept { return slots_; }

  private:
    static const std::string& pattern(const std::string& iso, const Templates& templates) {
        return iso.size() > 7 ? templates.date : iso.size() > 4 ? templates.month : templates.year;
    }
    void add(const char* slot, const std::string& text, const std::string& told) {
        if (!text.empty() && !says(told, text)) slots_[slot] = text;
    }
    Slots slots_;
};

/// The heading that a plan begins with, or "".
std::string first_heading(const Plan& plan) {
    const bool any = !plan.utterances.empty() && plan.utterances.front().kind == BlockKind::heading;
    return any ? plan.utterances.front().text : "";
}

/// The sentences as a speech of one heading.
Speech as_speech(const std::vector<std::string>& sentences, const std::string& language) {
    Speech speech;
    speech.source.language = language;
    Block block;
    block.kind = BlockKind::heading;
    block.language = language;
    for (const std::string& sentence : sentences) {
        if (!block.text.empty()) block.text += ' ';
        block.sentences.push_back({{block.text.size(), block.text.size() + sentence.size()}, {}});
        block.text += sentence;
    }
    speech.blocks.push_back(std::move(block));
    return speech;
}

}  // namespace

std::vector<std::string> announcement(const Metadata& metadata, const std::string& language,
                                      const std::string& heading, const DataPath& data) {
    const Templates templates = load_templates(language, data);
    const Introduction introduction(metadata, language, heading, templates);
    std::vector<std::string> sentences;
    for (const auto& alternatives : templates.sentences)
        for (const std::string& text : alternatives)
            if (const std::string sentence = filled(text, introduction.slots());
                !sentence.empty()) {
                sentences.push_back(tidy(sentence));
                break;
            }
    return sentences;
}

bool announce(Plan& plan, const Speech& speech, const std::string& style,
              const std::vector<std::string>& lexicons, const DataPath& data) {
    const std::string& language = speech.source.language;
    const auto sentences = announcement(speech.metadata, language, first_heading(plan), data);
    if (sentences.empty()) return false;
    const Speech introduction = as_speech(sentences, language);
    Plan before = make_plan(introduction, make_script(introduction, data, lexicons),
                            load_style(style, data), {});
    for (Utterance& utterance : before.utterances) utterance.block = kNoBlock;
    before.utterances.back().pause_ms =
        std::max(before.utterances.back().pause_ms, load_templates(language, data).pause_ms);
    plan.utterances.insert(plan.utterances.begin(),
                           std::make_move_iterator(before.utterances.begin()),
                           std::make_move_iterator(before.utterances.end()));
    return true;
}

}  // namespace declaim
