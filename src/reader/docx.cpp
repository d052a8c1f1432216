#include <fmt/format.h>

#include <set>

#include "base/error.hpp"
#include "reader/docx_text.hpp"
#include "reader/office.hpp"

namespace declaim {
namespace {

void declare_core(ZipArchive& archive, const std::string& part, OfficePage& page) {
    const Xml core = read_spare_xml(archive, part);
    if (!core) return;
    for (const pugi::xml_node& each : core->document_element().children())
        for (const char* name :
             {"title", "subject", "description", "creator", "created", "modified", "language"})
            if (local(each) == name) page.declare("core", name, text_of(each));
}

/// The headers, or the footers, of all sections, each once.
void read_margins(ZipArchive& archive, const std::vector<Relation>& relations, const char* type,
                  OfficePage& page, DocxText& text) {
    std::set<std::string> done;
    for (const Relation& each : relations) {
        if (each.type != type || !done.insert(each.target).second) continue;
        const Xml part = read_xml(archive, each.target);
        if (!part) continue;
        page.open(type);
        walk(part->document_element(), text);
        page.close();
    }
}

}  // namespace

Page read_docx(std::string_view bytes, const std::string& path) {
    ZipArchive archive(bytes, path);
    const auto package = relations_of(archive, "");
    const std::string main = target_of(package, "officeDocument", "word/document.xml");
    const Xml document = require_xml(archive, main, "Word");
    const auto relations = relations_of(archive, main);
    const auto part = [&](const char* type) {
        return read_xml(archive, target_of(relations, type, folder_of(main) + type + ".xml"));
    };
    const Xml style_part = part("styles");
    const Xml notes[] = {part("footnotes"), part("endnotes")};

    DocxStyles styles(style_part.get());
    OfficePage page(path);
    declare_core(archive, target_of(package, "core-properties", "docProps/core.xml"), page);
    page.declare("styles", "lang", styles.language());
    DocxText text(page, styles);
    for (const bool end : {false, true})
        if (const Xml& each = notes[end ? 1 : 0]) text.add_notes(*each, end);
    read_margins(archive, relations, "header", page, text);
    walk(document->document_element(), text);
    // A note may refer to another.
    for (auto queued = text.take_notes(); !queued.empty(); queued = text.take_notes())
        for (const OfficeNote& note : queued) text.read_note(note);
    read_margins(archive, relations, "footer", page, text);
    return page.builder().finish();
}

}  // namespace declaim
