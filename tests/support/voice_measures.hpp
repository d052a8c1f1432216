#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace declaim::test {

/// The pitch of a voice in Hz, 0 for no voice: the median over windows of 40 ms of the first lag
/// whose autocorrelation comes near the greatest. Good enough to tell voices apart, for clean speech.
inline double median_pitch(std::span<const std::int16_t> samples, int sample_rate) {
    const auto window = static_cast<std::size_t>(sample_rate / 25);
    const auto shortest = static_cast<std::size_t>(sample_rate / 400);
    const auto longest = static_cast<std::size_t>(sample_rate / 55);
    std::vector<double> pitches;
    for (std::size_t at = 0; at + window + longest < samples.size(); at += window) {
        const auto product = [&](std::size_t lag) {
            double sum = 0;
            double here = 1;
            double there = 1;
            for (std::size_t i = at; i < at + window; i += 2) {
                const double a = samples[i];
                const double b = samples[i + lag];
                sum += a * b;
                here += a * a;
                there += b * b;
            }
            return here < 1e8 ? 0.0 : sum / std::sqrt(here * there);
        };
        std::vector<double> likeness;
        for (std::size_t lag = shortest; lag <= longest; ++lag) likeness.push_back(product(lag));
        const double best = *std::max_element(likeness.begin(), likeness.end());
        if (best < 0.8) continue;  // no voice
        for (std::size_t i = 1; i + 1 < likeness.size(); ++i)
            if (likeness[i] > 0.93 * best && likeness[i] >= likeness[i - 1] &&
                likeness[i] >= likeness[i + 1]) {
                pitches.push_back(sample_rate / static_cast<double>(i + shortest));
                break;
            }
    }
    if (pitches.empty()) return 0;
    const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
    std::nth_element(pitches.begin(), middle, pitches.end());
    return *middle;
}

}  // namespace declaim::test
