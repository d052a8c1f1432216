#include "app/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "cli/columns.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace {

constexpr std::size_t kWidest = 32;  // columns of a cell that is padded

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t wide = columns(text);
    return std::string(text) + std::string(wide < width ? width - wide : 0, ' ');
}

struct Cells {
    std::string line, times, written, why, phonemes, ipa;
};

Cells cells_of(const Doubt& doubt) {
    return {std::to_string(doubt.line),
            std::to_string(doubt.times),
            doubt.written,
            doubt.why,
            doubt.failure.empty() ? doubt.phonemes : doubt.failure,
            doubt.ipa};
}

std::string table_of(const Checked& checked) {
    std::vector<Cells> rows{{"line", "times", "word", "why", "phonemes", "IPA"}};
    for (const Doubt& doubt : checked.doubts) rows.push_back(cells_of(doubt));
    const auto width = [&](std::string Cells::*cell) {
        std::size_t most = 0;
        for (const Cells& row : rows) most = std::max(most, std::min(columns(row.*cell), kWidest));
        return most;
    };
    std::string out;
    for (const Cells& row : rows)
        out += fmt::format("  {:>5}  {:>5}  {}  {}  {}  {}\n", row.line, row.times,
                           padded(row.written, width(&Cells::written)),
                           padded(row.why, width(&Cells::why)),
                           padded(row.phonemes, width(&Cells::phonemes)), row.ipa);
    return out;
}

std::string report(const Checked& checked) {
    const std::size_t count = checked.doubts.size();
    if (count == 0) return checked.input + ": nothing to check\n";
    return fmt::format("{}: {} to check\n{}\n", checked.input,
                       count == 1 ? "1 word" : std::to_string(count) + " words", table_of(checked));
}

void print_stubs(const std::vector<Checked>& documents, bool only, const DataPath& data,
                 Terminal& terminal) {
    const std::vector<std::string> languages = languages_of(documents);
    for (std::size_t i = 0; i < languages.size(); ++i)
        if (i == 0 || !only)
            print_result(lexicon_stub(documents, languages[i], data));
        else
            terminal.warn("a lexicon is for one language: that for '" + languages[i] +
                          "' was left out; `declaim check` without --stub prints it");
}

}  // namespace

int run_check(const Options& options, const DataPath& data, Terminal& terminal) {
    std::vector<Checked> documents;
    bool failed = false;
    for (const std::string& input : options.inputs) try {
            SpeechRequest request = options.speech;
            request.input = input;
            documents.push_back(check_document(request, data, terminal.observer()));
            if (!options.stub) print_result(report(documents.back()));
        } catch (const Error& error) {
            if (options.inputs.size() == 1 || error.kind() != ErrorKind::input) throw;
            terminal.error(error.what());
            failed = true;
        }
    const bool found = std::any_of(documents.begin(), documents.end(),
                                   [](const Checked& each) { return !each.doubts.empty(); });
    if (found || (options.stub && !documents.empty()))
        print_stubs(documents, options.stub, data, terminal);
    return failed ? 1 : 0;
}

}  // namespace declaim
