#include "text/sniff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "text/decode.hpp"
#include "text/front_matter.hpp"

namespace declaim {
namespace {

/// What the first bytes of a document say: the format, or why it is not read and what to do.
struct Magic {
    std::string_view bytes;
    std::string_view format;  ///< empty for one that is not read
    const char* refusal = "";
};
constexpr const char* kNotText = "not text; give a document with the text of a speech";
constexpr std::array<Magic, 15> kMagic{
    {{"%PDF-", "pdf"},
     {"{\\rtf", "", "an RTF document; save it as DOCX or ODT and read that"},
     {"\xD0\xCF\x11\xE0", "",
      "a Microsoft Office document that is old or locked with a password; save it as DOCX or "
      "ODT, without one, and read that"},
     {"\x1F\x8B", "", "a gzip archive; unpack it and read what is in it"},
     {"BZh", "", "a bzip2 archive; unpack it and read what is in it"},
     {"\xFD"
      "7zXZ",
      "", "an xz archive; unpack it and read what is in it"},
     {"\x7F"
      "ELF",
      "", "a program, not text"},
     {"\x89PNG", "", "a PNG picture; make text of it with an OCR program and read that"},
     {"\xFF\xD8\xFF", "", "a JPEG picture; make text of it with an OCR program and read that"},
     {"GIF8", "", "a GIF picture; make text of it with an OCR program and read that"},
     {"RIFF", "", "a WAV or other RIFF file, not text"},
     {"OggS", "", "an Ogg file, not text"},
     {"fLaC", "", "a FLAC file, not text"},
     {"ID3", "", "an MP3 file, not text"},
     {"wOFF", "", "a font, not text"}}};

/// How much of a document is looked at.
constexpr std::size_t kSample = 8192;

bool has_wide_mark(std::string_view bytes) {
    return bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF" ||
           bytes.substr(0, 4) == std::string_view("\0\0\xFE\xFF", 4);
}

bool is_binary(std::string_view sample) {
    if (has_wide_mark(sample) || unmarked_utf16(sample) != nullptr) return false;
    if (sample.find('\0') != std::string_view::npos) return true;
    const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B;
    });
    return static_cast<std::size_t>(controls) * 10 > sample.size();
}

/// What a ZIP archive is by the names of its parts, which stand in it unpacked. Source: OCF 3.3
/// (mimetype first), ODF 1.3 part 2, ECMA-376 part 2.
std::string zip_format(std::string_view bytes, const std::string& path) {
    const std::string_view head = bytes.substr(0, 256);
    if (head.find("application/epub+zip") != std::string_view::npos) return "epub";
    if (head.find("application/vnd.oasis.opendocument.text") != std::string_view::npos)
        return "odt";
    // "document.xml"; "document2.xml" by some programs
    if (bytes.rfind("word/document") != std::string_view::npos) return "docx";
    if (bytes.rfind("META-INF/container.xml") != std::string_view::npos) return "epub";
    throw Error(ErrorKind::input,
                fmt::format("{}: this is a ZIP archive, and no Word, OpenDocument or EPUB text; "
                            "unpack it and read what is in it",
                            path));
}

/// A page with its pictures in one file. Source: RFC 2557.
bool is_mail_archive(std::string_view sample) {
    const std::string head = lower_ascii(std::string(sample.substr(0, 2048)));
    return head.find("mime-version:") != std::string::npos &&
           head.find("content-type: multipart/related") != std::string::npos;
}

bool is_html(std::string_view sample) {
    if (sample.substr(0, 3) == "\xEF\xBB\xBF") sample.remove_prefix(3);
    const std::size_t start = sample.find_first_not_of(" \t\r\n\f");
    if (start == std::string_view::npos || sample[start] != '<') return false;
    const std::string head = lower_ascii(std::string(sample.substr(start)));
    for (const char* tag : {"<!doctype html", "<html", "<head", "<body", "<title", "<div", "<p>",
                            "<p ", "<table", "<meta", "<h1", "<pre"})
        if (head.find(tag) != std::string::npos) return true;
    return false;
}

bool has_extension(const std::string& path, std::string_view extension) {
    const std::string lower = lower_ascii(path);
    return lower.size() > extension.size() &&
           lower.compare(lower.size() - extension.size(), extension.size(), extension) == 0;
}

/// A page of its own, not HTML among Markdown.
bool is_whole_html(std::string_view sample) {
    const std::string head = lower_ascii(std::string(sample));
    return head.find("<!doctype html") != std::string::npos ||
           head.find("<html") != std::string::npos;
}

bool is_markdown_name(const std::string& path) {
    return has_extension(path, ".md") || has_extension(path, ".markdown");
}

/// "# Heading", "## Heading".
bool is_atx_heading(std::string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    return marks >= 1 && marks <= 6 && line.size() > marks + 1 && line[marks] == ' ' &&
           line[marks + 1] != ' ';
}

std::size_t count_links(std::string_view line) {
    std::size_t links = 0;
    for (std::size_t at = line.find("]("); at != std::string_view::npos;
         at = line.find("](", at + 2))
        if (line.substr(at + 2, 4) == "http" && line.find('[') < at) ++links;
    return links;
}

/// Text that shows beyond doubt how it is marked up: front matter, headings that stand alone, links.
/// Stars, dashes and single signs are the typewriter's too.
bool has_markdown(std::string_view sample) {
    constexpr std::size_t kManyLinks = 3;
    if (front_matter_size(sample) != 0) return true;
    std::size_t headings = 0;
    std::size_t links = 0;
    bool blank = true;  // the line above
    bool open = false;  // the line above is a heading
    for (std::size_t at = 0; at < sample.size();) {
        const std::size_t end = std::min(sample.find('\n', at), sample.size());
        const std::string_view line = sample.substr(at, end - at);
        const bool empty = line.find_first_not_of(" \t\r") == std::string_view::npos;
        if (!empty && open) return false;  // "# a comment" above "# more of it"
        open = is_atx_heading(line) && blank;
        if (open) ++headings;
        links += count_links(line);
        blank = empty;
        at = end + 1;
    }
    return headings > 1 || links >= kManyLinks || (headings > 0 && links > 0);
}

bool is_markdown(std::string_view sample, const std::string& path) {
    return is_markdown_name(path) || has_markdown(sample);
}

}  // namespace

std::string sniff_format(std::string_view bytes, const std::string& path) {
    const std::string_view sample = bytes.substr(0, kSample);
    if (sample.substr(0, 4) == "PK\x03\x04") return zip_format(bytes, path);
    for (const Magic& magic : kMagic) {
        if (sample.substr(0, magic.bytes.size()) != magic.bytes) continue;
        if (!magic.format.empty()) return std::string(magic.format);
        throw Error(ErrorKind::input, fmt::format("{}: this is {}", path, magic.refusal));
    }
    if (is_mail_archive(sample))
        throw Error(ErrorKind::input,
                    fmt::format("{}: this is a web archive (MHTML); save the page as HTML and read "
                                "that",
                                path));
    if (sample.find("<office:document") != std::string_view::npos)
        throw Error(
            ErrorKind::input,
            fmt::format("{}: this is a flat OpenDocument; save it as ODT and read that", path));
    if (is_binary(sample))
        throw Error(ErrorKind::input, fmt::format("{}: this is a binary file, {}", path, kNotText));
    if (is_html(sample) && (!is_markdown_name(path) || is_whole_html(sample))) return "html";
    return is_markdown(sample, path) ? "markdown" : "text";
}

}  // namespace declaim
