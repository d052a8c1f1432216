#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "reader/zip.hpp"

namespace declaim {

/// A part of a document as a tree. Names are asked for without their prefix: which one a producer
/// took for a namespace is its own affair.
using Xml = std::unique_ptr<pugi::xml_document>;

/// Reads a part of an archive. Entities other than XML's own are not expanded.
/// Out:    null where there is no such part.
/// Errors: throws Error{input} that names the part and the byte for bad XML, and for elements
///         nested deeper than any document does.
Xml read_xml(ZipArchive& archive, const std::string& part);

/// As `read_xml`, for a part without which it is no document: `kind` as in "Word".
Xml require_xml(ZipArchive& archive, const std::string& part, const char* kind);

/// As `read_xml`, for what only tells about the document: null when it is bad.
Xml read_spare_xml(ZipArchive& archive, const std::string& part);

/// "w:p" is "p".
inline std::string_view local(const char* name) noexcept {
    const std::string_view whole(name);
    return whole.substr(whole.find(':') + 1);  // npos + 1 is 0
}
inline std::string_view local(const pugi::xml_node& node) noexcept { return local(node.name()); }

/// The first child element of that local name; a null node where there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
/// The first element of that local name below a node, in document order.
pugi::xml_node find_below(const pugi::xml_node& node, std::string_view name);
/// The value of the attribute of that local name; "" where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// The text directly in an element.
std::string text_of(const pugi::xml_node& node);

/// Goes over what is below `root` in document order without recursion: `visitor.enter(node)` says
/// whether to go below the node; `visitor.leave(node)` is called for those it went below.
template <typename Visitor>
void walk(const pugi::xml_node& root, Visitor& visitor) {
    pugi::xml_node node = root.first_child();
    while (node) {
        const bool below = visitor.enter(node);
        if (below && node.first_child()) {
            node = node.first_child();
            continue;
        }
        if (below) visitor.leave(node);
        while (!node.next_sibling()) {
            node = node.parent();
            if (node == root) return;
            visitor.leave(node);
        }
        node = node.next_sibling();
    }
}

}  // namespace declaim
