#pragma once

#include <functional>
#include <string>

namespace declaim {

/// What a long task tells while it runs. Any of them may be empty.
struct Observer {
    std::function<void(const std::string&)> warn;
    std::function<void(std::size_t done, std::size_t total)> progress;
    std::function<void(const std::string&)> doubt;  ///< a document may have been read wrongly
};

}  // namespace declaim
