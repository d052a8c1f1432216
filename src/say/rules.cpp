#include "say/rules.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/error.hpp"
#include "base/toml_file.hpp"
#include "base/unicode.hpp"
#include "say/expression.hpp"
#include "say/formats.hpp"

namespace declaim {
namespace {

/// Rule files write ' and a plain space; documents also have other ones.
std::string plain(std::string_view written) {
    std::string out;
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t begin = at;
        const char32_t c = next_char(written, at);
        if (c == U'’')
            out += '\'';
        else if (is_space(c))
            out += ' ';
        else
            out += written.substr(begin, at - begin);
    }
    return out;
}

std::string key_of(std::string_view written, bool match_case) {
    return match_case ? plain(written) : fold_case(plain(written));
}

WordForms read_forms(TomlTable& list, const std::string& key) {
    if (!list.is_table(key)) return {list.text(key).value_or(""), {}};
    WordForms word;
    auto table = list.table(key);
    for (const std::string& form : table->keys()) word.forms[form] = *table->text(form);
    for (const char* usual : {"said", "one", "other"})
        if (const auto found = word.forms.find(usual); found != word.forms.end()) {
            word.said = found->second;
            break;
        }
    if (word.said.empty()) list.fail(key, "a word with forms needs one of: said, one, other");
    return word;
}

void read_words(TomlTable& file, SayRules& rules) {
    for (const std::string& name : file.texts("match_case")) rules.words[name].match_case = true;
    auto lists = file.table("words");
    if (!lists) return;
    for (const std::string& name : lists->keys()) {
        auto list = lists->table(name);
        WordList& words = rules.words[name];
        for (const std::string& key : list->keys())
            words.words[key_of(key, words.match_case)] = read_forms(*list, key);
    }
}

void read_into(TomlTable& table, const char* key, std::string& value) {
    if (auto text = table.text(key)) value = *text;
}

void read_numbers(TomlTable& file, NumberNames& names) {
    auto table = file.table("numbers");
    if (!table) return;
    read_into(*table, "locale", names.locale);
    read_into(*table, "grouping", names.grouping);
    read_into(*table, "decimal", names.decimal);
    read_into(*table, "point", names.point);
    read_into(*table, "minus", names.minus);
    read_into(*table, "custom", names.custom);
    if (auto flag = table->flag("decimals_as_number")) names.decimals_as_number = *flag;
    if (auto most = table->number("most_decimals_as_number", 1, 18))
        names.most_decimals_as_number = static_cast<std::size_t>(*most);
    if (auto points = table->table("points"))
        for (const std::string& key : points->keys()) names.points[key] = *points->text(key);
    if (auto spell = table->table("spell"))
        for (const std::string& key : spell->keys()) names.spell[key] = *spell->text(key);
    if (auto digits = table->table("digits"))
        for (const std::string& key : digits->keys()) names.digits[key] = *digits->text(key);
}

void read_manners(TomlTable& file, SayRules& rules) {
    if (auto table = file.table("acronyms")) {
        read_into(*table, "vowels", rules.acronyms.vowels);
        if (auto least = table->number("shortest_word", 2, 20))
            rules.acronyms.shortest_word = static_cast<std::size_t>(*least);
        if (auto most = table->number("most_consonants", 1, 10))
            rules.acronyms.most_consonants = static_cast<std::size_t>(*most);
        for (std::string& start : table->texts("starts")) rules.acronyms.starts.insert(start);
        for (std::string& end : table->texts("ends")) rules.acronyms.ends.insert(end);
        if (auto most = table->number("most_vowels", 1, 10))
            rules.acronyms.most_vowels = static_cast<std::size_t>(*most);
    }
    if (auto table = file.table("dates"))
        if (auto flag = table->flag("day_first")) rules.day_first = *flag;
    if (auto patterns = file.table("pattern"))
        for (const std::string& name : patterns->keys())
            rules.patterns[name] = *patterns->text(name);
}

SayRule read_rule(TomlTable& table, const std::string& where) {
    SayRule rule;
    rule.where = where;
    const auto name = table.text("name");
    const auto written = table.text("written");
    const auto spoken = table.text("spoken");
    if (!name || !written || !spoken)
        table.fail("name", "a rule needs name = \"…\", written = \"…\" and spoken = \"…\"");
    rule.name = *name;
    rule.written = *written;
    rule.order = table.text("order").value_or("");
    if (!rule.order.empty() && rule.order != "day_first" && rule.order != "month_first")
        table.fail("order", "order is \"day_first\" or \"month_first\"");
    rule.lone = table.flag("lone").value_or(false);
    try {
        rule.spoken = parse_reading(*spoken);
    } catch (const std::invalid_argument& error) {
        table.fail("spoken", error.what());
    }
    return rule;
}

/// Slots may be defined in a later file: a rule is checked once all are read.
struct Unchecked {
    TomlTable table;
    std::size_t rule;
};

void check(const Unchecked& each, SayRules& rules) {
    SayRule& rule = rules.rules[each.rule];
    std::string written;
    try {
        written = expand(rule.written, rules, Expand::without_lists);
    } catch (const std::invalid_argument& error) {
        each.table.fail("written", error.what());
    }
    for (const ReadingPart& part : rule.spoken.parts) {
        if (!part.slot.empty() && written.find("(?P<" + part.slot + ">") == std::string::npos)
            each.table.fail("spoken", "'{" + part.slot + "}' is no slot of what is written");
        for (const ReadingFormat& format : part.formats)
            if (!is_format(format.name, rules))
                each.table.fail("spoken", "there is no format '" + format.name + "'");
    }
}

void read_file(const std::filesystem::path& path, SayRules& rules, NumberNames& names,
               std::vector<SayRule>& fresh, std::vector<TomlTable>& tables) {
    TomlTable file = TomlTable::open(path);
    read_words(file, rules);
    read_numbers(file, names);
    read_manners(file, rules);
    int number = 0;
    for (TomlTable& table : file.tables("rule")) {
        fresh.push_back(read_rule(table, path.string() + ": rule " + std::to_string(++number)));
        tables.push_back(std::move(table));
    }
    file.finish();
}

/// "en-GB" → "en", "en-GB".
std::vector<std::string> folders_of(const std::string& tag) {
    std::vector<std::string> out;
    for (auto cut = tag.find('-'); cut != std::string::npos; cut = tag.find('-', cut + 1))
        out.push_back(tag.substr(0, cut));
    out.push_back(tag);
    return out;
}

}  // namespace

