#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "reader/office_page.hpp"

namespace declaim {

/// The styles of an OpenDocument text, automatic ones among them.
/// Source: OpenDocument 1.3 part 3, 16 Styles.
class OdtStyles {
  public:
    /// Takes in the styles of a part; the first of a name counts. \pre `part` outlives this
    void add(const pugi::xml_document& part);

    /// What a style comes to with all it is based on.
    /// In:     "paragraph", "text" or "section"; the name of the style.
    const OfficeStyle& style(std::string_view family, std::string_view name);
    /// The language of the document as it is set for its defaults; empty where it is not.
    const std::string& language() const noexcept { return language_; }

  private:
    OfficeStyle resolve(std::string_view family, std::string name) const;
    std::unordered_map<std::string, pugi::xml_node> nodes_;  // by family and name
    std::unordered_map<std::string, OfficeStyle> styles_;
    std::string language_;
};

}  // namespace declaim
