#include <fmt/format.h>

#include <set>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "reader/office.hpp"
#include "reader/office_page.hpp"
#include "reader/xhtml.hpp"
#include "reader/xml.hpp"
#include "text/decode.hpp"

namespace declaim {
namespace {

struct Item {
    std::string part;
    std::string type;
    std::string properties;
};
using Manifest = std::unordered_map<std::string, Item>;  // by id

/// A reference without its fragment, "%20" resolved.
std::string part_of(std::string_view folder, std::string_view reference) {
    reference = reference.substr(0, reference.find('#'));
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'                     ? c - '0'
               : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                        : -1;
    };
    std::string plain;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const bool escaped = reference[i] == '%' && i + 2 < reference.size() &&
                             digit(reference[i + 1]) >= 0 && digit(reference[i + 2]) >= 0;
        plain += escaped ? static_cast<char>(digit(reference[i + 1]) * 16 + digit(reference[i + 2]))
                         : reference[i];
        if (escaped) i += 2;
    }
    return resolve_part(folder, plain);
}

std::string find_package(ZipArchive& archive) {
    const Xml container = require_xml(archive, "META-INF/container.xml", "EPUB");
    const auto file = find_below(*container, "rootfile");
    const std::string part = resolve_part("", attribute(file, "full-path"));
    if (part.empty())
        throw Error(ErrorKind::input,
                    fmt::format("{}: no whole EPUB: its META-INF/container.xml names no package; "
                                "get it anew",
                                archive.path()));
    return part;
}

Manifest read_manifest(const pugi::xml_node& package, const std::string& folder) {
    Manifest manifest;
    for (const pugi::xml_node& each : child(package, "manifest").children())
        manifest.emplace(attribute(each, "id"),
                         Item{part_of(folder, attribute(each, "href")),
                              lower_ascii(std::string(attribute(each, "media-type"))),
                              std::string(attribute(each, "properties"))});
    return manifest;
}

bool has_word(std::string_view list, std::string_view word) {
    return (" " + std::string(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

/// Documents that lead to the text and are none: the table of contents, and a cover where the guide
/// of EPUB 2 names one. What it names a place in holds more.
std::set<std::string> guides(const pugi::xml_node& package, const std::string& folder,
                             const Manifest& manifest) {
    std::set<std::string> parts;
    for (const auto& [id, item] : manifest)
        if (has_word(item.properties, "nav")) parts.insert(item.part);
    for (const pugi::xml_node& each : child(package, "guide").children()) {
        const std::string_view type = attribute(each, "type");
        const std::string_view target = attribute(each, "href");
        if ((type == "toc" || type == "cover") && target.find('#') == std::string_view::npos)
            parts.insert(part_of(folder, target));
    }
    return parts;
}

/// The parts that are locked; disguised fonts do no harm. Source: OCF 3.3, 4.2.6.3.
std::set<std::string> locked_parts(ZipArchive& archive) {
    std::set<std::string> parts;
    const Xml encryption = read_spare_xml(archive, "META-INF/encryption.xml");
    if (!encryption) return parts;
    for (const pugi::xml_node& each : encryption->document_element().children())
        parts.insert(part_of("", attribute(find_below(each, "CipherReference"), "URI")));
    return parts;
}

void declare_package(const pugi::xml_node& package, OfficePage& page) {
    for (const pugi::xml_node& each : child(package, "metadata").children())
        for (const char* name : {"title", "creator", "date", "language", "description"})
            if (local(each) == name &&
                text_of(each).find_first_not_of(" \t\r\n") != std::string::npos)
                page.declare("opf", name, text_of(each));
}

/// Puts a chapter behind what was read of the book.
void append_chapter(Page& book, Page chapter) {
    const int shift = static_cast<int>(book.elements.size());
    for (PageElement& element : chapter.elements) {
        if (element.parent >= 0) element.parent += shift;
        book.elements.push_back(std::move(element));
    }
    bool first = true;
    for (PageLine& line : chapter.lines) {
        if (line.element >= 0) line.element += shift;
        line.starts_block = line.starts_block || first;
        line.starts_page = line.starts_page || first;
        first = false;
        const bool same = !line.starts_block && !book.lines.empty();
        const int last = book.lines.empty() ? 0 : book.lines.back().line;
        line.line = same ? last : last + 1;  // lines of many files would not tell which
        line.starts.clear();
        book.lines.push_back(std::move(line));
    }
}

bool is_chapter(const Item& item) {
    return item.type == "application/xhtml+xml" || item.type == "text/html" ||
           item.type == "application/x-dtbook+xml" || item.type == "text/x-oeb1-document";
}

/// In: the parts that are not to be read.
Page read_chapters(ZipArchive& archive, const pugi::xml_node& package, const Manifest& manifest,
                   std::set<std::string> done) {
    const std::set<std::string> locked = locked_parts(archive);
    Page book;
    for (const pugi::xml_node& each : child(package, "spine").children()) {
        const auto item = manifest.find(std::string(attribute(each, "idref")));
        if (item == manifest.end() || !is_chapter(item->second)) continue;
        const std::string& part = item->second.part;
        if (!done.insert(part).second) continue;
        if (locked.count(part) != 0)
            throw Error(ErrorKind::input,
                        fmt::format("{}: locked (DRM); give an EPUB that is not", archive.path()));
        const auto bytes = archive.read(part);
        if (!bytes)
            throw Error(ErrorKind::input, fmt::format("{}: no whole EPUB: its chapter {} is not in "
                                                      "it; get it anew",
                                                      archive.path(), part));
        const std::string where = archive.path() + ": " + part;
        append_chapter(book, read_html(xhtml_as_html(decode(*bytes, "", where).text), where));
    }
    return book;
}

}  // namespace

Page read_epub(std::string_view bytes, const std::string& path) {
    ZipArchive archive(bytes, path);
    const std::string part = find_package(archive);
    const Xml xml = require_xml(archive, part, "EPUB");
    const auto package = xml->document_element();
    OfficePage page(path);
    declare_package(package, page);
    Page book = page.builder().finish();
    const Manifest manifest = read_manifest(package, folder_of(part));
    Page chapters =
        read_chapters(archive, package, manifest, guides(package, folder_of(part), manifest));
    if (chapters.lines.empty()) chapters = read_chapters(archive, package, manifest, {});
    chapters.declared = std::move(book.declared);
    return chapters;
}

}  // namespace declaim
