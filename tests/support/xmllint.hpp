#pragma once

#include <cstdlib>
#include <string>

#include "support/temp_folder.hpp"

namespace declaim::test {

inline bool has_xmllint() {
    return std::system("command -v xmllint >/dev/null 2>&1") == 0;  // NOLINT: a fixed command
}

/// Runs xmllint on a document: what it printed, and its complaints.
inline std::string xmllint(const std::string& options, const std::string& document) {
    const TempFolder folder;
    const std::string file = folder.write("document.xml", document);
    const std::string out = (folder / "out").string();
    const std::string command =
        "xmllint --nonet " + options + " '" + file + "' >'" + out + "' 2>&1";
    const int status = std::system(command.c_str());  // NOLINT: a command of our own
    return folder.read("out") + (status == 0 ? "" : "xmllint failed");
}

/// "" when a document is valid after one of tests/data/schemas, else what is wrong with it.
inline std::string schema_faults(const std::string& schema, const std::string& document) {
    const std::string said =
        xmllint("--noout --relaxng '" DECLAIM_TEST_DATA "/schemas/" + schema + "'", document);
    return said.ends_with("document.xml validates\n") ? "" : said;
}

/// "" when a document is valid SSML 1.1, else what is wrong with it.
inline std::string ssml_faults(const std::string& document) {
    return schema_faults("ssml11.rng", document);
}

/// The same for PLS 1.0.
inline std::string pls_faults(const std::string& document) {
    return schema_faults("pls10.rng", document);
}

}  // namespace declaim::test
