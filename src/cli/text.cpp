#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/prepare.hpp"
#include "app/script.hpp"
#include "cli/commands.hpp"
#include "cli/explain.hpp"

namespace declaim {
namespace {

std::string words_to_read(const Speech& speech, bool directions) {
    std::string text;
    for (const Block& block : speech.blocks) {
        if (!is_spoken(block.kind) && !(block.kind == BlockKind::direction && directions)) continue;
        if (!text.empty()) text += '\n';
        text += block.text;
        text += '\n';
    }
    return text;
}

/// "left out 12 lines (navigation 9, footer 3); …"
std::string left_out(const std::vector<Dropped>& dropped) {
    std::string list;
    for (const auto& [reason, count] : by_reason(dropped))
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", reason, count);
    return fmt::format("left out {} {} ({}); see `declaim inspect` or --explain", dropped.size(),
                       dropped.size() == 1 ? "line" : "lines", list);
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> by_reason(const std::vector<Dropped>& dropped) {
    std::map<std::string, std::size_t> counts;
    for (const Dropped& item : dropped) ++counts[item.reason];
    std::vector<std::pair<std::string, std::size_t>> out(counts.begin(), counts.end());
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
}

int run_text(const Options& options, const DataPath& data, Terminal& terminal) {
    SpeechRequest request = request_for(options);
    const bool lines = options.spoken && request.raw && !options.explain;
    // Line for line there is no markup to understand.
    if (lines && request.format.empty()) request.format = "text";
    request.rows = options.explain || lines;
    const Speech speech = read_request(request, data, terminal.observer());
    if (options.explain) {
        print_result(explain_text(explain(speech, make_script(speech, data, request.lexicons)),
                                  screen_of_output()));
        return 0;
    }
    if (lines) {
        print_result(spoken_lines(speech, data, request.lexicons));
        return 0;
    }
    const bool directions = options.speech.speak_directions;
    print_result(options.spoken
                     ? spoken_words(speech, make_script(speech, data, request.lexicons), directions)
                     : words_to_read(speech, directions));
    if (!speech.dropped.empty()) terminal.hint("declaim: " + left_out(speech.dropped));
    return 0;
}

}  // namespace declaim
