#include "voice/wire.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace declaim {
namespace {

// The engine's silence is not always 0; ±10 is −70 dBFS, far below any speech of it.
constexpr int kSilence = 10;
constexpr std::size_t kHeader = 8;
// A day of sound: no utterance is so long, and sums with it do not overflow.
constexpr std::int64_t kMostFrames = std::int64_t{86400} * 48000;

[[noreturn]] void nonsense() {
    throw Error(ErrorKind::engine, "the engine's process sent nonsense");
}

template <typename T>
void put(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
T get(std::string_view bytes, std::size_t at) {
    if (bytes.size() < at + sizeof(T)) nonsense();
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

bool is_sound(std::int16_t sample) { return std::abs(int{sample}) > kSilence; }

}  // namespace

std::string encode_job(std::span<const Utterance> utterances) {
    std::string out;
    put(out, static_cast<std::uint32_t>(utterances.size()));
    for (const Utterance& utterance : utterances) {
        put(out, static_cast<std::uint32_t>(utterance.voice));
        put(out, static_cast<std::uint32_t>(utterance.markup.ssml.size()));
        out += utterance.markup.ssml;
    }
    return out;
}

std::vector<JobItem> decode_job(std::string_view bytes) {
    std::vector<JobItem> items;
    const auto count = get<std::uint32_t>(bytes, 0);
    std::size_t at = 4;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto voice = get<std::uint32_t>(bytes, at);
        const auto size = get<std::uint32_t>(bytes, at + 4);
        at += 8;
        if (bytes.size() < at + size) nonsense();
        items.push_back({voice, std::string(bytes.substr(at, size))});
        at += size;
    }
    return items;
}

std::string encode_record(RecordKind kind, std::string_view payload) {
    std::string out;
    put(out, static_cast<std::uint32_t>(kind));
    put(out, static_cast<std::uint32_t>(payload.size()));
    return out += payload;
}

std::string encode_word(std::int64_t frame, std::uint32_t markup_character) {
    std::string payload;
    put(payload, frame);
    put(payload, markup_character);
    return encode_record(RecordKind::word, payload);
}

void RecordParser::feed(std::string_view bytes) {
    buffer_.erase(0, std::exchange(used_, 0));
    buffer_ += bytes;
}

bool RecordParser::next(Record& record) {
    const std::string_view rest = std::string_view(buffer_).substr(used_);
    if (rest.size() < kHeader) return false;
    const auto kind = get<std::uint32_t>(rest, 0);
    const auto size = get<std::uint32_t>(rest, 4);
    if (kind < 1 || kind > static_cast<std::uint32_t>(RecordKind::end) || size > kMaxPayload)
        nonsense();
    if (rest.size() < kHeader + size) return false;
    record = {static_cast<RecordKind>(kind), rest.substr(kHeader, size)};
    used_ += kHeader + size;
    return true;
}

void SpokenBuilder::begin() {
    if (open_) nonsense();
    spoken_ = {};
    open_ = true;
}

void SpokenBuilder::add(const Record& record, const Utterance& utterance) {
    if (!open_) nonsense();
    if (record.kind == RecordKind::frames) {
        if (record.payload.size() % 2 != 0) nonsense();
        if (record.payload.empty()) return;
        const std::size_t before = spoken_.frames.size();
        spoken_.frames.resize(before + record.payload.size() / 2);
        std::memcpy(spoken_.frames.data() + before, record.payload.data(), record.payload.size());
        return;
    }
    const auto frame = get<std::int64_t>(record.payload, 0);
    if (frame < 0 || frame > kMostFrames) nonsense();
    const auto byte = text_byte_of(utterance, get<std::uint32_t>(record.payload, 8));
    if (byte && (spoken_.marks.empty() || frame >= spoken_.marks.back().frame))
        spoken_.marks.push_back({frame, *byte});
}

Spoken SpokenBuilder::finish() {
    if (!open_) nonsense();
    open_ = false;
    trim_silence(spoken_);
    return std::exchange(spoken_, {});
}

void trim_silence(Spoken& spoken) {
    auto& frames = spoken.frames;
    const auto first = std::find_if(frames.begin(), frames.end(), is_sound);
    const auto last =
        std::find_if(frames.rbegin(), std::make_reverse_iterator(first), is_sound).base();
    const std::int64_t lead = first - frames.begin();
    const std::int64_t length = last - first;
    frames.erase(last, frames.end());
    frames.erase(frames.begin(), first);
    for (WordMark& mark : spoken.marks)
        mark.frame = std::clamp<std::int64_t>(mark.frame - lead, 0, length);
}

}  // namespace declaim
