#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace declaim::test {

/// The parts of an archive: name and content.
using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// A ZIP archive with nothing compressed. In: general purpose flags, 1 for "encrypted".
/// Source: APPNOTE.TXT 4.3.
inline std::string zip_of(const Parts& parts, unsigned flags = 0) {
    std::string out;
    std::string directory;
    const auto number = [](std::string& into, std::uint64_t value, int bytes) {
        for (; bytes > 0; --bytes, value >>= 8U) into += static_cast<char>(value & 0xFFU);
    };
    for (const auto& [name, content] : parts) {
        const std::size_t at = out.size();
        std::string about;
        number(about, flags, 2);
        number(about, 0, 2);            // stored
        number(about, 0x21U << 16, 4);  // 1 January 1980
        number(about, crc32_of(content), 4);
        number(about, content.size(), 4);
        number(about, content.size(), 4);
        number(about, name.size(), 2);
        number(about, 0, 2);
        out.append("PK\3\4\24\0", 6).append(about).append(name).append(content);
        directory.append("PK\1\2\24\0\24\0", 8).append(about);
        number(directory, 0, 2 + 2 + 2 + 4);
        number(directory, at, 4);
        directory += name;
    }
    const std::size_t begin = out.size();
    out += directory;
    out.append("PK\5\6\0\0\0\0", 8);
    number(out, parts.size(), 2);
    number(out, parts.size(), 2);
    number(out, directory.size(), 4);
    number(out, begin, 4);
    number(out, 0, 2);
    return out;
}

/// A Word document from the inside of its w:body, and other parts.
inline std::string docx_of(const std::string& body, const Parts& more = {}) {
    Parts parts{{"[Content_Types].xml", "<Types/>"},
                {"word/document.xml",
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<w:document xmlns:w=\"w\"><w:body>" +
                     body + "</w:body></w:document>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return zip_of(parts);
}

/// An OpenDocument text from the inside of its office:text and its automatic styles.
inline std::string odt_of(const std::string& text, const std::string& styles = "",
                          const Parts& more = {}) {
    Parts parts{{"mimetype", "application/vnd.oasis.opendocument.text"},
                {"content.xml", "<office:document-content><office:automatic-styles>" + styles +
                                    "</office:automatic-styles><office:body><office:text>" + text +
                                    "</office:text></office:body></office:document-content>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return zip_of(parts);
}

}  // namespace declaim::test
