#include "reader/pdf_text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/unicode.hpp"
#include "text/decode.hpp"

namespace declaim {
namespace {

struct Closer {
    void operator()(UBiDi* bidi) const noexcept { ubidi_close(bidi); }
};

bool is_ligature(char32_t c) { return c >= 0xFB00 && c <= 0xFB17; }
/// Of Hebrew and Arabic letters.
bool is_form(char32_t c) { return (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC); }

/// The letters that a presentation form stands for.
std::string letters_of(std::string_view character) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normaliser = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return std::string(character);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    const icu::StringPiece piece(character.data(), static_cast<std::int32_t>(character.size()));
    normaliser->normalizeUTF8(0, piece, sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(character);
}

template <typename Test>
std::string spelt_out(std::string_view text, Test test) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const bool form = test(next_char(text, at));
        const std::string_view character = text.substr(begin, at - begin);
        out += form ? letters_of(character) : std::string(character);
    }
    return out;
}

}  // namespace

void count_directions(std::string_view text, Directions& directions) {
    for (std::size_t at = 0; at < text.size();) {
        const UCharDirection found = u_charDirection(static_cast<UChar32>(next_char(text, at)));
        if (found == U_LEFT_TO_RIGHT) ++directions.left_to_right;
        if (found == U_RIGHT_TO_LEFT || found == U_RIGHT_TO_LEFT_ARABIC) ++directions.right_to_left;
    }
}

std::string tidy_word(std::string_view text) {
    constexpr std::string_view kSoftHyphen = "\xC2\xAD";
    std::string shown(text);
    if (shown.size() > 2 && shown.compare(shown.size() - 2, 2, kSoftHyphen) == 0)
        shown.replace(shown.size() - 2, 2, "-");
    return fold_spaces(normalised(spelt_out(shown, is_ligature)));
}

std::string logical_order(std::string_view seen) {
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(seen.data(), static_cast<std::int32_t>(seen.size())));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, Closer> bidi(ubidi_open());
    if (!bidi) return std::string(seen);
    ubidi_setReorderingMode(bidi.get(), UBIDI_REORDER_INVERSE_LIKE_DIRECT);
    ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), UBIDI_RTL, nullptr, &status);
    icu::UnicodeString read;
    const std::int32_t room = text.length() + 1;
    const std::int32_t length = ubidi_writeReordered(bidi.get(), read.getBuffer(room), room,
                                                     UBIDI_KEEP_BASE_COMBINING, &status);
    read.releaseBuffer(U_SUCCESS(status) ? length : 0);
    std::string out;
    read.toUTF8String(out);
    return U_SUCCESS(status) ? normalised(spelt_out(out, is_form)) : std::string(seen);
}

}  // namespace declaim
