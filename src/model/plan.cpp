#include "model/plan.hpp"

#include <algorithm>
#include <iterator>

namespace declaim {
namespace {

bool is_continuation(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

std::optional<std::uint32_t> text_byte_of(const Utterance& utterance,
                                          std::uint32_t markup_character) {
    const auto& runs = utterance.markup.runs;
    const auto after = std::upper_bound(
        runs.begin(), runs.end(), markup_character,
        [](std::uint32_t wanted, const MarkupRun& run) { return wanted < run.markup_character; });
    if (after == runs.begin()) return std::nullopt;
    const MarkupRun& run = *std::prev(after);
    std::uint32_t left = markup_character - run.markup_character;
    if (left >= run.characters) return std::nullopt;
    if (run.as_one) return run.text_byte;
    std::size_t byte = run.text_byte;
    const std::string& text = utterance.text;
    for (; left > 0 && byte < text.size(); --left) do
            ++byte;
        while (byte < text.size() && is_continuation(text[byte]));
    return static_cast<std::uint32_t>(byte);
}

}  // namespace declaim
