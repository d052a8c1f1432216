#pragma once

#include <unicode/brkiter.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.hpp"
#include "text/rules.hpp"

namespace declaim {

/// No sentence is longer than this, in bytes: the engine must never be handed more.
constexpr std::size_t kLongestSentence = 1000;

/// Splits a block's text into sentences.
/// In:     NFC UTF-8, no markup; may be empty.
/// Out:    byte ranges into the text: ascending, disjoint, non-empty, covering every non-space
/// byte,
///         none longer than kLongestSentence: a longer one is cut behind a clause mark, else at a
///         space, else between graphemes, else between code points.
/// Errors: the constructor throws Error{data} when ICU has no rules to split by.
/// Source: UAX #29 §5 with the abbreviation suppressions of voices/<lang>/sentences.toml.
class SentenceSplitter {
  public:
    explicit SentenceSplitter(const Rules& rules);
    std::vector<ByteRange> split(std::string_view text);

  private:
    /// A text that ICU parts as it does another: without most of what stands between the marks.
    struct Sketch {
        struct Place {
            std::size_t at = 0;    ///< in the sketch
            std::size_t from = 0;  ///< in the text
        };
        std::string text;
        std::vector<Place> places;
    };
    void sketch(std::string_view text);
    [[nodiscard]] bool is_end(std::string_view text, std::size_t start, std::size_t end) const;
    [[nodiscard]] bool is_suppressed(std::string_view text, std::size_t dot,
                                     std::size_t next) const;
    void cut(std::string_view text, ByteRange range, std::vector<ByteRange>& out);
    std::size_t grapheme_before(std::string_view text, std::size_t begin, std::size_t limit);

    const Rules& rules_;
    Sketch sketch_;
    std::unique_ptr<icu::BreakIterator> sentences_;
    std::unique_ptr<icu::BreakIterator> graphemes_;
};

}  // namespace declaim