const WordForms* WordList::find(std::string_view written) const {
    const auto found = words.find(key_of(written, match_case));
    return found == words.end() ? nullptr : &found->second;
}

SayRules load_say_rules(const std::string& tag, const DataPath& data) {
    SayRules rules{tag, {}, {}, {}, {}, true, Numbers({}), {}};
    NumberNames names;
    names.locale = tag;
    std::vector<Unchecked> unchecked;
    std::vector<TomlTable> tables;
    for (const std::string& folder : folders_of(tag)) {
        std::vector<SayRule> fresh;
        std::vector<TomlTable> own;
        for (const auto& path : data.list(folder + "/say", ".toml"))
            read_file(path, rules, names, fresh, own);
        // Those of the narrower region come first and win.
        rules.rules.insert(rules.rules.begin(), std::make_move_iterator(fresh.begin()),
                           std::make_move_iterator(fresh.end()));
        tables.insert(tables.begin(), std::make_move_iterator(own.begin()),
                      std::make_move_iterator(own.end()));
    }
    rules.numbers = Numbers(std::move(names));
    for (std::size_t i = 0; i < tables.size(); ++i) check({std::move(tables[i]), i}, rules);
    rules.index = index_of(rules);
    for (SayRule& rule : rules.rules) rule.needs = needs_of(rule.written, rules, rules.index);
    return rules;
}

const Pattern& pattern_of(const SayRule& rule, const SayRules& rules) {
    if (!rule.pattern) try {
            rule.pattern = std::make_unique<Pattern>(expand(rule.written, rules), false);
        } catch (const std::invalid_argument& error) {
            throw Error(ErrorKind::data, rule.where + ": written = '" + rule.written +
                                             "' is no regular expression: " + error.what());
        }
    return *rule.pattern;
}

}  // namespace declaim
