#include "publish/catalogue.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/files.hpp"
#include "publish/json_fields.hpp"

namespace declaim {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "declaim.catalogue/1";

Metadata metadata_from(const Json& json) {
    Metadata metadata;
    const auto read = [&](const char* name, std::optional<std::string>& field) {
        if (json.contains(name)) field = json.at(name).get<std::string>();
    };
    read("title", metadata.title);
    read("speaker", metadata.speaker);
    read("date", metadata.date);
    read("occasion", metadata.occasion);
    read("place", metadata.place);
    return metadata;
}

bool is_utf8(const Json& json) {
    try {
        static_cast<void>(json.dump());
        return true;
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

std::string to_hex(const std::string& bytes) {
    std::string out;
    for (const char byte : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return out;
}

std::string from_hex(const std::string& digits) {
    std::string out;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        out += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
    return out;
}

/// File names are bytes, and JSON is UTF-8: where a name is not, its bytes stand beside it in
/// hexadecimal.
void add_names(Json& json, const CatalogueEntry& entry) {
    if (!is_utf8(entry.source)) json["source_hex"] = to_hex(entry.source);
    if (!entry.outputs.empty()) json["outputs"] = entry.outputs;
    if (is_utf8(entry.outputs)) return;
    json["outputs_hex"] = Json::array();
    for (const std::string& output : entry.outputs) json["outputs_hex"].push_back(to_hex(output));
}

void read_names(const Json& json, CatalogueEntry& entry) {
    entry.source = json.at("source");
    if (json.contains("source_hex")) entry.source = from_hex(json.at("source_hex"));
    entry.outputs = json.value("outputs", std::vector<std::string>{});
    if (!json.contains("outputs_hex")) return;
    entry.outputs.clear();
    for (const std::string digits : json.at("outputs_hex"))
        entry.outputs.push_back(from_hex(digits));
}

CatalogueEntry entry_from(const Json& json) {
    const Json& status = json.at("status");
    if (json.at("schema") != kSchema || (status != "ok" && status != "failed") ||
        !json.at("metadata").is_object())
        throw Error(ErrorKind::data, "not a line of a catalogue");
    CatalogueEntry entry;
    entry.source_hash = json.value("source_hash", "");
    entry.settings_hash = json.value("settings_hash", "");
    entry.ok = status == "ok";
    entry.error = json.value("error", "");
    entry.passing = json.value("passing", false);
    entry.metadata = metadata_from(json.at("metadata"));
    entry.language = json.value("language", "");
    entry.seconds = json.value("seconds", 0.0);
    entry.sentences = json.value("sentences", std::size_t{0});
    entry.skipped = json.value("skipped", std::size_t{0});
    entry.warnings = json.value("warnings", std::vector<std::string>{});
    read_names(json, entry);
    return entry;
}

}  // namespace

std::string to_line(const CatalogueEntry& entry) {
    Json json{{"schema", kSchema},
              {"source", entry.source},
              {"source_hash", entry.source_hash},
              {"settings_hash", entry.settings_hash},
              {"status", entry.ok ? "ok" : "failed"}};
    if (!entry.ok) json["error"] = entry.error;
    if (entry.passing) json["passing"] = true;
    json["metadata"] = metadata_json(entry.metadata);
    if (entry.ok) {
        json["language"] = entry.language;
        json["seconds"] = entry.seconds;
        json["sentences"] = entry.sentences;
        json["skipped"] = entry.skipped;
    }
    add_names(json, entry);
    if (!entry.warnings.empty()) json["warnings"] = entry.warnings;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

CatalogueEntry entry_from_line(const std::string& line) {
    try {
        return entry_from(Json::parse(line));
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorKind::data, "not a line of a catalogue");
    } catch (const std::logic_error&) {  // of std::stoi
        throw Error(ErrorKind::data, "not a line of a catalogue");
    }
}

std::map<std::string, CatalogueEntry> load_catalogue(const std::filesystem::path& file) {
    std::map<std::string, CatalogueEntry> entries;
    if (!std::filesystem::exists(file)) return entries;
    const std::string text = read_data_file(file);
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        ++number;
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos) break;  // torn
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (line.empty()) continue;
        try {
            CatalogueEntry entry = entry_from_line(line);
            entries[entry.source] = std::move(entry);
        } catch (const Error& error) {
            throw Error(
                ErrorKind::data,
                fmt::format(
                    "{}:{}: {}; mend the line or delete it (its speech is then rendered anew)",
                    file.string(), number, error.what()));
        }
    }
    return entries;
}

std::string catalogue_text(const std::map<std::string, CatalogueEntry>& entries) {
    std::string text;
    for (const auto& [source, entry] : entries) text += to_line(entry) + "\n";
    return text;
}

}  // namespace declaim
