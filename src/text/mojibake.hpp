#pragma once

#include <cstddef>
#include <string>

namespace declaim {

/// A text and how much of it was mended.
struct Mended {
    std::string text;
    std::size_t places = 0;
};

/// Undoes what a program did that read UTF-8 as windows-1252 or ISO 8859-1 and wrote it as UTF-8
/// again, once or several times over: "donâ€™t", "cafÃ©", "Ð¿Ñ€Ð¸". Done only where it is certain: a
/// line changes where its characters make up UTF-8 as no writing has them ("JOÃO" stays, and so
/// does «IRMÃ»).
/// In:     UTF-8, C1 controls still in place.
/// Errors: none.
Mended mend_mojibake(std::string text);

}  // namespace declaim
