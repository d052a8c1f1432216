#include "model/script.hpp"

namespace declaim {

std::string spoken_text(std::string_view sentence, const SpokenSentence& spans) {
    std::string out;
    std::string raw;
    std::size_t at = 0;
    for (const SpokenSpan& span : spans) {
        raw += sentence.substr(at, span.written.begin - at);
        raw += span.words;
        at = span.written.end;
    }
    raw += sentence.substr(at);
    for (const char byte : raw) {
        const bool space = byte == ' ' || byte == '\n' || byte == '\t';
        if (space && (out.empty() || out.back() == ' ')) continue;
        out += space ? ' ' : byte;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace declaim
