#include "base/toml_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "base/files.hpp"

namespace declaim {

/// One open table and what its reader has asked for so far.
struct TomlTable::State {
    struct File {
        std::string name;
        std::string text;
        toml::table root;
    };
    std::shared_ptr<File> file;
    toml::table* table = nullptr;  // inside file->root
    toml::source_position place;
    std::vector<std::string> asked;
    std::vector<std::shared_ptr<State>> handed_out;

    [[noreturn]] void fail(const toml::source_position& where, const std::string& message) const {
        const Diagnostic diagnostic{file->name, std::max(1, static_cast<int>(where.line)),
                                    std::max(1, static_cast<int>(where.column)), message};
        throw Error(ErrorKind::data, render(diagnostic, file->text));
    }
    toml::node* ask(std::string_view key) {
        asked.emplace_back(key);
        return table->get(key);
    }
    std::shared_ptr<State> open(toml::table& inner) {
        auto state = std::make_shared<State>();
        state->file = file;
        state->table = &inner;
        state->place = inner.source().begin;
        handed_out.push_back(state);
        return state;
    }
};

TomlTable::TomlTable(std::shared_ptr<State> state) : state_(std::move(state)) {}
TomlTable::TomlTable(TomlTable&&) noexcept = default;
TomlTable& TomlTable::operator=(TomlTable&&) noexcept = default;
TomlTable::~TomlTable() = default;

TomlTable TomlTable::open(const std::filesystem::path& path) {
    return parse(read_data_file(path), path.string());
}

TomlTable TomlTable::parse(const std::string& text, const std::string& name) {
    auto state = std::make_shared<State>();
    state->file = std::make_shared<State::File>();
    state->file->name = name;
    state->file->text = text;
    try {
        state->file->root = toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        state->fail(error.source().begin, std::string(error.description()));
    }
    state->table = &state->file->root;
    return TomlTable(std::move(state));
}

std::optional<std::string> TomlTable::text(std::string_view key) {
    toml::node* node = state_->ask(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_string()) return value->get();
    fail(key, fmt::format("'{}' must be a text in quotes", key));
}

std::optional<double> TomlTable::number(std::string_view key, double least, double most) {
    toml::node* node = state_->ask(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_number()) fail(key, fmt::format("'{}' must be a number", key));
    // toml++ itself hands over no integer that a double cannot hold exactly.
    const double value = node->is_integer() ? static_cast<double>(node->as_integer()->get())
                                            : node->as_floating_point()->get();
    if (!(value >= least && value <= most))
        fail(key, fmt::format("'{}' must lie between {} and {}", key, least, most));
    return value;
}

std::optional<bool> TomlTable::flag(std::string_view key) {
    toml::node* node = state_->ask(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_boolean()) return value->get();
    fail(key, fmt::format("'{}' must be true or false", key));
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
    toml::node* node = state_->ask(key);
    if (node == nullptr) return {};
    if (const auto* value = node->as_string()) return {value->get()};
    const toml::array* array = node->as_array();
    if (array == nullptr) fail(key, fmt::format("'{}' must be a list of texts", key));
    std::vector<std::string> out;
    for (const toml::node& element : *array) {
        const auto* value = element.as_string();
        if (value == nullptr)
            fail(key, fmt::format("'{}' must hold texts only", key), static_cast<int>(out.size()));
        out.push_back(value->get());
    }
    return out;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
    toml::node* node = state_->ask(key);
    if (node == nullptr) return std::nullopt;
    if (auto* inner = node->as_table()) return TomlTable(state_->open(*inner));
    fail(key, fmt::format("'{}' must be a table: [{}]", key, key));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    toml::node* node = state_->ask(key);
    if (node == nullptr) return {};
    toml::array* array = node->as_array();
    if (array == nullptr || (!array->empty() && !array->is_array_of_tables()))
        fail(key, fmt::format("'{}' must be tables: [[{}]]", key, key));
    std::vector<TomlTable> out;
    for (toml::node& element : *array) out.push_back(TomlTable(state_->open(*element.as_table())));
    return out;
}

bool TomlTable::is_table(std::string_view key) const {
    const toml::node* node = state_->table->get(key);
    return node != nullptr && node->is_table();
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::pair<toml::source_position, std::string>> placed;
    for (const auto& [key, node] : *state_->table)
        placed.emplace_back(key.source().begin, std::string(key.str()));
    std::sort(placed.begin(), placed.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> out;
    for (auto& [place, key] : placed) out.push_back(std::move(key));
    return out;
}

void TomlTable::finish() const {
    for (const auto& [key, node] : *state_->table) {
        const std::string name(key.str());
        if (std::find(state_->asked.begin(), state_->asked.end(), name) != state_->asked.end())
            continue;
        const std::string like = nearest(name, state_->asked);
        state_->fail(key.source().begin,
                     fmt::format("unknown key '{}'{}", name,
                                 like.empty() ? "" : fmt::format("; did you mean '{}'?", like)));
    }
    for (const auto& inner : state_->handed_out) TomlTable(inner).finish();
}

void TomlTable::fail(std::string_view key, const std::string& message, int element) const {
    const toml::node* node = state_->table->get(key);
    if (node == nullptr) state_->fail(state_->place, message);
    const toml::array* array = node->as_array();
    if (element >= 0 && array != nullptr && static_cast<std::size_t>(element) < array->size())
        node = array->get(static_cast<std::size_t>(element));
    state_->fail(node->source().begin, message);
}

}  // namespace declaim
