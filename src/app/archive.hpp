#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/observer.hpp"
#include "app/prepare.hpp"
#include "publish/catalogue.hpp"

namespace declaim {

struct ArchiveRequest {
    std::vector<std::string> inputs;   ///< documents and folders of documents
    std::string folder;                ///< where the archive stands or is to stand
    std::vector<std::string> formats;  ///< what to make of each speech: "wav", "json", "ssml"
    SpeechRequest speech;              ///< how to read and speak; its input is ignored
    int jobs = 1;
    bool force = false;    ///< render what is there and unchanged too
    bool dry_run = false;  ///< only tell
};

/// One document of an archive.
struct ArchiveItem {
    std::string source;  ///< the path to read; canonical, as find_documents gives it
    std::string stem;    ///< its outputs' path below the archive's folder, without extension
    bool operator==(const ArchiveItem&) const = default;
};

struct ArchiveReport {
    std::size_t rendered = 0;
    std::size_t unchanged = 0;
    std::size_t failed = 0;
    double seconds = 0;              ///< of speech rendered in this run
    std::vector<std::string> to_do;  ///< of a dry run
    bool stopped = false;            ///< for a passing reason: run it again
};

/// The documents below the inputs, sorted by path, each with a stem of its own: a folder's are
/// those with the extension of a document, hidden ones and the archive itself left out; what is
/// named on the command line is taken whatever its name. Two that would share a stem keep their
/// extensions in it ("a.txt" and "a.text" give "a.txt" and "a.text"). Errors: throws Error{input}
/// for an input that does not exist, and when there are none at all.
std::vector<ArchiveItem> find_documents(const std::vector<std::string>& inputs,
                                        const std::string& folder);

/// Documents as named, each with the stem of its name; stems kept apart as above.
std::vector<ArchiveItem> name_documents(const std::vector<std::string>& inputs);

/// Gives every item a stem of its own: one that the archive has already keeps its own, and what
/// another document has is not given again.
/// In:     `owners`: the stems of the archive and the sources that have them.
void keep_stems_apart(std::vector<ArchiveItem>& items,
                      const std::map<std::string, std::string>& owners);

/// Renders every speech that is new or changed into the archive, in parallel; a speech that fails
/// is told and noted, and the run goes on. The catalogue (catalogue.jsonl) is written line by line
/// and, at the end, anew in order. In:     `on_end` hears of every speech rendered or failed.
/// Errors: throws Error{output, usage, data, input} when the run cannot go on; Interrupted.
ArchiveReport archive(const ArchiveRequest& request, const DataPath& data, const Observer& observer,
                      const std::function<void(const CatalogueEntry&)>& on_end);

}  // namespace declaim
