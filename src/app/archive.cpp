#include "app/archive.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "app/child_pool.hpp"
#include "app/outputs.hpp"
#include "app/render.hpp"
#include "app/sidecar.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/version.hpp"
#include "voice/espeak.hpp"

namespace declaim {
namespace fs = std::filesystem;
namespace {

constexpr const char* kCatalogue = "catalogue.jsonl";

/// All files below a folder, sorted; what cannot be looked into is left out.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    auto entry = fs::recursive_directory_iterator(
        folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored)) files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string list_of(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += fmt::format("{}:{};", text.size(), text);
    return out;
}

/// Everything but the document and its sidecar that the sound depends on.
std::string settings_hash(const ArchiveRequest& request, const DataPath& data) {
    const SpeechRequest& speech = request.speech;
    std::string all = fmt::format(
        "{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", version(), espeak_version(), speech.format,
        speech.encoding, speech.language, speech.usual_language, speech.raw, list_of(speech.keep),
        list_of(speech.drop), speech.voice, speech.rate_wpm.value_or(-1), speech.pitch.value_or(-1),
        speech.speak_directions, speech.announce, list_of(speech.cast));
    for (const fs::path& folder : data.folders())
        for (const fs::path& file : files_below(folder))
            all += "|" + file.lexically_relative(folder).string() + "|" +
                   content_hash(read_data_file(file));
    return content_hash(all);
}

std::vector<std::string> output_names(const ArchiveItem& item,
                                      const std::vector<std::string>& formats) {
    std::vector<std::string> names;
    for (const std::string& format : formats) names.push_back(item.stem + "." + format);
    return names;
}

bool is_unchanged(const CatalogueEntry& was, const CatalogueEntry& would_be,
                  const fs::path& folder) {
    return was.ok && was.source_hash == would_be.source_hash &&
           was.settings_hash == would_be.settings_hash && was.outputs == would_be.outputs &&
           std::all_of(was.outputs.begin(), was.outputs.end(), [&](const std::string& name) {
               std::error_code ignored;
               return fs::exists(folder / name, ignored);
           });
}

/// What is known of a speech before it is rendered.
CatalogueEntry blank_entry(const ArchiveItem& item, const ArchiveRequest& request,
                           const std::string& settings) {
    CatalogueEntry entry;
    entry.source = item.source;
    entry.settings_hash = settings;
    entry.outputs = output_names(item, request.formats);
    try {
        if (const fs::path sidecar = sidecar_of(item.source); !sidecar.empty())
            entry.settings_hash = content_hash(settings + "|" + read_data_file(sidecar));
        entry.source_hash = content_hash(read_document(item.source, kLargestDocument));
    } catch (const Error& error) {
        entry.error = error.what();
    }
    return entry;
}

/// Runs in a child process: renders one speech and tells how it went, as a line of the catalogue.
std::string render_item(CatalogueEntry entry, const ArchiveRequest& request, const DataPath& data,
                        int jobs) {
    RenderRequest one;
    one.speech = request.speech;
    one.speech.cast_wherever = true;  // in a tree of speeches some have no questions
    one.speech.input = entry.source;
    one.jobs = jobs;
    one.make_folders = true;
    for (const std::string& name : entry.outputs)
        one.outputs.push_back((fs::path(request.folder) / name).string());
    Observer observer;
    observer.warn = [&](const std::string& warning) { entry.warnings.push_back(warning); };
    observer.doubt = observer.warn;
    try {
        const RenderReport report = render(one, data, observer);
        entry.ok = true;
        entry.metadata = report.metadata;
        entry.language = report.language;
        entry.seconds = report.seconds;
        entry.sentences = report.sentences;
        entry.skipped = report.skipped;
    } catch (const Error& error) {
        entry.error = error.what();
        entry.passing = error.kind() == ErrorKind::passing;
    } catch (const std::bad_alloc&) {
        entry.error = "out of memory";
        entry.passing = true;
    } catch (const Interrupted&) {
        throw;
    } catch (const std::exception& error) {
        entry.error = entry.source + ": " + error.what();
    }
    return to_line(entry);
}

/// The archive's folder, made if need be and held against a second run at the same time.
class ArchiveFolder {
  public:
    /// With `look_only`, nothing is made and nothing held.
    ArchiveFolder(const fs::path& folder, bool look_only) : catalogue_(folder / kCatalogue) {
        if (!look_only) hold(folder);
        entries_ = load_catalogue(catalogue_);
    }

    [[nodiscard]] const CatalogueEntry* find(const std::string& source) const {
        const auto found = entries_.find(source);
        return found == entries_.end() ? nullptr : &found->second;
    }

