#include "reader/docx_parts.hpp"

#include <algorithm>
#include <cstdlib>

namespace declaim {
namespace {

constexpr int kLongestChain = 64;  // of styles that are based on others

/// Whether a property such as w:b is there and not switched off.
bool is_on(const pugi::xml_node& property) {
    const std::string_view value = attribute(property, "val");
    return property && value != "0" && value != "false" && value != "off" && value != "none";
}

void set(const pugi::xml_node& property, bool& into) {
    if (property) into = is_on(property);
}

}  // namespace

std::vector<Relation> relations_of(ZipArchive& archive, const std::string& part) {
    const std::string folder = folder_of(part);
    const Xml xml = read_xml(archive, folder + "_rels/" + part.substr(folder.size()) + ".rels");
    std::vector<Relation> relations;
    if (!xml) return relations;
    for (const pugi::xml_node& each : xml->document_element().children()) {
        if (local(each) != "Relationship" || attribute(each, "TargetMode") == "External") continue;
        const std::string_view type = attribute(each, "Type");
        relations.push_back({std::string(attribute(each, "Id")),
                             std::string(type.substr(type.rfind('/') + 1)),
                             resolve_part(folder, attribute(each, "Target"))});
    }
    return relations;
}

std::string target_of(const std::vector<Relation>& relations, std::string_view type,
                      std::string otherwise) {
    for (const Relation& each : relations)
        if (each.type == type) return each.target;
    return otherwise;
}

void apply_paragraph(const pugi::xml_node& properties, OfficeStyle& style) {
    set(child(properties, "pageBreakBefore"), style.page_break);
    if (const auto level = child(properties, "outlineLvl")) {
        const int outline = std::atoi(std::string(attribute(level, "val")).c_str());
        const bool heading = outline >= 0 && outline < 9;
        if (heading && (style.tag == "p" || style.tag == "li"))
            style.tag = heading_tag(outline + 1);
    }
    if (const auto numbering = child(properties, "numPr")) {
        const auto id = child(numbering, "numId");
        const bool none = id && attribute(id, "val") == "0";
        if (none && style.tag == "li") style.tag = "p";
        if (!none && style.tag == "p") style.tag = "li";
    }
}

void apply_run(const pugi::xml_node& properties, OfficeStyle& style) {
    const auto bold = child(properties, "b");
    const auto italic = child(properties, "i");
    if (bold || italic) style.emphasised = is_on(bold) || is_on(italic);
    set(child(properties, "vanish"), style.hidden);
    if (const auto position = child(properties, "vertAlign"))
        style.raised = attribute(position, "val") == "superscript";
    const std::string_view language = attribute(child(properties, "lang"), "val");
    if (!language.empty()) style.language = language;
}

DocxStyles::DocxStyles(const pugi::xml_document* styles) {
    if (styles == nullptr) return;
    for (const pugi::xml_node& each : styles->document_element().children()) {
        if (local(each) == "docDefaults") language_ = attribute(find_below(each, "lang"), "val");
        if (local(each) != "style") continue;
        const std::string id(attribute(each, "styleId"));
        nodes_.emplace(id, each);
        const std::string_view standard = attribute(each, "default");
        if (attribute(each, "type") == "paragraph" && (standard == "1" || standard == "true"))
            default_id_ = id;
    }
}

OfficeStyle DocxStyles::resolve(const std::string& id) const {
    std::vector<pugi::xml_node> chain;  // the style, then what it is based on
    std::string next = id;
    for (auto found = nodes_.find(next); found != nodes_.end() && chain.size() < kLongestChain;
         found = nodes_.find(next)) {
        chain.push_back(found->second);
        next = attribute(child(found->second, "basedOn"), "val");
    }
    OfficeStyle style;
    // What is not written down is a built-in style, whose id is mostly its name.
    if (std::string tag = tag_of_style(next); !tag.empty()) style.tag = std::move(tag);
    for (auto each = chain.rbegin(); each != chain.rend(); ++each) {
        style.name = attribute(child(*each, "name"), "val");
        const std::string tag = tag_of_style(style.name);
        if (!tag.empty()) style.tag = tag;
        apply_paragraph(child(*each, "pPr"), style);
        apply_run(child(*each, "rPr"), style);
    }
    return style;
}

const OfficeStyle& DocxStyles::style(const std::string& id) {
    const auto known = styles_.find(id);
    if (known != styles_.end()) return known->second;
    return styles_.emplace(id, resolve(id)).first->second;
}

}  // namespace declaim
