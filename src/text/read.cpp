#include "text/read.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "text/charset.hpp"
#include "text/decode.hpp"
#include "text/far_reader.hpp"
#include "text/page.hpp"
#include "text/segment.hpp"
#include "text/sniff.hpp"

namespace declaim {
namespace {

const std::vector<std::string> kFormats{"text", "html", "markdown", "epub", "docx", "odt", "pdf"};

void check_format(const std::string& format) {
    if (std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end()) return;
    const std::string like = nearest(format, kFormats);
    throw Error(ErrorKind::usage,
                fmt::format("unknown format '{}'; {}", format,
                            like.empty() ? fmt::format("formats are {}", fmt::join(kFormats, ", "))
                                         : fmt::format("did you mean '{}'?", like)));
}

/// So many repairs are told.
constexpr std::size_t kMany = 10;

bool is_far(const std::string& format) {
    return format == "epub" || format == "docx" || format == "odt" || format == "pdf";
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

/// One case per reader. Sets the encoding of what is text.
Page read_page(const std::string& format, std::string_view bytes, const ReadOptions& options,
               Speech& speech) {
    if (is_far(format)) {
        speech.source.encoding = "utf-8";  // what its parts are in is the reader's business
        return read_far(format, bytes, options.path);
    }
    Decoded decoded = decode(bytes, options.encoding, options.path, format == "html");
    speech.source.encoding = std::move(decoded.encoding);
    if (decoded.mended >= kMany)
        speech.warnings.push_back(fmt::format(
            "{}: the text had been decoded twice (UTF-8 read as windows-1252); repaired in {} "
            "places",
            options.path, decoded.mended));
    if (format == "html") return read_html(decoded.text, options.path);
    if (format == "markdown") return read_markdown(decoded.text, options.path);
    return read_text(decoded.text);
}

bool has_speech(const Speech& speech) {
    for (const Block& block : speech.blocks)
        if (is_spoken(block.kind)) return true;
    return false;
}

}  // namespace

const std::vector<std::string>& readable_extensions() {
    static const std::vector<std::string> extensions{".txt",   ".text", ".html",     ".htm",
                                                     ".xhtml", ".md",   ".markdown", ".epub",
                                                     ".docx",  ".odt",  ".pdf"};
    return extensions;
}

void check_options(const ReadOptions& options) {
    if (!options.language.empty()) check_language(options.language);
    if (!options.format.empty()) check_format(options.format);
    if (!options.encoding.empty()) charset_of("", options.encoding, false, options.path);
    const Overrule patterns(options.by_hand);
}

Speech read_speech(std::string_view bytes, const ReadOptions& options, const DataPath& data) {
    if (!options.language.empty()) check_language(options.language);
    if (!options.format.empty()) check_format(options.format);
    const Overrule overrule(options.by_hand);
    if (bytes.empty())
        throw Error(ErrorKind::input,
                    fmt::format("{}: the document is empty; give one with text", options.path));
    const std::string format =
        options.format.empty() ? sniff_format(bytes, options.path) : options.format;
    Speech speech;
    speech.source = {options.path, format, "", "", bytes.size()};
    Page page = read_page(format, bytes, options, speech);
    if (page.lines.empty())
        throw Error(
            ErrorKind::input,
            fmt::format("{}: nothing but white space; give a document with text", options.path));
    const std::vector<LanguageHint> hints = load_language_hints(data);
    RuleShelf shelf(hints, data);
    const Languages languages = options.language.empty() ? find_languages(page, hints)
                                                         : Languages{{options.language}, true};
    speech.source.language = languages.all.front();
    number_rows(page, options.rows ? &speech.rows : nullptr);
    overrule.judge(page);
    if (options.raw)
        take_all(page, languages, shelf, speech);
    else
        segment(page, languages, shelf, data, speech);
    if (!has_speech(speech))
        throw Error(
            ErrorKind::input,
            fmt::format("{}: no speech found in it; use --raw to read everything", options.path));
    if (!options.raw) warn_of_languages(languages, options.path, data, speech.warnings);
    return speech;
}

}  // namespace declaim
