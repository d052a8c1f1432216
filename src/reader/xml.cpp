#include "reader/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "base/error.hpp"

namespace declaim {
namespace {

constexpr int kDeepest = 1000;

struct DepthGauge {
    int depth = 0;
    int deepest = 0;
    bool enter(const pugi::xml_node& /*node*/) {
        deepest = std::max(deepest, ++depth);
        return true;
    }
    void leave(const pugi::xml_node& /*node*/) { --depth; }
};

struct Finder {
    std::string_view name;
    pugi::xml_node found = {};
    bool enter(const pugi::xml_node& node) {
        if (!found && local(node) == name) found = node;
        return !found;
    }
    void leave(const pugi::xml_node& /*node*/) {}
};

Xml parse(const std::string& bytes, const std::string& part, const std::string& path) {
    auto document = std::make_unique<pugi::xml_document>();
    const pugi::xml_parse_result result = document->load_buffer(
        bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!result)
        throw Error(ErrorKind::input,
                    fmt::format("{}: its part {} is broken at byte {}: {}; save it again in a word "
                                "processor, or as text, and read that",
                                path, part, result.offset, result.description()));
    DepthGauge gauge;
    walk(*document, gauge);
    if (gauge.deepest > kDeepest)
        throw Error(ErrorKind::input,
                    fmt::format("{}: its part {} nests elements {} deep; save it as text and read "
                                "that",
                                path, part, gauge.deepest));
    return document;
}

}  // namespace

Xml read_xml(ZipArchive& archive, const std::string& part) {
    const auto bytes = archive.read(part);
    return bytes ? parse(*bytes, part, archive.path()) : nullptr;
}

Xml require_xml(ZipArchive& archive, const std::string& part, const char* kind) {
    Xml document = read_xml(archive, part);
    if (!document)
        throw Error(ErrorKind::input,
                    fmt::format("{}: no whole {} document: it has no part {}; save it again, or as "
                                "text or HTML, and read that",
                                archive.path(), kind, part));
    return document;
}

Xml read_spare_xml(ZipArchive& archive, const std::string& part) {
    try {
        return read_xml(archive, part);
    } catch (const Error&) {
        return nullptr;  // the text is good without it
    }
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& each) { return local(each) == name; });
}

pugi::xml_node find_below(const pugi::xml_node& node, std::string_view name) {
    Finder finder{name};
    walk(node, finder);
    return finder.found;
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& each : node.attributes())
        if (local(each.name()) == name) return each.value();
    return {};
}

std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& each : node.children())
        if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata)
            text += each.value();
    return text;
}

}  // namespace declaim
