#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/temp_folder.hpp"

namespace declaim::test {

/// How a virtual sound card behaves: see paced_pcm.c.
struct CardOptions {
    double speed = 1.0;
    std::int64_t fail_after = 0;
    std::string extra = {};  ///< further lines of ALSA configuration
};

/// A virtual sound card that is ALSA's default device, and this process's only one, while it
/// lives. What it played can be read back, sample for sample.
class VirtualCard {
  public:
    explicit VirtualCard(const CardOptions& options = {}) {
        write_config("pcm_type.paced { lib \"" DECLAIM_PACED_PCM "\" }\n" +
                     device("!default", options) + "ctl.!default { type null }\n" + options.extra);
    }
    VirtualCard(const VirtualCard&) = delete;
    VirtualCard& operator=(const VirtualCard&) = delete;
    ~VirtualCard() { ::unsetenv("ALSA_CONFIG_PATH"); }

    /// The value of ALSA_CONFIG_PATH for a program that is to play here.
    [[nodiscard]] std::string config() const { return folder_ / "asound.conf"; }

    /// Everything played so far, silence included.
    [[nodiscard]] std::vector<std::int16_t> played() const {
        std::ifstream in(folder_ / "captured.raw", std::ios::binary | std::ios::ate);
        if (!in) return {};
        std::vector<std::int16_t> out(static_cast<std::size_t>(in.tellg()) / sizeof(std::int16_t));
        in.seekg(0);
        in.read(reinterpret_cast<char*>(out.data()),
                static_cast<std::streamsize>(out.size() * sizeof(std::int16_t)));
        return out;
    }

  protected:
    struct NoDevice {};
    /// A device that is named but is not there, as in ALSA's own configuration on a machine without
    /// a card: where no name at all is defined PortAudio 19.6 aborts.
    explicit VirtualCard(NoDevice) { write_config("pcm.absent { type hw card 99 }\n"); }

  private:
    [[nodiscard]] std::string device(const std::string& name, const CardOptions& options) const {
        return "pcm." + name + " { type paced file \"" + (folder_ / "captured.raw").string() +
               "\" speed " + std::to_string(options.speed) + " fail_after " +
               std::to_string(options.fail_after) + " }\n";
    }
    void write_config(const std::string& text) {
        std::ofstream(config()) << text;
        ::setenv("ALSA_CONFIG_PATH", config().c_str(), 1);
    }

    TempFolder folder_;
};

/// A machine without any sound device, while it lives.
class NoCard : VirtualCard {
  public:
    NoCard() : VirtualCard(NoDevice{}) {}
};

}  // namespace declaim::test
