#pragma once

#include <algorithm>
#include <string>

namespace declaim {

/// The text with A to Z in lower case and every other byte as it is, whatever the locale: for names
/// of files, charsets, languages and devices, not for prose.
inline std::string lower_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

}  // namespace declaim
