#pragma once

#include <string>
#include <string_view>

#include "base/data_path.hpp"
#include "base/error.hpp"
#include "text/read.hpp"
#include "text/rules.hpp"

namespace declaim::test {

inline DataPath voices() { return DataPath({DECLAIM_TEST_VOICES}); }

inline Rules rules_for(const std::string& language) {
    return load_rules(language, load_language_hints(voices()), voices());
}

inline Speech read(std::string_view text, const std::string& language = "en") {
    ReadOptions options;
    options.path = "speech.txt";
    options.language = language;
    return read_speech(text, options, voices());
}

/// The message of the Error that `call` throws; "" when it throws none.
template <typename Call>
std::string error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace declaim::test
