#include "audio/wav_header.hpp"

namespace declaim {
namespace {

constexpr unsigned kBytesPerFrame = sizeof(std::int16_t);
constexpr unsigned kPcm = 1;
constexpr unsigned kChannels = 1;

/// Appends the lowest `count` bytes of a number, lowest first.
void append(std::string& out, std::uint64_t number, int count) {
    for (int i = 0; i < count; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

void append_format(std::string& out, const AudioFormat& format) {
    const auto rate = static_cast<std::uint64_t>(format.sample_rate);
    out += "fmt ";
    append(out, 16, 4);
    append(out, kPcm, 2);
    append(out, kChannels, 2);
    append(out, rate, 4);
    append(out, rate * kBytesPerFrame, 4);
    append(out, kBytesPerFrame, 2);
    append(out, 8 * kBytesPerFrame, 2);
}

}  // namespace

std::string wav_header(const AudioFormat& format, std::uint32_t data_bytes) {
    constexpr std::uint32_t kAfterRiffSize = 36;
    std::string out = "RIFF";
    append(out, data_bytes == kUnknownSize ? kUnknownSize : data_bytes + kAfterRiffSize, 4);
    out += "WAVE";
    append_format(out, format);
    out += "data";
    append(out, data_bytes, 4);
    return out;
}

std::string rf64_header(const AudioFormat& format, std::uint64_t data_bytes) {
    std::string out = "RF64";
    append(out, kUnknownSize, 4);
    out += "WAVEds64";
    append(out, kDs64Bytes, 4);
    append(out, kFileHeaderBytes - 8 + data_bytes, 8);
    append(out, data_bytes, 8);
    append(out, data_bytes / kBytesPerFrame, 8);
    append(out, 0, 4);
    append_format(out, format);
    out += "data";
    append(out, kUnknownSize, 4);
    return out;
}

}  // namespace declaim
