#pragma once

#include <sndfile.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace declaim::test {

using Samples = std::vector<std::int16_t>;

/// The samples of a mono WAV file. Fails the test where it is none.
inline Samples read_wav(const std::string& path) {
    SF_INFO info = {};
    SNDFILE* file = sf_open(path.c_str(), SFM_READ, &info);
    INFO(path << ": " << sf_strerror(file));
    REQUIRE(file != nullptr);
    CHECK((info.format & SF_FORMAT_SUBMASK) == SF_FORMAT_PCM_16);
    CHECK(info.channels == 1);
    CHECK(info.samplerate == 22050);
    Samples samples(static_cast<std::size_t>(info.frames));
    CHECK(sf_readf_short(file, samples.data(), info.frames) == info.frames);
    sf_close(file);
    return samples;
}

/// "same", or where the two part: short enough to print.
inline std::string compare(const Samples& got, const Samples& wanted) {
    if (got == wanted) return "same";
    const auto [here, there] = std::mismatch(got.begin(), got.end(), wanted.begin(), wanted.end());
    return std::to_string(got.size()) + " frames instead of " + std::to_string(wanted.size()) +
           ", different from " + std::to_string(here - got.begin());
}

/// Samples without the zeros before and after.
inline Samples sounding(const Samples& samples) {
    const auto sounds = [](std::int16_t sample) { return sample != 0; };
    const auto first = std::find_if(samples.begin(), samples.end(), sounds);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), sounds).base();
    return first < last ? Samples(first, last) : Samples();
}

/// Root mean square, full scale being 32768.
inline double loudness(std::span<const std::int16_t> samples) {
    double sum = 0;
    for (const std::int16_t sample : samples) sum += static_cast<double>(sample) * sample;
    return samples.empty() ? 0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

inline int peak(std::span<const std::int16_t> samples) {
    int most = 0;
    for (const std::int16_t sample : samples) most = std::max(most, std::abs(int{sample}));
    return most;
}

inline std::string read_text_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// The stretches of a text between white space.
inline std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

inline nlohmann::json read_json(const std::string& path) {
    INFO(path);
    auto json = nlohmann::json::parse(read_text_file(path), nullptr, false);
    REQUIRE(!json.is_discarded());
    return json;
}

/// What lies between two frames of the timeline.
inline std::span<const std::int16_t> part(const Samples& samples, std::int64_t start,
                                          std::int64_t end) {
    REQUIRE(0 <= start);
    REQUIRE(start <= end);
    REQUIRE(static_cast<std::size_t>(end) <= samples.size());
    return std::span(samples).subspan(static_cast<std::size_t>(start),
                                      static_cast<std::size_t>(end - start));
}

/// A document of the corpus that the environment names in DECLAIM_CORPUS; nullopt without one.
inline std::optional<std::string> corpus_document(const std::string& name) {
    const char* corpus = std::getenv("DECLAIM_CORPUS");
    if (corpus == nullptr || *corpus == '\0') return std::nullopt;
    return std::string(corpus) + "/documents/" + name;
}

}  // namespace declaim::test
