#include "model/dump.hpp"

#include <fmt/format.h>

namespace declaim {
namespace {

std::string place(const LineRange& lines) {
    return lines.first == lines.last ? fmt::format("{}", lines.first)
                                     : fmt::format("{}-{}", lines.first, lines.last);
}

std::string block_of(std::size_t block) {
    return block == kNoBlock ? "-" : fmt::format("{}", block);
}

void add_field(std::string& out, const char* name, const std::optional<std::string>& value) {
    if (value) out += fmt::format("{}{}={}", out.empty() ? "" : " | ", name, *value);
}

void add_factor(std::string& out, const char* name, double factor) {
    if (factor != 1.0) out += fmt::format(" {}={}", name, factor);
}

}  // namespace

std::string dump(const Block& block) {
    std::string out = fmt::format("{} {} ", name_of(block.kind), place(block.lines));
    if (block.sentences.empty()) return out + fmt::format("[{}]", block.text);
    for (const Sentence& sentence : block.sentences)
        out += fmt::format("[{}]", text_of(block, sentence));
    return out;
}

std::string dump(const Dropped& dropped) {
    return fmt::format("dropped {} {} [{}]", place(dropped.lines), dropped.reason, dropped.text);
}

std::string dump(const Metadata& metadata) {
    std::string out;
    add_field(out, "title", metadata.title);
    add_field(out, "speaker", metadata.speaker);
    add_field(out, "role", metadata.role);
    add_field(out, "date", metadata.date);
    add_field(out, "occasion", metadata.occasion);
    add_field(out, "place", metadata.place);
    return out;
}

std::string dump(const Speech& speech) {
    std::string out = dump(speech.metadata) + "\n";
    auto dropped = speech.dropped.begin();
    const auto add_dropped_before = [&](int line) {
        for (; dropped != speech.dropped.end() && dropped->lines.first < line; ++dropped)
            out += dump(*dropped) + "\n";
    };
    for (const Block& block : speech.blocks) {
        add_dropped_before(block.lines.first);
        out += dump(block) + "\n";
    }
    for (; dropped != speech.dropped.end(); ++dropped) out += dump(*dropped) + "\n";
    return out;
}

std::string dump(const Utterance& utterance) {
    std::string out = fmt::format("{} {}", block_of(utterance.block), name_of(utterance.kind));
    add_factor(out, "rate", utterance.prosody.rate);
    add_factor(out, "pitch", utterance.prosody.pitch);
    add_factor(out, "range", utterance.prosody.range);
    return out + fmt::format(" pause={} [{}]", utterance.pause_ms, utterance.text);
}

std::string dump(const SentenceCue& cue) {
    std::string out = fmt::format("{} {}-{}{}", block_of(cue.block), cue.start, cue.end,
                                  cue.failure.empty() ? "" : " skipped");
    for (const WordCue& word : cue.words)
        out += fmt::format(" {}={}-{}", word.text, word.start, word.end);
    return out;
}

}  // namespace declaim
