#include "audio/devices.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/diagnostic.hpp"
#include "base/error.hpp"

namespace declaim {
namespace {

[[noreturn]] void throw_none(const std::vector<AudioDevice>& devices, const std::string& wanted) {
    std::vector<std::string> names;
    for (const AudioDevice& device : devices) names.push_back(device.name);
    const std::string like = nearest(wanted, names);
    throw Error(ErrorKind::device, "no sound device is called '" + wanted + "'" +
                                       (like.empty() ? "" : "; did you mean '" + like + "'?") +
                                       (like.empty() ? "; " : " ") +
                                       "`declaim play --list-devices` shows them all");
}

template <typename Test>
const AudioDevice* first(const std::vector<AudioDevice>& devices, Test test) {
    const auto found = std::find_if(devices.begin(), devices.end(), test);
    return found == devices.end() ? nullptr : &*found;
}

}  // namespace

const AudioDevice& choose_device(const std::vector<AudioDevice>& devices,
                                 const std::string& wanted) {
    if (devices.empty())
        throw Error(ErrorKind::device,
                    "there is no sound device to play on: check with `aplay -l`, or render to a "
                    "file instead with `declaim render`");
    const AudioDevice* found = nullptr;
    if (wanted.empty()) {
        found = first(devices, [](const AudioDevice& device) { return device.is_default; });
        return found != nullptr ? *found : devices.front();
    }
    found = first(devices, [&](const AudioDevice& device) {
        return std::to_string(device.index) == wanted || device.name == wanted;
    });
    if (found == nullptr)
        found = first(devices, [part = lower_ascii(wanted)](const AudioDevice& device) {
            return lower_ascii(device.name).find(part) != std::string::npos;
        });
    if (found == nullptr) throw_none(devices, wanted);
    return *found;
}

}  // namespace declaim
