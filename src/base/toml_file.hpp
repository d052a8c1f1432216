#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace declaim {

/// A table of a TOML data file, read strictly: a wrong type, an out-of-range number or a key that
/// nobody asked for is an error with file, line, column and caret (base/diagnostic.hpp).
///
/// Use: open, take every key with the getters, then call `finish()`, which refuses the keys that
/// were never asked for. Getters return nullopt for an absent key.
/// Errors: every function throws Error{data} unless it says otherwise.
class TomlTable {
  public:
    /// Parses a whole file.
    static TomlTable open(const std::filesystem::path& path);
    /// Parses text; `name` stands for the file in messages.
    static TomlTable parse(const std::string& text, const std::string& name);

    TomlTable(TomlTable&&) noexcept;
    TomlTable& operator=(TomlTable&&) noexcept;
    TomlTable(const TomlTable&) = delete;
    TomlTable& operator=(const TomlTable&) = delete;
    ~TomlTable();

    std::optional<std::string> text(std::string_view key);
    std::optional<double> number(std::string_view key, double least, double most);
    std::optional<bool> flag(std::string_view key);
    /// An array of strings; empty when absent. One string alone counts as an array of one.
    std::vector<std::string> texts(std::string_view key);
    std::optional<TomlTable> table(std::string_view key);
    /// The tables of an array [[key]]; empty when absent.
    std::vector<TomlTable> tables(std::string_view key);
    /// Whether a key holds a table. Errors: none.
    [[nodiscard]] bool is_table(std::string_view key) const;
    /// All keys present, in the order of the file.
    [[nodiscard]] std::vector<std::string> keys() const;

    /// Refuses keys never asked for, suggesting the nearest one that was; then does the same in
    /// every table handed out by `table` and `tables`.
    void finish() const;

    /// Throws an Error{data} placed at a key of this table (at an element of its array where
    /// `element` is not negative), or at the table itself if the key is absent.
    [[noreturn]] void fail(std::string_view key, const std::string& message,
                           int element = -1) const;

  private:
    struct State;
    explicit TomlTable(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace declaim
