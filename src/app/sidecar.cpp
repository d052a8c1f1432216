#include "app/sidecar.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/toml_file.hpp"
#include "text/read.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

using Field = std::optional<std::string> Metadata::*;

constexpr std::pair<const char*, Field> kFields[] = {
    {"title", &Metadata::title}, {"speaker", &Metadata::speaker},
    {"role", &Metadata::role},   {"date", &Metadata::date},
    {"place", &Metadata::place}, {"occasion", &Metadata::occasion}};

std::vector<std::string> patterns(TomlTable& table, const char* key) {
    std::vector<std::string> found = table.texts(key);
    for (std::size_t i = 0; i < found.size(); ++i)
        if (const std::string fault = pattern_fault(found[i]); !fault.empty())
            table.fail(key, fmt::format("'{}' is no regular expression: {}", found[i], fault),
                       static_cast<int>(i));
    return found;
}

std::string checked(TomlTable& table, const char* key, std::string ReadOptions::*option) {
    ReadOptions options;
    options.path = key;
    options.*option = table.text(key).value_or("");
    try {
        check_options(options);
    } catch (const Error& error) {
        table.fail(key, error.what());
    }
    return options.*option;
}

/// "2004-10-19", "2004-10", "2004"
bool is_date(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (kShape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    const auto part = [&](std::size_t at) {
        return at < text.size() ? (text[at] - '0') * 10 + text[at + 1] - '0' : 1;
    };
    return part(5) >= 1 && part(5) <= 12 && part(8) >= 1 && part(8) <= 31;
}

void read_metadata(TomlTable& table, Sidecar& sidecar) {
    for (const auto& [name, field] : kFields) {
        const auto value = table.text(name);
        if (!value) continue;
        if (field == &Metadata::date && !value->empty() && !is_date(*value))
            table.fail(name, "'date' must be as 2004-10-19, 2004-10 or 2004");
        (value->empty() ? sidecar.cleared : sidecar.metadata).*field = value;
    }
}

void read_cast(TomlTable& table, Sidecar& sidecar) {
    if (auto cast = table.table("cast"))
        for (const std::string& label : cast->keys()) {
            sidecar.cast.emplace_back(label, cast->text(label).value_or(""));
            if (sidecar.cast.back().second.empty())
                cast->fail(label, "name a voice, as \"stateswoman\"");
        }
}

}  // namespace

fs::path sidecar_of(const std::string& document) {
    if (document == "-") return {};
    const fs::path path = document + ".toml";
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) ? path : fs::path();
}

Sidecar read_sidecar(const std::string& document) {
    Sidecar sidecar;
    const fs::path path = sidecar_of(document);
    if (path.empty()) return sidecar;
    TomlTable table = TomlTable::open(path);
    sidecar.by_hand = {patterns(table, "keep"), patterns(table, "drop")};
    sidecar.language = checked(table, "language", &ReadOptions::language);
    sidecar.encoding = checked(table, "encoding", &ReadOptions::encoding);
    sidecar.format = checked(table, "format", &ReadOptions::format);
    if (auto metadata = table.table("metadata")) read_metadata(*metadata, sidecar);
    if (table.is_table("cast")) {
        read_cast(table, sidecar);
    } else if (const auto word = table.text("cast")) {
        sidecar.no_cast = *word == "none";
        if (!sidecar.no_cast)
            table.fail("cast", "'cast' is \"none\", or a table [cast] of \"LABEL\" = \"voice\"");
    }
    table.finish();
    return sidecar;
}

void overwrite(Metadata& metadata, const Sidecar& sidecar) {
    for (const auto& [name, field] : kFields) {
        if (sidecar.metadata.*field) metadata.*field = sidecar.metadata.*field;
        if (sidecar.cleared.*field) metadata.*field = std::nullopt;
    }
}

}  // namespace declaim
