#include <fmt/format.h>

#include "app/look.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace {

/// At most `most` characters of a text, the end cut off with "…".
std::string shorten(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
        if (++characters > most) return text.substr(0, i) + "…";
    }
    return text;
}

std::string row(const LineRange& lines, std::string_view what, const std::string& text) {
    return fmt::format("{:>6}  {:14} {}\n", lines.first, what, shorten(text, 60));
}

std::string human_text(const Prepared& ready) {
    const Estimate estimated = estimate(ready);
    const Speech& speech = ready.speech;
    std::string out;
    const auto field = [&](const char* name, const std::optional<std::string>& value) {
        out += fmt::format("{:10} {}\n", name, value.value_or("(not known)"));
    };
    field("Title", speech.metadata.title);
    field("Speaker", speech.metadata.speaker);
    field("Date", speech.metadata.date);
    field("Occasion", speech.metadata.occasion);
    field("Place", speech.metadata.place);
    out += fmt::format("{:10} {}, {}, {}, {} bytes\n", "Source", speech.source.format,
                       speech.source.encoding, speech.source.language, speech.source.bytes);
    out += fmt::format("{:10} {} words, about {} in the voice '{}'\n", "Length", estimated.words,
                       clock_time(estimated.seconds), ready.profile.name);
    out += fmt::format("\nBlocks ({}): line, kind, text\n", speech.blocks.size());
    for (const Block& block : speech.blocks)
        out += row(block.lines, name_of(block.kind), block.text);
    out += fmt::format("\nLeft out ({}): line, reason, text\n", speech.dropped.size());
    for (const Dropped& item : speech.dropped) out += row(item.lines, item.reason, item.text);
    return out;
}

}  // namespace

int run_inspect(const Options& options, const DataPath& data, Terminal& terminal) {
    const Prepared ready = prepare(request_for(options), data, terminal.observer());
    print_result(options.json ? inspect_json(ready) : human_text(ready));
    return 0;
}

}  // namespace declaim
