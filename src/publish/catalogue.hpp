#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "model/speech.hpp"

namespace declaim {

/// What an archive knows of one speech; one line of JSON in its catalogue.jsonl, schema
/// "declaim.catalogue/1".
struct CatalogueEntry {
    std::string source;         ///< the document, as named on the command line or found below it
    std::string source_hash;    ///< of its bytes (base/hash.hpp)
    std::string settings_hash;  ///< of everything else the sound depends on
    bool ok = false;
    std::string error;     ///< why it failed, when it did
    bool passing = false;  ///< the failure may pass by itself, so it is not kept
    Metadata metadata;
    std::string language;
    double seconds = 0;
    std::size_t sentences = 0;
    std::size_t skipped = 0;
    std::vector<std::string> warnings;
    std::vector<std::string> outputs;  ///< relative to the archive's folder
    bool operator==(const CatalogueEntry&) const = default;
};

/// One line, without its newline.
std::string to_line(const CatalogueEntry& entry);

/// Errors: throws Error{data} when the line is not an entry.
CatalogueEntry entry_from_line(const std::string& line);

/// The entries of a catalogue by their source; the last one of a source counts. A torn last line,
/// as a power cut leaves it, is passed over. An absent file is an empty catalogue.
/// Errors: throws Error{data} naming file and line for any other line that is not an entry.
std::map<std::string, CatalogueEntry> load_catalogue(const std::filesystem::path& file);

/// All entries, sorted by source, a line each: what the file is replaced with at the end of a run.
std::string catalogue_text(const std::map<std::string, CatalogueEntry>& entries);

}  // namespace declaim
