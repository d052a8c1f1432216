#include "text/declared.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/ascii.hpp"
#include "text/person_lines.hpp"
#include "text/references.hpp"

namespace declaim {
namespace {

using nlohmann::json;

constexpr std::size_t kMostJson = std::size_t{1} << 20;
constexpr int kDeepest = 16;
constexpr std::size_t kLongestTitle = 400;
constexpr std::size_t kLongestFact = 200;

/// As names are compared: lower case, "-" and "_" as spaces.
std::string name_key(std::string_view name) {
    std::string key = fold_case(name);
    std::replace_if(
        key.begin(), key.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return key;
}

std::string clean(std::string_view value) { return fold_spaces(resolve_references(value)); }

void add_once(std::vector<std::string>& list, const std::string& value) {
    if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

void add_once(std::vector<std::string>& list, const std::optional<std::string>& value) {
    if (value) add_once(list, *value);
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The title, or "" for what is none: a file's name, an address, "Untitled".
std::string sane_title(std::string_view value, const DeclaredRules& rules) {
    std::string title = clean(value);
    for (const std::string& program : rules.programs)
        if (title.compare(0, program.size(), program) == 0) title.erase(0, program.size());
    const std::string lower = lower_ascii(title);
    for (const std::string& ending : rules.file_endings)
        if (ends_with(lower, ending)) return {};
    const std::vector<Word> words = words_of(title);
    const bool named =
        std::any_of(words.begin(), words.end(), [](const Word& w) { return w.letter; });
    const bool one = title.find(' ') == std::string::npos;
    if (!named || title.size() > kLongestTitle || title.find("://") != std::string::npos) return {};
    if (one && title.find_first_of("_/\\0123456789") != std::string::npos) return {};
    return rules.no_titles.is(words) ? std::string() : title;
}

/// A person's name, without the office beside it; nothing for an institution, or where two are named.
std::optional<std::string> person_in(const std::string& value, const Rules& rules) {
    if (is_person_name(value, rules)) {
        const bool institution = rules.declared.institutions.occurs(words_of(value));
        return institution ? std::nullopt : std::optional(value);
    }
    if (const auto name = name_before_office(value, rules)) return name;
    return name_behind_role(value, rules);
}

/// Sorts what one element says under one name.
class Sorter {
  public:
    Sorter(const Page& page, const Rules& rules, const DateReader& dates)
        : page_(page), rules_(rules), dates_(dates) {}

    DeclaredFacts sort() {
        sort_front_matter();
        sort_page();
        for (const Declared& declared : page_.declared)
            if (declared.from == "json-ld") sort_json(declared.value);
        for (const std::string& value : all("title", &DeclaredNames::title))
            add_once(facts_.titles, sane_title(value, rules_.declared));
        for (const char* from : {"opf", "core", "odf meta", "pdf"}) sort_file(from);
        return std::move(facts_);
    }

  private:
    using List = std::vector<std::string> DeclaredNames::*;

    [[nodiscard]] const std::vector<std::string>* names(const std::string& from, List list) const {
        const auto found = rules_.declared.places.find(from);
        return found == rules_.declared.places.end() ? nullptr : &(found->second.*list);
    }

    /// The values in the order of the names.
    [[nodiscard]] std::vector<std::string> all(const std::string& from, List list) const {
        std::vector<std::string> values;
        const auto* wanted = names(from, list);
        if (wanted == nullptr) return values;
        for (const std::string& name : *wanted)
            for (const Declared& declared : page_.declared)
                if (declared.from == from && key_of(declared) == name)
                    values.push_back(clean(declared.value));
        return values;
    }

    /// "dc:title" of a file is "title".
    [[nodiscard]] static std::string key_of(const Declared& declared) {
        const bool file = declared.from != "meta" && declared.from != "front matter";
        const std::size_t colon = file ? declared.name.rfind(':') : std::string::npos;
        return name_key(colon == std::string::npos ? declared.name
                                                   : declared.name.substr(colon + 1));
    }

    [[nodiscard]] std::optional<std::string> fact(const std::string& from, List list) const {
        for (std::string& value : all(from, list))
            if (!value.empty() && value.size() <= kLongestFact) return std::move(value);
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> date(const std::string& from, List list) const {
        for (const std::string& value : all(from, list))
            if (auto iso = iso_date(value, dates_)) return iso;
        return std::nullopt;
    }

    void sort_front_matter() {
        const std::string from = "front matter";
        Metadata& written = facts_.written;
        for (const std::string& value : all(from, &DeclaredNames::title))
            if (!written.title && !value.empty() && value.size() <= kLongestTitle)
                written.title = value;
        written.speaker = fact(from, &DeclaredNames::speaker);
        if (const auto author = fact(from, &DeclaredNames::author)) set_author(*author);
        written.role = fact(from, &DeclaredNames::role);
        written.date = date(from, &DeclaredNames::held);
        written.occasion = fact(from, &DeclaredNames::occasion);
        written.place = fact(from, &DeclaredNames::place);
        facts_.date = date(from, &DeclaredNames::date);
        add_sites(from);
    }

    /// "Jane Doe, Minister of Health" has the office too.
    void set_author(const std::string& value) {
        if (person_in(value, rules_)) facts_.author = value;
    }

    void add_sites(const std::string& from) {
        for (const std::string& value : all(from, &DeclaredNames::site))
            add_once(facts_.sites, value);
    }

    void add_authors(const std::string& from) {
        for (const std::string& value : all(from, &DeclaredNames::author))
            add_once(facts_.authors, person_in(value, rules_));
    }

    void add_posted(const std::string& from) {
        for (const std::string& value : all(from, &DeclaredNames::posted))
            add_once(facts_.posted, iso_date(value, dates_));
    }

    void sort_page() {
        for (const std::string& value : all("meta", &DeclaredNames::title))
            add_once(facts_.titles, sane_title(value, rules_.declared));
        add_authors("meta");
        add_posted("meta");
        add_sites("meta");
        for (const std::string& value : all("time", &DeclaredNames::date))
            add_once(facts_.times, iso_date(value, dates_));
        facts_.issued = date("meta", &DeclaredNames::date);
    }

    void sort_file(const std::string& from) {
        for (const std::string& value : all(from, &DeclaredNames::title))
            add_once(facts_.file_titles, sane_title(value, rules_.declared));
        add_authors(from);
        add_posted(from);
    }

    // --- JSON-LD

    void sort_json(std::string_view text) {
        if (text.size() > kMostJson) return;
        const json::parser_callback_t shallow = [](int depth, json::parse_event_t, json&) {
            return depth <= kDeepest;
        };
        const json root = json::parse(text, shallow, false, true);
        std::vector<const json*> waiting{&root};
        while (!waiting.empty()) {
            const json& value = *waiting.back();
            waiting.pop_back();
            if (value.is_object()) sort_object(value);
            if (!value.is_structured()) continue;
            std::vector<const json*> inner;
            for (const json& element : value) inner.push_back(&element);
            waiting.insert(waiting.end(), inner.rbegin(), inner.rend());
        }
    }

    [[nodiscard]] static bool has_type(const json& object, const std::vector<std::string>& types) {
        const auto type = object.find("@type");
        if (type == object.end()) return false;
        const auto wanted = [&](const json& name) {
            return name.is_string() && std::find(types.begin(), types.end(),
                                                 name.get_ref<const std::string&>()) != types.end();
        };
        return type->is_array() ? std::any_of(type->begin(), type->end(), wanted) : wanted(*type);
    }

    /// The texts of a property; of an object its name.
    [[nodiscard]] static std::vector<std::string> texts_of(const json& object,
                                                           std::string_view name) {
        std::vector<std::string> texts;
        const auto add = [&](const json& value) {
            const auto inner = value.is_object() ? value.find("name") : value.end();
            const json& text = value.is_object() && inner != value.end() ? *inner : value;
            if (text.is_string()) texts.push_back(clean(text.get_ref<const std::string&>()));
        };
        for (const auto& [key, value] : object.items()) {
            if (name_key(key) != name) continue;
            if (value.is_array())
                for (const json& element : value) add(element);
            else
                add(value);
        }
        return texts;
    }

    [[nodiscard]] std::vector<std::string> json_all(const json& object, List list) const {
        std::vector<std::string> values;
        if (const auto* wanted = names("json-ld", list))
            for (const std::string& name : *wanted)
                for (std::string& text : texts_of(object, name)) values.push_back(std::move(text));
        return values;
    }

    void sort_object(const json& object) {
        if (has_type(object, rules_.declared.events)) return sort_event(object);
        if (!has_type(object, rules_.declared.pages)) return;
        for (const std::string& value : json_all(object, &DeclaredNames::title))
            add_once(facts_.titles, sane_title(value, rules_.declared));
        for (const std::string& value : json_all(object, &DeclaredNames::author))
            add_once(facts_.authors, person_in(value, rules_));
        for (const std::string& value : json_all(object, &DeclaredNames::site))
            add_once(facts_.sites, value);
        for (const std::string& value : json_all(object, &DeclaredNames::posted))
            add_once(facts_.posted, iso_date(value, dates_));
    }

    void sort_event(const json& object) {
        Metadata& event = facts_.event;
        const auto first = [&](std::optional<std::string>& field, std::string_view name) {
            for (std::string& text : texts_of(object, name))
                if (!field && !text.empty() && text.size() <= kLongestFact) field = std::move(text);
        };
        first(event.occasion, "name");
        first(event.place, "location");
        for (const std::string& text : texts_of(object, "startdate"))
            if (!event.date) event.date = iso_date(text, dates_);
    }

    const Page& page_;
    const Rules& rules_;
    const DateReader& dates_;
    DeclaredFacts facts_;
};

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

DeclaredFacts declared_facts(const Page& page, const Rules& rules, const DateReader& dates) {
    return Sorter(page, rules, dates).sort();
}

std::optional<std::string> iso_date(std::string_view value, const DateReader& dates) {
    std::string text = fold_spaces(value);
    if (text.size() == 4 && all_digits(text)) return text;
    const bool iso = text.size() > 4 && all_digits(text.substr(0, 4)) && text[4] == '-';
    if (text.size() == 7 && iso && all_digits(text.substr(5)))
        return text.substr(5) >= "01" && text.substr(5) <= "12" ? std::optional(text)
                                                                : std::nullopt;
    if (text.size() >= 8 && all_digits(text.substr(0, 8)))  // 20041019, 20041019T1200Z
        text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
    if (iso) text = text.substr(0, 10);
    std::optional<std::string> found;
    for (const DateMention& mention : dates.find(text)) {
        if (found && *found != mention.iso) return std::nullopt;
        found = mention.iso;
    }
    return found;
}

}  // namespace declaim
