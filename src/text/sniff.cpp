#include "text/sniff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "text/decode.hpp"

namespace declaim {
namespace {

struct Magic {
    std::string_view bytes;
    const char* kind;
};
constexpr std::array<Magic, 15> kMagic{
    {{"%PDF-", "a PDF document"},
     {"PK\x03\x04", "a ZIP archive (Word, OpenDocument or EPUB)"},
     {"{\\rtf", "an RTF document"},
     {"\xD0\xCF\x11\xE0", "an old Microsoft Office document"},
     {"\x1F\x8B", "a gzip archive"},
     {"BZh", "a bzip2 archive"},
     {"\xFD"
      "7zXZ",
      "an xz archive"},
     {"\x7F"
      "ELF",
      "a program"},
     {"\x89PNG", "a PNG picture"},
     {"\xFF\xD8\xFF", "a JPEG picture"},
     {"GIF8", "a GIF picture"},
     {"RIFF", "a WAV or other RIFF file"},
     {"OggS", "an Ogg file"},
     {"fLaC", "a FLAC file"},
     {"ID3", "an MP3 file"}}};

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

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

bool is_html(std::string_view sample) {
    if (sample.substr(0, 3) == "\xEF\xBB\xBF") sample.remove_prefix(3);
    const std::size_t start = sample.find_first_not_of(" \t\r\n\f");
    if (start == std::string_view::npos || sample[start] != '<') return false;
    const std::string head = lower_ascii(sample.substr(start));
    for (const char* tag : {"<!doctype html", "<html", "<head", "<body", "<title", "<div", "<p>",
                            "<p ", "<table", "<meta", "<h1", "<pre"})
        if (head.find(tag) != std::string::npos) return true;
    return false;
}

}  // namespace

std::string sniff_format(std::string_view bytes, const std::string& path) {
    const std::string_view sample = bytes.substr(0, kSample);
    for (const Magic& magic : kMagic)
        if (sample.substr(0, magic.bytes.size()) == magic.bytes)
            throw Error(
                ErrorKind::input,
                fmt::format("{}: this is {}, not text; save it as plain text", path, magic.kind));
    if (is_binary(sample))
        throw Error(
            ErrorKind::input,
            fmt::format("{}: this is a binary file, not text; save it as plain text", path));
    return is_html(sample) ? "html" : "text";
}

}  // namespace declaim
