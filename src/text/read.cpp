#include "text/read.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "text/blocks.hpp"
#include "text/dates.hpp"
#include "text/decode.hpp"
#include "text/furniture.hpp"
#include "text/language.hpp"
#include "text/metadata.hpp"
#include "text/names.hpp"
#include "text/page.hpp"
#include "text/paragraphs.hpp"
#include "text/sniff.hpp"

namespace declaim {
namespace {

std::string format_of(std::string_view bytes, const ReadOptions& options) {
    if (options.format == "text") return "text";
    if (!options.format.empty()) {
        const std::string like = nearest(options.format, {"text"});
        throw Error(ErrorKind::usage, fmt::format("unknown format '{}'; {}", options.format,
                                                  like.empty() ? "only 'text' can be read yet"
                                                               : "did you mean 'text'?"));
    }
    return sniff_format(bytes, options.path);
}

/// A language is named by its tag, two or three letters and what narrows it: "fr", "pt-BR".
void check_language(const std::string& tag) {
    const std::size_t letters = std::min(tag.find_first_of("-_"), tag.size());
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    bool good = letters == 2 || letters == 3;
    std::size_t part = 0;  // characters of the current subtag
    for (std::size_t i = 0; i < tag.size(); ++i) {
        const bool dash = i >= letters && (tag[i] == '-' || tag[i] == '_');
        good = good && (dash ? part > 0 : plain(tag[i])) && part <= 8;
        if (i < letters) good = good && !(tag[i] >= '0' && tag[i] <= '9');
        part = dash ? 0 : part + 1;
    }
    if (!good || part == 0 || part > 8)
        throw Error(ErrorKind::usage,
                    fmt::format("'{}' is no language tag; give one such as fr or pt-BR", tag));
}

/// One case per reader.
Page read_page(const std::string& format, std::string_view text, const std::string& path) {
    if (format == "text") return read_text(text);
    throw Error(ErrorKind::input,
                fmt::format("{}: HTML is not read yet; save the page as text and read that", path));
}

std::vector<Dropped> dropped_of(const Page& page, const std::vector<std::string_view>& reasons) {
    std::vector<Dropped> dropped;
    for (std::size_t i = 0; i < page.lines.size(); ++i)
        if (!reasons[i].empty())
            dropped.push_back({page.lines[i].text,
                               std::string(reasons[i]),
                               {page.lines[i].line, page.lines[i].line}});
    return dropped;
}

/// `--raw`: every line is a paragraph, whatever it looks like.
void read_raw(const Page& page, const Rules& rules, Speech& speech) {
    SentenceSplitter splitter(rules);
    for (const PageLine& line : page.lines) {
        Piece piece;
        piece.text = line.text;
        piece.starts = {{0, line.line}};
        speech.blocks.push_back(make_block(BlockKind::paragraph, piece, rules.language, splitter));
    }
}

void segment(const Page& page, const Rules& rules, Speech& speech) {
    const DateReader dates(rules.language);
    const Layout layout = layout_of(page);
    const std::vector<std::string_view> reasons = find_furniture(page, layout, rules, dates);
    SentenceSplitter splitter(rules);
    speech.blocks = make_blocks(join_lines(page, reasons, layout, rules), rules, splitter);
    speech.dropped = dropped_of(page, reasons);
    speech.metadata = find_metadata(page, reasons, rules, dates);
    if (!speech.metadata.speaker) speech.metadata.speaker = name_in_labels(speech.blocks, rules);
}

bool has_speech(const Speech& speech) {
    for (const Block& block : speech.blocks)
        if (is_spoken(block.kind)) return true;
    return false;
}

}  // namespace

const std::vector<std::string>& readable_extensions() {
    static const std::vector<std::string> extensions{".txt", ".text"};
    return extensions;
}

Speech read_speech(std::string_view bytes, const ReadOptions& options, const DataPath& data) {
    if (!options.language.empty()) check_language(options.language);
    if (bytes.empty())
        throw Error(ErrorKind::input,
                    fmt::format("{}: the document is empty; give one with text", options.path));
    const std::string format = format_of(bytes, options);
    const Decoded decoded = decode(bytes, options.encoding, options.path);
    const Page page = read_page(format, decoded.text, options.path);
    if (page.lines.empty())
        throw Error(
            ErrorKind::input,
            fmt::format("{}: nothing but white space; give a document with text", options.path));
    const std::vector<LanguageHint> hints = load_language_hints(data);
    const std::string language =
        options.language.empty() ? guess_language(decoded.text, hints) : options.language;
    const Rules rules = load_rules(language, hints, data);
    Speech speech;
    speech.source = {options.path, format, decoded.encoding, language, bytes.size()};
    if (options.raw)
        read_raw(page, rules, speech);
    else
        segment(page, rules, speech);
    if (!has_speech(speech))
        throw Error(
            ErrorKind::input,
            fmt::format("{}: no speech found in it; use --raw to read everything", options.path));
    return speech;
}

}  // namespace declaim
