#include "text/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/toml_file.hpp"

namespace declaim {
namespace {

std::string key_of(const std::vector<Word>& words, std::size_t at, std::size_t count) {
    std::string key;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i > at) key += ' ';
        key += words[i].folded;
    }
    return key;
}

/// The hash of a phrase with one word more.
std::uint32_t joined_hash(std::uint32_t phrase, std::uint32_t word) noexcept {
    return (phrase * 31U + word) * 2654435761U;
}

void read_phrases(TomlTable& table, std::string_view key, Phrases& phrases) {
    int element = 0;
    for (const std::string& text : table.texts(key)) {
        if (!phrases.add(text))
            table.fail(key, fmt::format("'{}' has no word in it", text), element);
        ++element;
    }
}

void read_address(TomlTable& table, AddressRules& rules) {
    read_phrases(table, "openers", rules.openers);
    read_phrases(table, "dears", rules.dears);
    read_phrases(table, "dears", rules.openers);
    read_phrases(table, "nouns", rules.nouns);
    read_phrases(table, "offices", rules.offices);
    read_phrases(table, "links", rules.links);
    read_phrases(table, "not_first", rules.not_first);
    read_phrases(table, "sentence_words", rules.sentence_words);
    read_phrases(table, "voice", rules.voice);
    read_phrases(table, "weak_voice", rules.voice);
    read_phrases(table, "weak_voice", rules.weak_voice);
    table.finish();
}

void read_furniture(TomlTable& table, FurnitureRules& rules) {
    read_phrases(table, "genres", rules.genres);
    read_phrases(table, "bylines", rules.bylines);
    read_phrases(table, "occasions", rules.occasions);
    read_phrases(table, "roles", rules.roles);
    read_phrases(table, "posted", rules.posted);
    read_phrases(table, "notices", rules.notices);
    read_phrases(table, "navigation", rules.navigation);
    read_phrases(table, "copyright", rules.copyright);
    read_phrases(table, "notes", rules.notes);
    read_phrases(table, "date_words", rules.date_words);
    read_phrases(table, "particles", rules.particles);
    read_phrases(table, "begins_after", rules.begins_after);
    read_phrases(table, "ends_before", rules.ends_before);
    read_phrases(table, "frame_begins", rules.frame_begins);
    read_phrases(table, "frame_ends", rules.frame_ends);
    read_phrases(table, "labels", rules.labels);
    read_phrases(table, "stage", rules.stage);
    read_phrases(table, "stage_places", rules.stage_places);
    read_phrases(table, "stage_links", rules.stage_links);
    read_phrases(table, "stage_manner", rules.stage_manner);
    read_phrases(table, "thanks", rules.thanks);
    read_phrases(table, "first_person", rules.first_person);
    read_phrases(table, "foot_heads", rules.foot_heads);
    read_phrases(table, "reports", rules.reports);
    read_phrases(table, "site", rules.site);
    read_phrases(table, "subjects", rules.subjects);
    read_phrases(table, "events", rules.events);
    read_phrases(table, "ands", rules.ands);
    read_phrases(table, "pages", rules.pages);
    read_phrases(table, "page_links", rules.page_links);
    read_phrases(table, "continued", rules.continued);
    read_phrases(table, "stamps", rules.stamps);
    table.finish();
}

void read_names(TomlTable& table, DeclaredNames& names) {
    names.title = table.texts("title");
    names.speaker = table.texts("speaker");
    names.author = table.texts("author");
    names.role = table.texts("role");
    names.held = table.texts("held");
    names.date = table.texts("date");
    names.posted = table.texts("posted");
    names.occasion = table.texts("occasion");
    names.place = table.texts("place");
    names.site = table.texts("site");
}

void read_declared(TomlTable& table, DeclaredRules& rules) {
    if (auto lists = table.table("lists")) {
        rules.pages = lists->texts("pages");
        rules.events = lists->texts("events");
        rules.programs = lists->texts("programs");
        rules.file_endings = lists->texts("file_endings");
        read_phrases(*lists, "no_titles", rules.no_titles);
        read_phrases(*lists, "styles", rules.styles);
        read_phrases(*lists, "institutions", rules.institutions);
    }
    for (const std::string& from : table.keys())
        if (from != "lists")
            if (auto names = table.table(from)) read_names(*names, rules.places[from]);
    table.finish();
}

void read_fields(TomlTable& table, FieldRules& rules) {
    if (auto fields = table.table("fields")) {
        read_phrases(*fields, "speaker", rules.speaker);
        read_phrases(*fields, "sender", rules.sender);
        read_phrases(*fields, "author", rules.author);
        read_phrases(*fields, "held", rules.held);
        read_phrases(*fields, "occasion", rules.occasion);
        read_phrases(*fields, "place", rules.place);
    }
    if (auto lists = table.table("lists")) {
        read_phrases(*lists, "credits", rules.credits);
        read_phrases(*lists, "suffixes", rules.suffixes);
        read_phrases(*lists, "own", rules.own);
        read_phrases(*lists, "told", rules.told);
        read_phrases(*lists, "acts", rules.acts);
        read_phrases(*lists, "by", rules.by);
        read_phrases(*lists, "occasions", rules.occasions);
    }
    table.finish();
}

