#pragma once

#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "voice/engine.hpp"

namespace declaim {

/// Shortens a file by one byte; false when it is empty.
inline bool take_one_byte(const char* file) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed || size == 0) return false;
    std::filesystem::resize_file(file, size - 1);
    return true;
}

/// An engine for tests of the processes around it. It says one frame for each byte of markup, their
/// value the number of sentences its process has spoken so far (so that, like the real one, it
/// shows what it spoke before); and it obeys words in the text:
///   CRASH  abort; SPIN  compute forever; SLEEP  wait for ever;
///   SECOND abort unless it is the process's first sentence;
///   KILLED kill itself from outside (SIGKILL) as long as the file $DECLAIM_TEST_KILLS has bytes
///   left, taking one away each time.
/// In the voice "+100" the frames are 100 more. There are voices for all languages but "xx", and
/// the voice "odd" has a sample rate of its own.
inline Engine fake_engine() {
    static int voice = 0;
    const auto say = [](const std::string& ssml, const EngineOutput& output) {
        static std::int16_t spoken = 1000;
        const auto has = [&](const char* word) { return ssml.find(word) != std::string::npos; };
        if (has("CRASH")) std::abort();
        if (has("SECOND") && spoken > 1000) std::abort();
        for (volatile bool forever = has("SPIN"); forever;) continue;
        while (has("SLEEP")) ::pause();
        if (has("KILLED") && take_one_byte(std::getenv("DECLAIM_TEST_KILLS"))) ::raise(SIGKILL);
        const std::vector<std::int16_t> frames(ssml.size(),
                                               static_cast<std::int16_t>(spoken++ + voice));
        output.word(0, static_cast<std::uint32_t>(ssml.find('>') + 1));
        output.frames(frames);
    };
    const auto use = [](const VoiceSettings& settings) -> std::optional<int> {
        voice = settings.engine.starts_with('+') ? std::stoi(settings.engine) : 0;
        if (settings.by_language && settings.language == "xx") return std::nullopt;
        return settings.engine == "odd" ? 16000 : 8000;
    };
    return {[](const VoiceSettings&) { return 8000; }, say, use};
}

}  // namespace declaim
