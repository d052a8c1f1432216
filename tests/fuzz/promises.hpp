#pragma once

// What every reader and the segmenter promise, for the fuzz targets: a broken promise aborts.

#include <cstdlib>
#include <string_view>
#include <unordered_map>

#include "base/unicode.hpp"
#include "model/speech.hpp"
#include "text/page.hpp"

namespace declaim::fuzz {

inline void require(bool promise) {
    if (!promise) std::abort();
}

inline void check(const PageLine& line, int elements) {
    const std::size_t size = line.text.size();
    require(size > 0 && line.line >= 0 && line.indent >= 0);
    require(line.element >= -1 && line.element < elements);
    require(line.linked <= size && line.linked_inside <= line.linked && line.emphasised <= size);
    std::size_t at = 0;
    for (const ByteRange& mark : line.marks) {
        require(mark.begin >= at && mark.end >= mark.begin && mark.end <= size);
        at = mark.end;
    }
    at = 0;
    for (const LineStart& start : line.starts) {
        require(start.at >= at && start.at <= size);
        at = start.at;
    }
}

inline void check(const Page& page) {
    for (std::size_t i = 0; i < page.elements.size(); ++i)
        require(page.elements[i].parent >= -1 && page.elements[i].parent < static_cast<int>(i));
    for (const PageLine& line : page.lines) check(line, static_cast<int>(page.elements.size()));
    for (const Declared& declared : page.declared)
        require(valid_utf8(declared.name) && valid_utf8(declared.value));
}

inline void check(const Block& block) {
    require(!block.text.empty() && valid_utf8(block.text));
    const auto blank = [&](std::size_t begin, std::size_t end) {
        for (; begin < end; ++begin) require(block.text[begin] == ' ' || block.text[begin] == '\n');
    };
    std::size_t at = 0;
    for (const Sentence& sentence : block.sentences) {
        require(sentence.where.begin >= at && sentence.where.end > sentence.where.begin);
        require(sentence.lines.first >= block.lines.first);
        require(sentence.lines.last <= block.lines.last);
        blank(at, sentence.where.begin);
        at = sentence.where.end;
    }
    require(at <= block.text.size());
    blank(at, block.text.size());
}

inline void check(const Speech& speech) {
    for (const Block& block : speech.blocks) check(block);
    for (const Dropped& dropped : speech.dropped)
        require(!dropped.text.empty() && !dropped.reason.empty());
    for (const Rewritten& rewritten : speech.rewritten)
        require(rewritten.from != rewritten.to && !rewritten.reason.empty());
}

/// How often each visible character stands somewhere.
class Characters {
  public:
    void add(std::string_view text, int times = 1) {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = next_char(text, at);
            if (!is_space(c)) counts_[c] += times;
        }
    }
    /// One that stands there less often than not at all; 0 for none.
    [[nodiscard]] char32_t lacking() const {
        for (const auto& [c, count] : counts_)
            if (count < 0) return c;
        return 0;
    }

  private:
    std::unordered_map<char32_t, int> counts_;
};

}  // namespace declaim::fuzz
