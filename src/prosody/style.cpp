#include "prosody/style.hpp"

#include "base/toml_file.hpp"

namespace declaim {
namespace {

constexpr int kLongestPause = 10000;

int pause(TomlTable& table, const char* key, int otherwise) {
    return static_cast<int>(table.number(key, 0, kLongestPause).value_or(otherwise));
}

RoleStyle read_role(TomlTable& table, const RoleStyle& otherwise) {
    RoleStyle role = otherwise;
    // The engine's own limits make more than a doubling or halving unintelligible.
    role.prosody.rate = table.number("rate", 0.5, 2.0).value_or(otherwise.prosody.rate);
    role.prosody.pitch = table.number("pitch", 0.5, 2.0).value_or(otherwise.prosody.pitch);
    role.prosody.range = table.number("range", 0.0, 2.0).value_or(otherwise.prosody.range);
    role.sentence_pause_ms = pause(table, "sentence_pause_ms", otherwise.sentence_pause_ms);
    role.pause_before_ms = pause(table, "pause_before_ms", otherwise.pause_before_ms);
    role.pause_after_ms = pause(table, "pause_after_ms", otherwise.pause_after_ms);
    return role;
}

}  // namespace

Style load_style(const std::string& name, const DataPath& data) {
    TomlTable table = TomlTable::open(data.require("styles/" + name + ".toml"));
    Style style;
    style.lead_in_ms = pause(table, "lead_in_ms", 0);
    style.lead_out_ms = pause(table, "lead_out_ms", 0);
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
    table.finish();
    return style;
}

}  // namespace declaim