/// Abbreviations are kept as they stand before their last full stop, case-folded.
void read_abbreviations(TomlTable& table, std::string_view key,
                        std::unordered_set<std::string>& out) {
    int element = 0;
    for (std::string text : table.texts(key)) {
        while (!text.empty() && text.back() == '.') text.pop_back();
        if (text.empty() || text.find(' ') != std::string::npos)
            table.fail(key, "an abbreviation is one word with its full stops", element);
        out.insert(fold_case(text));
        ++element;
    }
}

void read_sentences(TomlTable& table, SentenceRules& rules) {
    read_abbreviations(table, "never", rules.never);
    read_abbreviations(table, "sometimes", rules.sometimes);
    read_abbreviations(table, "before_number", rules.number);
    rules.ordinals = table.flag("ordinals").value_or(rules.ordinals);
    table.finish();
}

template <typename Read, typename Part>
void read_file(const DataPath& data, const std::string& name, Read read, Part& part) {
    const auto path = data.find(name);
    if (!path) return;
    TomlTable table = TomlTable::open(*path);
    read(table, part);
}

}  // namespace

bool Phrases::add(std::string_view phrase) {
    const std::vector<Word> words = words_of(phrase);
    if (words.empty()) return false;
    longest_ = std::max(longest_, words.size());
    std::uint32_t hash = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        hash = i == 0 ? words[i].hash : joined_hash(hash, words[i].hash);
        begun_.add(hash);
    }
    whole_.add(hash);
    phrases_.insert(key_of(words, 0, words.size()));
    return true;
}

std::size_t Phrases::longest_match(const std::vector<Word>& words, std::size_t at) const {
    std::size_t found = 0;
    std::uint32_t hash = 0;
    for (std::size_t i = at; i < words.size() && i < at + longest_; ++i) {
        hash = i == at ? words[i].hash : joined_hash(hash, words[i].hash);
        if (!begun_.may_have(hash)) break;
        if (!whole_.may_have(hash)) continue;
        const std::size_t count = i + 1 - at;
        const bool known = count == 1 ? phrases_.count(words[at].folded) != 0
                                      : phrases_.count(key_of(words, at, count)) != 0;
        if (known) found = count;
    }
    return found;
}

bool Phrases::occurs(const std::vector<Word>& words) const {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (match(words, i) != 0) return true;
    return false;
}

bool Phrases::occurs_in(std::string_view text) const {
    constexpr std::size_t kAtOnce = 256;  // words
    WordReader reader(text);
    std::vector<Word> words;
    for (bool more = true; more;) {
        // The last words of before may begin a phrase that goes on in these.
        const std::size_t kept = std::min(words.size(), longest_);
        words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(kept));
        while (more && words.size() < kAtOnce + kept) {
            words.emplace_back();
            more = reader.next(words.back());
        }
        if (!more) words.pop_back();
        if (occurs(words)) return true;
    }
    return false;
}

bool Phrases::is(const std::vector<Word>& words) const {
    return !words.empty() && match(words, 0) == words.size();
}

std::vector<LanguageHint> load_language_hints(const DataPath& data) {
    TomlTable table = TomlTable::open(data.require("und/languages.toml"));
    std::vector<LanguageHint> hints;
    for (TomlTable& entry : table.tables("language")) {
        LanguageHint hint;
        hint.tag = entry.text("tag").value_or("");
        hint.script = entry.text("script").value_or("");
        if (hint.tag.empty() || hint.script.size() != 4)
            entry.fail("tag", "a language needs a tag and the four letters of its script");
        for (const std::string& word : entry.texts("words")) hint.words.push_back(fold_case(word));
        hints.push_back(std::move(hint));
    }
    table.finish();
    return hints;
}

Rules load_rules(const std::string& language, const std::vector<LanguageHint>& hints,
                 const DataPath& data) {
    return load_rules(std::vector<std::string>{language}, hints, data);
}

Rules load_rules(const std::vector<std::string>& languages, const std::vector<LanguageHint>& hints,
                 const DataPath& data) {
    Rules rules;
    rules.language = languages.front();
    TomlTable common = TomlTable::open(data.require("und/furniture.toml"));
    read_furniture(common, rules.furniture);
    read_file(data, "und/declared.toml", read_declared, rules.declared);
    read_file(data, "und/fields.toml", read_fields, rules.fields);
    read_file(data, language_subtag(rules.language) + "/sentences.toml", read_sentences,
              rules.sentences);
    for (const std::string& language : languages) {
        const std::string folder = language_subtag(language);
        read_file(data, folder + "/address.toml", read_address, rules.address);
        read_file(data, folder + "/furniture.toml", read_furniture, rules.furniture);
        for (const LanguageHint& hint : hints)
            if (hint.tag == folder)
                for (const std::string& word : hint.words) rules.function_words.add(word);
    }
    return rules;
}

bool has_rules(const std::string& language, const DataPath& data) {
    const std::string folder = language_subtag(language);
    for (const char* file : {"/address.toml", "/furniture.toml", "/sentences.toml"})
        if (data.find(folder + file)) return true;
    return false;
}

std::string language_subtag(std::string_view tag) {
    return fold_case(tag.substr(0, tag.find_first_of("-_")));
}

}  // namespace declaim
