/// Times the reading of documents, without their sound: plain text in MB/s, HTML as a multiple of
/// what gumbo alone takes to parse the same bytes in the same run.
///
///     read_bench FILE…
#include <gumbo.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>

#include "base/data_path.hpp"
#include "base/files.hpp"
#include "text/read.hpp"

namespace {

/// On the processor, since the machine may be busy.
double seconds_used() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// The fastest of several runs, in seconds.
template <typename Run>
double fastest(Run run) {
    constexpr double kLongEnough = 0.5;
    constexpr int kMostRuns = 20;
    double best = 1e9;
    double all = 0;
    for (int i = 0; i < kMostRuns && all < kLongEnough; ++i) {
        const double start = seconds_used();
        run();
        const double seconds = seconds_used() - start;
        best = std::min(best, seconds);
        all += seconds;
    }
    return best;
}

void measure(const std::string& path, const declaim::DataPath& data) {
    const std::string bytes = declaim::read_document(path, std::uint64_t{1} << 30);
    declaim::ReadOptions options;
    options.path = path;
    std::string format;
    const double reading =
        fastest([&] { format = declaim::read_speech(bytes, options, data).source.format; });
    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    std::printf("%-60s %8.2f MB %8.1f MB/s", path.c_str(), megabytes, megabytes / reading);
    if (format == "html") {
        const double parsing = fastest([&] {
            GumboOutput* output =
                gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size());
            gumbo_destroy_output(&kGumboDefaultOptions, output);
        });
        std::printf("  %.2f x gumbo", reading / parsing);
    }
    std::printf("\n");
}

}  // namespace

int main(int count, char** arguments) {
    try {
        const declaim::DataPath data({DECLAIM_TEST_VOICES});
        for (int i = 1; i < count; ++i) measure(arguments[i], data);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "read_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
