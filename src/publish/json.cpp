#include "publish/json.hpp"

#include <nlohmann/json.hpp>

#include "model/plan.hpp"
#include "publish/json_fields.hpp"

namespace declaim {
namespace {

using Json = nlohmann::ordered_json;

Json lines_json(const LineRange& lines) {
    return {{"first_line", lines.first}, {"last_line", lines.last}};
}

void add_known(Json& json, const char* name, const std::optional<std::string>& value) {
    if (value) json[name] = *value;
}

Json sentence_json(const SentenceCue& cue) {
    Json words = Json::array();
    for (const WordCue& word : cue.words)
        words.push_back({{"text", word.text}, {"start", word.start}, {"end", word.end}});
    Json json = cue.block == kNoBlock ? Json{{"announcement", true}} : Json{{"block", cue.block}};
    json.update({{"text", cue.text}, {"start", cue.start}, {"end", cue.end}});
    if (!cue.failure.empty()) json["skipped"] = true;
    json["words"] = std::move(words);
    return json;
}

std::string print(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

nlohmann::ordered_json metadata_json(const Metadata& metadata) {
    Json json = Json::object();
    add_known(json, "title", metadata.title);
    add_known(json, "speaker", metadata.speaker);
    add_known(json, "role", metadata.role);
    add_known(json, "date", metadata.date);
    add_known(json, "occasion", metadata.occasion);
    add_known(json, "place", metadata.place);
    return json;
}

std::string speech_json(const Speech& speech, const Estimate& estimate) {
    const SourceInfo& source = speech.source;
    Json blocks = Json::array();
    for (const Block& block : speech.blocks)
        blocks.push_back({{"kind", name_of(block.kind)},
                          {"text", block.text},
                          {"language", block.language},
                          {"source", lines_json(block.lines)}});
    Json dropped = Json::array();
    for (const Dropped& item : speech.dropped)
        dropped.push_back(
            {{"text", item.text}, {"reason", item.reason}, {"source", lines_json(item.lines)}});
    Json rewritten = Json::array();
    for (const Rewritten& change : speech.rewritten)
        rewritten.push_back({{"from", change.from},
                             {"to", change.to},
                             {"reason", change.reason},
                             {"source", lines_json(change.lines)}});
    Json json = {{"schema", "declaim.speech/1"},
                 {"source",
                  {{"path", source.path},
                   {"format", source.format},
                   {"encoding", source.encoding},
                   {"language", source.language},
                   {"bytes", source.bytes}}},
                 {"metadata", metadata_json(speech.metadata)},
                 {"blocks", std::move(blocks)},
                 {"dropped", std::move(dropped)},
                 {"rewritten", std::move(rewritten)},
                 {"estimate", {{"words", estimate.words}, {"seconds", estimate.seconds}}}};
    if (!speech.warnings.empty()) json["warnings"] = speech.warnings;
    return print(json, 2);
}

std::string timeline_json(const Timeline& timeline) {
    Json sentences = Json::array();
    for (const SentenceCue& cue : timeline.sentences) sentences.push_back(sentence_json(cue));
    return print({{"schema", "declaim.timeline/1"},
                  {"sample_rate", timeline.sample_rate},
                  {"frames", timeline.frames},
                  {"sentences", std::move(sentences)}},
                 1);
}

}  // namespace declaim
