#pragma once

#include <string>
#include <vector>

namespace declaim {

/// A device that can play sound.
struct AudioDevice {
    int index = 0;  ///< what --device takes as a number
    std::string name;
    std::string system;  ///< the sound system it belongs to, such as "ALSA"
    double default_rate = 0;
    bool is_default = false;
    bool operator==(const AudioDevice&) const = default;
};

/// Picks the device that a user means.
/// In:     the devices; an index, a name, or a part of a name in any case; empty for the default.
/// Out:    one of the devices: an index or the exact name first, else the first that has the part.
/// Errors: throws Error{device} when there is none at all; when none is meant, with the nearest
/// name.
const AudioDevice& choose_device(const std::vector<AudioDevice>& devices,
                                 const std::string& wanted);

}  // namespace declaim
