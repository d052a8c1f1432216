#include "reader/pdf.hpp"

#include "base/error.hpp"

namespace declaim {

Page read_pdf(std::string_view /*bytes*/, const std::string& path) {
    throw Error(ErrorKind::input, path + ": PDF is not read yet");
}

}  // namespace declaim
