#include "text/mojibake.hpp"

#include <unicode/uchar.h>

#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.hpp"
#include "text/convert.hpp"

namespace declaim {
namespace {

/// Nothing was read wrongly more often than that.
constexpr int kMostTimes = 3;

/// A sequence of characters that were the bytes of one.
struct Sequence {
    std::size_t begin = 0;
    std::size_t end = 0;  // 0 for none
    char32_t was = 0;
    bool sure = false;  // by itself: no writing has it
};

bool is_lead(char32_t c) noexcept { return c >= 0xC2 && c <= 0xF4; }

/// Quotes, dashes, ellipses and the like: "â€™", "â€“", "â„¢".
bool is_punctuation(char32_t c) noexcept { return (c >= 0x2010 && c <= 0x2044) || c == 0x2122; }

/// The sequence that begins at `at`, where a lead stands.
Sequence sequence_at(std::string_view text, std::size_t at) {
    Sequence found{at, 0, 0, false};
    std::string bytes;
    const char32_t lead = next_char(text, at);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    bytes.push_back(static_cast<char>(lead));
    while (bytes.size() < length && at < text.size()) {
        const int byte = to_windows_1252(next_char(text, at));
        if (byte < 0x80 || byte > 0xBF) break;
        bytes.push_back(static_cast<char>(byte));
    }
    std::size_t read = 0;
    if (bytes.size() != length || !valid_utf8(bytes)) return found;
    found.was = next_char(bytes, read);
    found.end = at;
    found.sure = length == 3 && is_punctuation(found.was);
    return found;
}

/// The mark "â€" whose third byte windows-1252 has not got was the closing quote.
Sequence cut_quote_at(std::string_view text, std::size_t at) {
    constexpr std::string_view kCut = "â€";
    constexpr std::string_view kLost = "\xEF\xBF\xBD";
    if (text.substr(at, kCut.size()) != kCut) return {at, 0, 0, false};
    std::size_t end = at + kCut.size();
    if (text.substr(end, kLost.size()) == kLost) end += kLost.size();
    return {at, end, U'”', true};
}

bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

/// A letter of Western Europe inside a word in lower case ("cafÃ©"), or a mark of Latin-1 ("Â°").
/// Capitals stand behind capitals: «IRMÃ».
bool is_western(std::string_view line, const Sequence& found) {
    std::size_t at = found.begin;
    const char32_t before = at > 0 ? previous_char(line, at) : U' ';
    at = found.end;
    const char32_t after = at < line.size() ? next_char(line, at) : U' ';
    if (found.was < 0xC0) return u_isupper(static_cast<UChar32>(before)) == 0;
    return found.was < 0x180 && (is_lower(before) || is_lower(after));
}

/// The sequences of one line, and what there is beyond ASCII besides.
struct Findings {
    std::vector<Sequence> sequences;
    std::size_t sure = 0;
    std::size_t others = 0;
};

Findings look_at(std::string_view line) {
    Findings findings;
    for (std::size_t at = 0; at < line.size();) {
        if (static_cast<unsigned char>(line[at]) < 0x80) {
            ++at;
            continue;
        }
        std::size_t next = at;
        Sequence found{at, 0, 0, false};
        if (is_lead(next_char(line, next))) {
            found = sequence_at(line, at);
            if (found.end == 0) found = cut_quote_at(line, at);
        }
        if (found.end == 0) {
            ++findings.others;
            at = next;
            continue;
        }
        // One alone may be a letter and a mark; two in a row are not.
        auto& all = findings.sequences;
        const bool row = !all.empty() && all.back().end == at;
        if (row && !all.back().sure) {
            all.back().sure = true;
            ++findings.sure;
        }
        found.sure = found.sure || row || is_western(line, found);
        if (found.sure) ++findings.sure;
        all.push_back(found);
        at = found.end;
    }
    return findings;
}

/// Where some of a line is certain, all of it is, unless much of it was read rightly.
std::size_t mend_line(std::string_view line, std::string& out) {
    const Findings findings = look_at(line);
    const bool all = findings.sure > 0 && findings.sequences.size() >= 3 * findings.others;
    std::size_t done = 0;
    std::size_t places = 0;
    for (const Sequence& sequence : findings.sequences) {
        if (!all && !is_punctuation(sequence.was)) continue;
        out.append(line, done, sequence.begin - done);
        append_char(out, sequence.was);
        done = sequence.end;
        ++places;
    }
    out.append(line, done);
    return places;
}

/// Whether anything may have to be mended: a lead with a character above ASCII behind it.
bool is_suspect(const std::string& text) {
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); end - at > 2; ++at) {
        at = static_cast<const char*>(std::memchr(at, 0xC3, static_cast<std::size_t>(end - at)));
        if (at == nullptr || end - at <= 2) return false;
        const auto second = static_cast<unsigned char>(at[1]);
        if (second >= 0x82 && second <= 0xB4 && static_cast<unsigned char>(at[2]) >= 0x80)
            return true;
    }
    return false;
}

Mended mend_once(const std::string& text) {
    Mended mended;
    mended.text.reserve(text.size());
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        mended.places += mend_line(std::string_view(text).substr(begin, end - begin), mended.text);
        begin = end;
    }
    return mended;
}

}  // namespace

Mended mend_mojibake(std::string text) {
    Mended mended{std::move(text), 0};
    for (int time = 0; time < kMostTimes && is_suspect(mended.text); ++time) {
        Mended again = mend_once(mended.text);
        if (again.places == 0) break;
        again.places = std::max(again.places, mended.places);
        mended = std::move(again);
    }
    return mended;
}

}  // namespace declaim
