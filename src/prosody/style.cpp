#include "prosody/style.hpp"

#include "base/toml_file.hpp"

namespace declaim {
namespace {

constexpr int kLongestPause = 10000;
constexpr int kMostLetters = 10000;

void read_whole(TomlTable& table, const char* key, int least, int most, int& value) {
    if (const auto number = table.number(key, least, most)) value = static_cast<int>(*number);
}

void read_pause(TomlTable& table, const char* key, int& value) {
    read_whole(table, key, 0, kLongestPause, value);
}

void read_prosody(TomlTable& table, Prosody& prosody) {
    // The engine's own limits make more than a doubling or halving unintelligible.
    prosody.rate = table.number("rate", 0.5, 2.0).value_or(prosody.rate);
    prosody.pitch = table.number("pitch", 0.5, 2.0).value_or(prosody.pitch);
    prosody.range = table.number("range", 0.0, 2.0).value_or(prosody.range);
}

RoleStyle read_role(TomlTable& table, const RoleStyle& otherwise) {
    RoleStyle role = otherwise;
    read_prosody(table, role.prosody);
    read_pause(table, "sentence_pause_ms", role.sentence_pause_ms);
    read_pause(table, "pause_before_ms", role.pause_before_ms);
    read_pause(table, "pause_after_ms", role.pause_after_ms);
    return role;
}

void read_manner(TomlTable& style, const char* key, Manner& manner) {
    auto table = style.table(key);
    if (!table) return;
    read_prosody(*table, manner.prosody);
    read_pause(*table, "pause_before_ms", manner.pause_before_ms);
    read_pause(*table, "pause_after_ms", manner.pause_after_ms);
    read_whole(*table, "least_letters", 0, kMostLetters, manner.least_letters);
    read_whole(*table, "most_letters", 0, kMostLetters, manner.most_letters);
}

void read_marks(TomlTable& style, MarkPauses& marks) {
    auto table = style.table("marks");
    if (!table) return;
    read_pause(*table, "comma_ms", marks.comma_ms);
    read_pause(*table, "semicolon_ms", marks.semicolon_ms);
    read_pause(*table, "colon_ms", marks.colon_ms);
    read_pause(*table, "dash_ms", marks.dash_ms);
    read_pause(*table, "ellipsis_ms", marks.ellipsis_ms);
    read_pause(*table, "line_ms", marks.line_ms);
}

void read_breath(TomlTable& style, BreathStyle& breath) {
    auto table = style.table("breath");
    if (!table) return;
    read_whole(*table, "most_letters", 1, kMostLetters, breath.most_letters);
    read_whole(*table, "least_letters", 1, kMostLetters, breath.least_letters);
    read_pause(*table, "pause_ms", breath.pause_ms);
    read_whole(*table, "joined_letters", breath.most_letters, kMostLetters, breath.joined_letters);
    if (2 * breath.least_letters > breath.most_letters)
        table->fail("least_letters",
                    "'least_letters' must be at most half of 'most_letters': a stretch is parted "
                    "in two");
}

void read_rise(TomlTable& style, const char* key, RiseStyle& rise) {
    auto table = style.table(key);
    if (!table) return;
    rise.step.rate = table->number("rate_step", 0.8, 1.25).value_or(1.0);
    rise.step.pitch = table->number("pitch_step", 0.8, 1.25).value_or(1.0);
    rise.step.range = table->number("range_step", 0.8, 1.25).value_or(1.0);
    rise.pauses = table->number("pauses", 0.5, 3.0).value_or(1.0);
    read_whole(*table, "most_steps", 0, 10, rise.most_steps);
    read_pause(*table, "pause_ms", rise.pause_ms);
    read_whole(*table, "words", 1, 10, rise.words);
    read_whole(*table, "most_letters", 1, kMostLetters, rise.most_letters);
}

}  // namespace

Style load_style(const std::string& name, const DataPath& data) {
    TomlTable table = TomlTable::open(data.require("styles/" + name + ".toml"));
    Style style;
    read_pause(table, "lead_in_ms", style.lead_in_ms);
    read_pause(table, "lead_out_ms", style.lead_out_ms);
    auto paragraph = table.table("paragraph");
    if (!paragraph)
        table.fail("paragraph", "a style needs a table [paragraph]: other roles build on it");
    const RoleStyle base = read_role(*paragraph, {});
    style.roles.fill(base);
    for (std::size_t i = 0; i < kBlockKinds; ++i) {
        const auto kind = static_cast<BlockKind>(i);
        if (kind == BlockKind::paragraph) continue;
        if (auto role = table.table(name_of(kind))) style.roles[i] = read_role(*role, base);
    }
    read_manner(table, "closing", style.closing);
    read_manner(table, "last", style.last);
    read_manner(table, "thanks", style.thanks);
    read_manner(table, "floor", style.floor);
    read_manner(table, "question", style.question);
    read_manner(table, "exclamation", style.exclamation);
    read_manner(table, "parenthesis", style.parenthesis);
    read_manner(table, "quotation", style.quotation);
    read_marks(table, style.marks);
    read_breath(table, style.breath);
    read_rise(table, "series", style.series);
    read_rise(table, "anaphora", style.anaphora);
    table.finish();
    return style;
}

}  // namespace declaim