    /// The stems in use, and whose they are.
    [[nodiscard]] std::map<std::string, std::string> owners() const {
        std::map<std::string, std::string> owners;
        for (const auto& [source, entry] : entries_)
            for (const std::string& output : entry.outputs)
                owners.emplace(fs::path(output).replace_extension().string(), source);
        return owners;
    }

    /// Notes an entry at once, so that a run that is killed need not do it again.
    void add(const CatalogueEntry& entry) {
        if (!log_.valid()) open_log();
        write_all(log_.get(), to_line(entry) + "\n", catalogue_.string());
        entries_[entry.source] = entry;
    }

    void tidy() {
        if (log_.valid()) write_output(catalogue_.string(), catalogue_text(entries_), false);
    }

  private:
    void hold(const fs::path& folder) {
        make_folder(folder);
        lock_.reset(::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
        if (!lock_.valid() && (errno == EACCES || errno == EPERM || errno == EROFS))
            throw Error(ErrorKind::output,
                        fmt::format("the folder {} may not be written; change its permissions or "
                                    "choose another with -d",
                                    folder.string()));
        if (!lock_.valid()) throw_write_error(errno, (folder / ".lock").string());
        if (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            throw Error(ErrorKind::output,
                        "another run is at work in " + folder.string() + "; wait for it to end");
        for (const fs::path& file : files_below(folder))  // left behind by a run that was killed
            if (is_temporary_name(file.filename().string())) ::unlink(file.c_str());
    }

    void open_log() {
        // A torn last line would swallow what is appended to it.
        write_output(catalogue_.string(), catalogue_text(entries_), false);
        log_.reset(::open(catalogue_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
        if (!log_.valid()) throw_write_error(errno, catalogue_.string());
    }

    fs::path catalogue_;
    UniqueFd lock_;
    UniqueFd log_;
    std::map<std::string, CatalogueEntry> entries_;
};

CatalogueEntry entry_of(const TaskEnd& end, CatalogueEntry blank) {
    if (end.how.good()) {
        CatalogueEntry entry = entry_from_line(end.output);
        entry.source = blank.source;  // a line of JSON has no room for names that are not UTF-8
        entry.outputs = blank.outputs;
        return entry;
    }
    blank.passing = end.how.from_outside();
    blank.error =
        fmt::format("{}: its process {}; {}", blank.source, end.how.describe(),
                    blank.passing ? "if memory was short, use fewer --jobs" : "please report this");
    return blank;
}

/// What is to be rendered: the new, the changed, and with `force` all.
std::vector<CatalogueEntry> choose(const ArchiveRequest& request,
                                   const std::vector<ArchiveItem>& items,
                                   const std::string& settings, const ArchiveFolder& folder) {
    std::vector<CatalogueEntry> to_do;
    for (const ArchiveItem& item : items) {
        CatalogueEntry blank = blank_entry(item, request, settings);
        const CatalogueEntry* was = folder.find(item.source);
        if (request.force || was == nullptr || !is_unchanged(*was, blank, request.folder))
            to_do.push_back(std::move(blank));
    }
    return to_do;
}

}  // namespace

ArchiveReport archive(const ArchiveRequest& request, const DataPath& data, const Observer& observer,
                      const std::function<void(const CatalogueEntry&)>& on_end) {
    for (const std::string& format : request.formats)
        content_of("x." + format);  // refuses unknown ones
    check_request(request.speech);
    const std::string settings = settings_hash(request, data);
    std::vector<ArchiveItem> items = find_documents(request.inputs, request.folder);
    ArchiveFolder folder(request.folder, request.dry_run);
    keep_stems_apart(items, folder.owners());
    const std::vector<CatalogueEntry> to_do = choose(request, items, settings, folder);
    ArchiveReport report;
    report.unchanged = items.size() - to_do.size();
    if (request.dry_run) {
        for (const CatalogueEntry& entry : to_do) report.to_do.push_back(entry.source);
        return report;
    }
    // With fewer speeches than jobs, each may use several; the sound is the same.
    const int inner_jobs =
        to_do.empty() ? 1 : std::max(1, request.jobs / static_cast<int>(to_do.size()));
    std::size_t done = 0;
    if (observer.progress) observer.progress(0, to_do.size());
    run_in_children(
        to_do.size(), request.jobs,
        [&](std::size_t i) { return render_item(to_do[i], request, data, inner_jobs); },
        [&](TaskEnd&& end) {
            const CatalogueEntry entry = entry_of(end, to_do[end.task]);
            (entry.ok ? report.rendered : report.failed) += 1;
            report.seconds += entry.seconds;
            report.stopped = report.stopped || entry.passing;
            if (!entry.passing) folder.add(entry);
            if (on_end) on_end(entry);
            if (observer.progress) observer.progress(++done, to_do.size());
            return !report.stopped;
        });
    folder.tidy();
    return report;
}

}  // namespace declaim
