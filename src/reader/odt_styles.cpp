#include "reader/odt_styles.hpp"

#include <cstdlib>

#include "reader/xml.hpp"

namespace declaim {
namespace {

constexpr int kLongestChain = 64;  // of styles that are based on others

std::string key_of(std::string_view family, std::string_view name) {
    return std::string(family) + "/" + std::string(name);
}

/// fo:language and fo:country as one tag.
std::string language_of(const pugi::xml_node& properties) {
    std::string tag(attribute(properties, "language"));
    if (tag == "none" || tag == "zxx") tag.clear();
    const std::string_view country = attribute(properties, "country");
    if (!tag.empty() && !country.empty() && country != "none") tag.append("-").append(country);
    return tag;
}

bool is_bold(std::string_view weight) {
    return weight == "bold" || weight == "600" || weight == "700" || weight == "800" ||
           weight == "900";
}

void apply_text(const pugi::xml_node& properties, OfficeStyle& style) {
    const std::string_view weight = attribute(properties, "font-weight");
    const std::string_view slant = attribute(properties, "font-style");
    if (!weight.empty() || !slant.empty())
        style.emphasised = is_bold(weight) || slant == "italic" || slant == "oblique";
    const std::string_view position = attribute(properties, "text-position");
    if (!position.empty()) style.raised = position.rfind("super", 0) == 0;
    const std::string_view display = attribute(properties, "display");
    if (!display.empty()) style.hidden = display == "none";
    if (std::string language = language_of(properties); !language.empty())
        style.language = std::move(language);
}

void apply(const pugi::xml_node& node, OfficeStyle& style) {
    style.name = attribute(node, attribute(node, "display-name").empty() ? "name" : "display-name");
    std::string tag = tag_of_style(style.name);
    const int level = std::atoi(std::string(attribute(node, "default-outline-level")).c_str());
    if (level > 0 && tag.empty()) tag = heading_tag(level);
    if (!tag.empty()) style.tag = std::move(tag);
    const std::string_view brk = attribute(child(node, "paragraph-properties"), "break-before");
    if (!brk.empty()) style.page_break = brk == "page";
    apply_text(child(node, "text-properties"), style);
    if (attribute(child(node, "section-properties"), "display") == "none") style.hidden = true;
}

}  // namespace

void OdtStyles::add(const pugi::xml_document& part) {
    for (const pugi::xml_node& group : part.document_element().children()) {
        if (local(group) != "automatic-styles" && local(group) != "styles") continue;
        for (const pugi::xml_node& each : group.children()) {
            const std::string_view family = attribute(each, "family");
            if (local(each) == "style")
                nodes_.emplace(key_of(family, attribute(each, "name")), each);
            if (local(each) == "default-style" && family == "paragraph")
                language_ = language_of(child(each, "text-properties"));
        }
    }
}

OfficeStyle OdtStyles::resolve(std::string_view family, std::string name) const {
    std::vector<pugi::xml_node> chain;  // the style, then what it is based on
    for (auto found = nodes_.find(key_of(family, name));
         found != nodes_.end() && chain.size() < kLongestChain;
         found = nodes_.find(key_of(family, name))) {
        chain.push_back(found->second);
        name = attribute(found->second, "parent-style-name");
    }
    OfficeStyle style;
    style.name = name;  // of a built-in style that need not be written down, or of none
    if (std::string tag = tag_of_style(name); !tag.empty()) style.tag = std::move(tag);
    for (auto each = chain.rbegin(); each != chain.rend(); ++each) {
        const std::string parent = style.name;
        apply(*each, style);
        // The name of an automatic style says nothing.
        if (local(each->parent()) == "automatic-styles") style.name = parent;
    }
    return style;
}

const OfficeStyle& OdtStyles::style(std::string_view family, std::string_view name) {
    const std::string key = key_of(family, name);
    const auto known = styles_.find(key);
    if (known != styles_.end()) return known->second;
    return styles_.emplace(key, resolve(family, std::string(name))).first->second;
}

}  // namespace declaim
