#include "base/files.hpp"

#include <fstream>
#include <sstream>

#include "base/error.hpp"

namespace declaim {

std::string read_data_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in)
        throw Error(ErrorKind::data, "cannot read " + path.string() + ": check its permissions");
    return std::move(out).str();
}

}  // namespace declaim
