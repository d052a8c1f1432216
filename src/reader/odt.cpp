#include <fmt/format.h>

#include "base/error.hpp"
#include "reader/odt_text.hpp"
#include "reader/office.hpp"
#include "reader/xml.hpp"

namespace declaim {
namespace {

void refuse_locked(ZipArchive& archive) {
    const Xml manifest = read_spare_xml(archive, "META-INF/manifest.xml");
    if (manifest && find_below(*manifest, "encryption-data"))
        throw Error(ErrorKind::input,
                    fmt::format("{}: locked with a password; save it without one", archive.path()));
}

void declare_meta(ZipArchive& archive, OfficePage& page) {
    const Xml meta = read_spare_xml(archive, "meta.xml");
    if (!meta) return;
    for (const pugi::xml_node& each : child(meta->document_element(), "meta").children())
        for (const char* name : {"title", "subject", "description", "initial-creator", "creator",
                                 "creation-date", "date", "language"})
            if (local(each) == name) page.declare("odf meta", name, text_of(each));
}

/// The headers, or the footers, of all master pages.
void read_margins(const pugi::xml_document* styles, std::string_view kind, OfficePage& page,
                  OdtText& text) {
    if (styles == nullptr) return;
    const auto masters = child(styles->document_element(), "master-styles");
    for (const pugi::xml_node& master : masters.children()) {
        for (const pugi::xml_node& each : master.children()) {
            const std::string_view name = local(each);  // "header", "header-left", "header-first"
            if (name.substr(0, kind.size()) != kind || attribute(each, "display") == "false")
                continue;
            page.open(std::string(kind));
            walk(each, text);
            page.close();
        }
    }
}

}  // namespace

Page read_odt(std::string_view bytes, const std::string& path) {
    ZipArchive archive(bytes, path);
    refuse_locked(archive);
    const Xml content = require_xml(archive, "content.xml", "OpenDocument");
    const Xml style_part = read_xml(archive, "styles.xml");
    const auto body = child(child(content->document_element(), "body"), "text");
    if (!body)
        throw Error(ErrorKind::input,
                    fmt::format("{}: an OpenDocument, but no text; give one made by a word "
                                "processor",
                                path));
    OdtStyles styles;
    styles.add(*content);
    if (style_part) styles.add(*style_part);
    OfficePage page(path);
    declare_meta(archive, page);
    page.declare("styles", "lang", styles.language());
    OdtText text(page, styles);
    read_margins(style_part.get(), "header", page, text);
    walk(body, text);
    // A note may refer to another.
    for (auto queued = text.take_notes(); !queued.empty(); queued = text.take_notes())
        for (const OfficeNote& note : queued) text.read_note(note);
    read_margins(style_part.get(), "footer", page, text);
    return page.builder().finish();
}

}  // namespace declaim
