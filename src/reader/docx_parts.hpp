#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "reader/office_page.hpp"
#include "reader/xml.hpp"

namespace declaim {

/// How a part of a package refers to another.
struct Relation {
    std::string id;
    std::string type;    ///< the last word of its type: "styles", "header"
    std::string target;  ///< the name of the part
};

/// The relations of a part, "" for those of the package. Source: ECMA-376 part 2, 6.5.
std::vector<Relation> relations_of(ZipArchive& archive, const std::string& part);

/// The target of the first relation of that type, else `otherwise`.
std::string target_of(const std::vector<Relation>& relations, std::string_view type,
                      std::string otherwise);

/// The styles of a Word document. Source: ECMA-376 part 1, 17.7.
class DocxStyles {
  public:
    DocxStyles() = default;
    /// \pre `styles` is null or outlives this
    explicit DocxStyles(const pugi::xml_document* styles);

    /// What the style of that id comes to with all it is based on; plain for an unknown one.
    const OfficeStyle& style(const std::string& id);
    /// The style of paragraphs that name none.
    const std::string& default_id() const noexcept { return default_id_; }
    /// The language of the document as it is set for its defaults; empty where it is not.
    const std::string& language() const noexcept { return language_; }

  private:
    OfficeStyle resolve(const std::string& id) const;
    std::unordered_map<std::string, pugi::xml_node> nodes_;
    std::unordered_map<std::string, OfficeStyle> styles_;
    std::string default_id_;
    std::string language_;
};

/// What the w:pPr of a paragraph or a style says. In: `style` as far as it is known.
void apply_paragraph(const pugi::xml_node& properties, OfficeStyle& style);
/// What a w:rPr says.
void apply_run(const pugi::xml_node& properties, OfficeStyle& style);

}  // namespace declaim
